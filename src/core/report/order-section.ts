/**
 * How sure the order of the countries compared is: rank interval and tier of each, and how often one is ahead of another.
 * Must never: leave out a pair, or order the countries otherwise than asked.
 */
import { TOLD_APART } from '../robustness/uncertainty/tiers.js';
import type { Block, Rich } from './document.js';
import { coversNote } from './interval-covers.js';
import { strengthNote } from './rank-strength-cells.js';
import { richSentence } from './rich-sentence.js';
import { aheadTable } from './robustness-pairs.js';
import { shareText, type Tested, testedOf } from './robustness-tested.js';
import type { Scores } from './scores.js';
import { aheadShare } from './strength.js';

/** The pairs of more countries than these are a table. */
const IN_WORDS = 3;

export function orderSection(scores: Scores, countries: readonly string[]): readonly Block[] {
  const tested = testedOf(scores.material);
  const ranked = countries.filter((country) => strengthNote(scores, scores.index, country) !== undefined);
  if (tested === undefined || ranked.length < 2) return [];
  return [
    { kind: 'heading', level: 2, id: 'order', text: titleOf(tested, ranked) },
    ...coversNote(scores),
    ...(ranked.length > IN_WORDS
      ? [
          { kind: 'list', items: ranked.map((country) => itemOf(tested, country, [])) } as const,
          { kind: 'table', table: aheadTable(tested, ranked, 'order-table') } as const,
        ]
      : [{ kind: 'list', items: ranked.map((country, i) => itemOf(tested, country, ranked.slice(i + 1))) } as const]),
  ];
}

function titleOf(tested: Tested, countries: readonly string[]): string {
  const { material } = tested.scores;
  const pairs = countries.flatMap((a, i) => countries.slice(i + 1).map((b) => [a, b] as const));
  const isApart = (a: string, b: string): boolean => (aheadShare(material, a, b) ?? 0) >= TOLD_APART;
  const apart = pairs.filter(([a, b]) => isApart(a, b) || isApart(b, a)).length;
  return material.words.say('report.sure.order.title', { apart, pairs: pairs.length });
}

/** "Korea: rank interval 1–2, tier 1. It is ahead of France in 83 % and of Poland in 97 % of the replications." */
function itemOf(tested: Tested, country: string, others: readonly string[]): Rich {
  const { scores } = tested;
  const { words, nameOf } = scores.material;
  const shares = others.flatMap((other) => {
    const share = aheadShare(scores.material, country, other);
    if (share === undefined || share === null) return [];
    return [words.say('report.sure.order.of', { other: nameOf(other), share: shareText(tested, share) })];
  });
  return richSentence(words, 'report.sure.order.item', {
    note: strengthNote(scores, scores.index, country) ?? '',
    shares: words.list(shares),
    pairs: shares.length,
    country: { text: nameOf(country), strong: true },
  });
}
