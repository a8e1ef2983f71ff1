/**
 * What every aggregation is: how the columns of the children become one, and what share each child had in it.
 * Must never: decide what becomes of a missing child. NaN here means "left out"; treatments and blocks come before.
 */
export interface Aggregator {
  /**
   * Combines children (one column of n countries each, scores in any one unit) into `out`, re-based on those that have a
   * value; NaN where none has. Children are summed in their order in the framework.
   */
  readonly combine: (children: readonly Float64Array[], weights: readonly number[], out: Float64Array) => void;
  /** By what a child's score is multiplied, given its weight and the sums of weights present and of all. */
  readonly shareOf: (weight: number, present: number, all: number) => number;
  /** Whether the shares sum to 1, so that they multiply along the tree. */
  readonly isMean: boolean;
}

/** Σ weight · score into `sum` and Σ weight into `present`, over the children that have a value. */
export function addWeighted(
  children: readonly Float64Array[],
  weights: readonly number[],
  sum: Float64Array,
): Float64Array {
  const present = new Float64Array(sum.length);
  sum.fill(0);
  children.forEach((child, place) => {
    const weight = weights[place] ?? 0;
    for (let row = 0; row < sum.length; row++) {
      const score = child[row] ?? Number.NaN;
      if (Number.isNaN(score)) continue;
      sum[row] = (sum[row] ?? 0) + weight * score;
      present[row] = (present[row] ?? 0) + weight;
    }
  });
  return present;
}
