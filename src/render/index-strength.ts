/**
 * How sure the ranks of the index itself are, for JSON: how often each was held, which pairs are not clear, the tiers, and the ranks
 * without each element in turn.
 * Must never: leave out a count that cannot be told from the rest.
 */
import type { ElementLeftOut } from '../core/robustness/edition/robustness.js';
import type { PairCounts } from '../core/robustness/uncertainty/pair-counts.js';
import type { RankCounts } from '../core/robustness/uncertainty/rank-counts.js';
import { rankedRows, tiersOf } from '../core/robustness/uncertainty/tiers.js';
import { numberOrNull } from '../core/scoring/value.js';

/** Of the index, by row. */
export interface IndexStrength {
  readonly ranks: RankCounts;
  readonly pairs: PairCounts;
  /** Replications that have numbers. */
  readonly computed: number;
  /** Ranks under the method as it is, NaN where there is none. */
  readonly nominal: ArrayLike<number>;
  readonly leftOut: readonly ElementLeftOut[];
}

interface Unit {
  readonly code: string;
  readonly row: number;
}

/** `units`: by code point. A pair that is not listed: both had a rank in every replication that has numbers, and the one ranked better was ahead in all. */
export function strengthAccount(strength: IndexStrength, units: readonly Unit[]): object {
  const { ranks, pairs, nominal } = strength;
  const codes = new Map(units.map(({ code, row }) => [row, code]));
  const code = (row: number): string => codes.get(row) ?? '';
  const rows = units.map(({ row }) => row);
  const ranked = rankedRows(rows, nominal);
  const order = [...ranked, ...rows.filter((row) => !ranked.includes(row))];
  return {
    rankFrequencies: Object.fromEntries(units.map((unit) => [unit.code, timesByRank(ranks, unit.row)])),
    pairs: unclearPairs(strength, order).map(({ a, b, ...counts }) => ({ a: code(a), b: code(b), ...counts })),
    tiers: tiersOf(ranked, pairs).map((tier) => tier.map(code)),
    leftOut: strength.leftOut.map((one) => withoutElement(one, units)),
  };
}

function withoutElement({ node, meanShift, ranks, problem }: ElementLeftOut, units: readonly Unit[]): object {
  return {
    element: node,
    meanRankShift: meanShift,
    ranks: Object.fromEntries(units.map((unit) => [unit.code, ranks[unit.row] ?? null])),
    ...(problem === undefined ? {} : { problem }),
  };
}

/** Ranks that were held, from the best. */
function timesByRank({ rows, counts }: RankCounts, row: number): object {
  const own = counts.subarray(row * (rows + 1), (row + 1) * (rows + 1));
  return Object.fromEntries(
    [...own].map((times, rank) => [rank, times]).filter(([rank, times]) => rank !== 0 && times !== 0),
  );
}

interface Pair {
  readonly a: number;
  readonly b: number;
  readonly both: number;
  readonly ahead: number;
  readonly behind: number;
  readonly aheadShare: number | null;
}

/** a stands before b in the order. */
function unclearPairs({ pairs, nominal, computed }: IndexStrength, order: readonly number[]): readonly Pair[] {
  const { rows, ahead, both } = pairs;
  return order.flatMap((a, place) =>
    order.slice(place + 1).flatMap((b) => {
      const one = a * rows + b;
      const other = b * rows + a;
      const [times, lead, lag] = [both[one] ?? 0, ahead[one] ?? 0, ahead[other] ?? 0];
      const isClear = lead === computed && (nominal[a] ?? 0) < (nominal[b] ?? 0);
      if (isClear) return [];
      return [{ a, b, both: times, ahead: lead, behind: lag, aheadShare: numberOrNull(lead / times) }];
    }),
  );
}
