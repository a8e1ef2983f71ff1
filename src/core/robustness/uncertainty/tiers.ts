/**
 * Which countries an index can tell apart: groups in the order of the ranking that hold under other assumptions as well.
 * Must never: part two countries that the replications do not part.
 */
import type { PairCounts } from './pair-counts.js';

/** The share of the replications, in tenths, in which everyone above a break is ahead of everyone below. */
const TENTHS = 9;

/** The same share: of any two countries it tells which is ahead. */
export const TOLD_APART = TENTHS / 10;

/**
 * Rows in tiers, best first: in the order of the nominal ranking, a tier ends behind place i where each country up to i is ahead of
 * each behind it in at least 90 % of the replications in which both have a rank.
 *
 * Shape: rows in the order of their nominal ranks, ties in the order of their codes (`rankedRows`), and the counts of all rows → the
 * same rows in the same order, cut. The counts alone part countries that tie in the ranking; two that never had a rank together are
 * not parted. Time grows as the square of the rows.
 *
 * Citation: none; the rule is Alidade's own. Compare Mogstad, Romano, Shaikh and Wilhelm (2024), Inference for Ranks, Review of
 * Economic Studies 91(1), for groups of ranks that hold at a stated confidence.
 * Example: A is ahead of B in 95 of 100 replications and of C in 100, B of C in 60: the tiers are A; B, C.
 * Refuses: nothing.
 */
export function tiersOf(ranked: readonly number[], counts: PairCounts): readonly (readonly number[])[] {
  const tiers: number[][] = [];
  let tier: number[] = [];
  let reach = 0;
  ranked.forEach((row, place) => {
    tier.push(row);
    reach = Math.max(reach, lastLevelWith(place, ranked, counts));
    if (reach > place) return;
    tiers.push(tier);
    tier = [];
  });
  return tiers;
}

/** Those of the rows that have a rank, best first; ties stay in the order given. */
export const rankedRows = (rows: readonly number[], ranks: ArrayLike<number>): readonly number[] =>
  rows.filter((row) => (ranks[row] ?? 0) >= 1).sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));

/** The last place behind this one at which somebody stands who is not clearly behind; this place itself where there is nobody. */
function lastLevelWith(place: number, ranked: readonly number[], { rows, ahead, both }: PairCounts): number {
  for (let last = ranked.length - 1; last > place; last--) {
    const at = (ranked[place] ?? 0) * rows + (ranked[last] ?? 0);
    const together = both[at] ?? 0;
    if (together === 0 || 10 * (ahead[at] ?? 0) < TENTHS * together) return last;
  }
  return place;
}
