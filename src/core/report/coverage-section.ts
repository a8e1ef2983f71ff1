/**
 * How much of what the index rests on has a value for this country, and what was treated in its absence. Nothing is said
 * where nothing is missing.
 * Must never: call a treated gap an answer.
 */
import type { Block } from './document.js';
import type { Place } from './places.js';
import type { Scores } from './scores.js';
import { reasonWords } from './why-no-score.js';

export function coverageSection(scores: Scores, country: string): readonly Block[] {
  const { words, framework, nameOf } = scores.material;
  const leaves = lowest(scores, country);
  const valued = leaves.filter((place) => hasValue(scores, place, country));
  if (valued.length === leaves.length) return [];
  const depth = leaves[0]?.depth ?? 0;
  const details = {
    country: nameOf(country),
    count: valued.length,
    total: leaves.length,
    levels: framework.levels[depth]?.plural ?? '',
    share: words.number(scores.at(scores.index, country).coverage * 100, 0),
  };
  const gaps = gapSentences(
    scores,
    leaves.filter((place) => !valued.includes(place)),
    country,
  );
  return [
    { kind: 'heading', level: 2, id: 'coverage', text: words.say('report.coverage.heading', details) },
    { kind: 'paragraph', text: words.say(`report.coverage.${scores.material.edition.kind}`, details) },
    ...(gaps.length === 0 ? [] : [{ kind: 'list', items: gaps } as const]),
  ];
}

/** The nodes that figures enter at: leaves, or the nodes given in place of what lies below them. */
function lowest(scores: Scores, country: string): readonly Place[] {
  return scores.places.filter((place) => {
    const { kind } = scores.at(place, country).status;
    return kind === 'given' || (place.children.length === 0 && kind !== 'replaced');
  });
}

function hasValue(scores: Scores, place: Place, country: string): boolean {
  const { status, score } = scores.at(place, country);
  return score !== null && status.kind !== 'treated';
}

/** One sentence for each reason, with how many and what the method makes of them. */
function gapSentences(scores: Scores, gaps: readonly Place[], country: string): readonly string[] {
  const counts = new Map<string, { treated: boolean; reason: string; count: number }>();
  for (const place of gaps) {
    const { status } = scores.at(place, country);
    if (status.kind !== 'missing' && status.kind !== 'treated') continue;
    const key = `${status.kind}.${status.reason}`;
    const known = counts.get(key);
    const reason = reasonWords(scores, status.reason);
    counts.set(key, { treated: status.kind === 'treated', reason, count: (known?.count ?? 0) + 1 });
  }
  return [...counts.values()].map(({ treated, reason, count }) =>
    scores.material.words.say(treated ? 'report.coverage.treated' : 'report.coverage.missing', { reason, count }),
  );
}
