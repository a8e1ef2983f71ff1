/**
 * The method in sentences: what a gap becomes, how nodes are brought to scale and combined, how scores are ranked and shown.
 * Must never: pass over a node that has a rule of its own.
 */
import type { NodeRule, PresentationRule, ScaleRule, Treatment } from '../scoring/method.js';
import { REASONS, type Reason } from '../survey/answers.js';
import type { Block } from './document.js';
import { nameOf, type Place } from './places.js';
import { plain } from './rule-words.js';
import { scaleWords } from './scale-words.js';
import type { Scores } from './scores.js';

export function missingSection(scores: Scores): readonly Block[] {
  const { words, method } = scores.material;
  const general = REASONS.map((reason) => treatmentSentence(scores, reason, method.missing[reason]));
  const own = withRule(scores, 'missing').flatMap(([place, missing]) =>
    REASONS.flatMap((reason) => {
      const treatment = missing[reason];
      if (treatment === undefined) return [];
      return [atNode(scores, place, treatmentSentence(scores, reason, treatment))];
    }),
  );
  const coverage =
    method.coverage === undefined
      ? []
      : [words.say('report.method.coverage', { share: words.number(method.coverage * 100, 0) })];
  const ownCoverage = withRule(scores, 'coverage').map(([place, share]) =>
    atNode(scores, place, words.say('report.method.coverage', { share: words.number(share * 100, 0) })),
  );
  return section(scores, 'missing', [...general, ...own, ...coverage, ...ownCoverage]);
}

export function scalingSection(scores: Scores): readonly Block[] {
  const { words } = scores.material;
  const rules = withRule(scores, 'scale').filter(([, rule]) => rule.type !== 'none');
  const sentences = rules.map(([place, rule]) => atNode(scores, place, scaleSentence(scores, rule)));
  return section(scores, 'scaling', sentences.length === 0 ? [words.say('report.method.no-scaling')] : sentences);
}

export function combiningSection(scores: Scores): readonly Block[] {
  const { words, method } = scores.material;
  const own = withRule(scores, 'aggregation').map(([place, aggregation]) =>
    atNode(scores, place, words.say(`report.method.aggregation.${aggregation}`)),
  );
  const heading = { kind: 'heading', level: 2, id: 'combining', text: words.say('report.method.combining') } as const;
  const formula = words.say(`report.method.formula.${method.aggregation}`);
  return [
    heading,
    { kind: 'paragraph', text: words.say(`report.method.aggregation.${method.aggregation}`) },
    ...(formula === '' ? [] : [{ kind: 'paragraph', tone: 'formula', text: formula } as const]),
    { kind: 'list', items: [words.say(`report.method.weights.${method.weights}`), ...own] },
  ];
}

export function presentingSection(scores: Scores): readonly Block[] {
  const { words, method } = scores.material;
  const { ranking, presentation } = method;
  const own = Object.entries(presentation.nodes).flatMap(([id, rule]) => {
    const place = scores.placeOf(id);
    return place === undefined ? [] : [atNode(scores, place, presentationSentence(scores, rule))];
  });
  return section(scores, 'presenting', [
    words.say('report.method.scale', { scale: scaleWords(scores.material) }),
    words.say(`report.method.ranking.${ranking.on}`, { decimals: ranking.decimals ?? 0 }),
    words.say(`report.method.ties.${ranking.ties}`, {
      tolerance: words.number(ranking.tolerance, decimalsIn(ranking.tolerance)),
    }),
    presentationSentence(scores, presentation),
    ...own,
  ]);
}

/** As many decimals as show the first digit of a small number. */
const decimalsIn = (value: number): number => (value > 0 && value < 1 ? -Math.floor(Math.log10(value) + 1e-9) : 0);

function section(scores: Scores, id: 'missing' | 'scaling' | 'presenting', items: readonly string[]): readonly Block[] {
  return [
    { kind: 'heading', level: 2, id, text: scores.material.words.say(`report.method.${id}`) },
    { kind: 'list', items },
  ];
}

/** The nodes that have a rule of their own of this kind, in reading order. */
function withRule<K extends keyof NodeRule>(
  scores: Scores,
  kind: K,
): readonly (readonly [Place, NonNullable<NodeRule[K]>])[] {
  return scores.places.flatMap((place) => {
    const rule = place.rule?.[kind];
    return rule === undefined ? [] : [[place, rule as NonNullable<NodeRule[K]>] as const];
  });
}

const atNode = (scores: Scores, place: Place, sentence: string): string =>
  scores.material.words.say('report.method.at-node', { node: nameOf(place), code: place.id, sentence });

function treatmentSentence(scores: Scores, reason: Reason, treatment: Treatment): string {
  const { words } = scores.material;
  const named = { reason: words.say(`report.reason.${reason}`) };
  if (typeof treatment === 'string') return words.say(`report.method.treatment.${treatment}`, named);
  return words.say('report.method.treatment.score', { ...named, score: plain(words, treatment.score) });
}

function presentationSentence(scores: Scores, rule: PresentationRule): string {
  const { words } = scores.material;
  const rounding = words.say('report.method.rounding', { decimals: rule.decimals });
  return rule.rescale.type === 'none' ? rounding : `${rounding} ${scaleSentence(scores, rule.rescale)}`;
}

function scaleSentence(scores: Scores, rule: ScaleRule): string {
  const { words } = scores.material;
  const shown = (value: number | undefined): string =>
    value === undefined ? '' : String(value).replace('-', '\u2212');
  switch (rule.type) {
    case 'none':
      return words.say('report.method.no-scaling');
    case 'linear':
      return words.say('report.method.scale-rule.linear', {
        intercept: shown(rule.intercept),
        slope: shown(rule.slope),
      });
    case 'min-max':
    case 'goalposts':
      return words.say(`report.method.scale-rule.${rule.type}`, {
        low: shown(rule.low),
        high: shown(rule.high),
        min: shown(rule.min),
        max: shown(rule.max),
        own: rule.min === undefined || rule.max === undefined ? 'yes' : 'no',
      });
    case 'z-score':
      return words.say('report.method.scale-rule.z-score', {
        mean: shown(rule.mean),
        sd: shown(rule.sd),
        own: rule.mean === undefined || rule.sd === undefined ? 'yes' : 'no',
        deviation: rule.deviation ?? 'sample',
      });
  }
}
