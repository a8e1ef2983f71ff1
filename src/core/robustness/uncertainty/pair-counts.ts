/**
 * How often each country stood ahead of each other one.
 * Must never: take a tie for a lead, or count a replication in which one of the two had no rank.
 */

/** By row a, then by row b: `ahead[a · rows + b]`. */
export interface PairCounts {
  readonly rows: number;
  /** Replications in which a had the better rank. */
  readonly ahead: Uint32Array;
  /** In which both had a rank; of a country with itself, those in which it had one. */
  readonly both: Uint32Array;
}

export const emptyPairs = (rows: number): PairCounts => ({
  rows,
  ahead: new Uint32Array(rows * rows),
  both: new Uint32Array(rows * rows),
});

/** Ranks of one replication, 0 where there is none. */
export function countPairs({ rows, ahead, both }: PairCounts, ranks: Uint16Array): void {
  for (let a = 0; a < rows; a++) {
    const rank = ranks[a] ?? 0;
    if (rank === 0) continue;
    for (let b = 0; b < rows; b++) {
      const other = ranks[b] ?? 0;
      if (other === 0) continue;
      const at = a * rows + b;
      both[at] = (both[at] ?? 0) + 1;
      if (rank < other) ahead[at] = (ahead[at] ?? 0) + 1;
    }
  }
}
