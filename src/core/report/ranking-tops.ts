/**
 * Where the rows of a ranking stand: in fives, and apart where a tier begins, with a line between the two tiers.
 * Must never: draw a line that parts no tiers.
 */
import type { RankingRow } from './chart.js';

const GAP = 12;
const TOGETHER = 5;

interface RankingTops {
  /** Of each row, from the top of the first. */
  readonly tops: readonly number[];
  /** Of the lines between tiers. */
  readonly lines: readonly number[];
  readonly height: number;
}

export function rankingTops(rows: readonly RankingRow[], rowHeight: number): RankingTops {
  const tops: number[] = [];
  const lines: number[] = [];
  let next = 0;
  let first = 0;
  rows.forEach(({ opensTier = false }, i) => {
    if (opensTier) first = i;
    if (i > 0 && (i - first) % TOGETHER === 0) next += GAP;
    if (i > 0 && opensTier) lines.push(next - GAP / 2);
    tops.push(next);
    next += rowHeight;
  });
  return { tops, lines, height: next };
}
