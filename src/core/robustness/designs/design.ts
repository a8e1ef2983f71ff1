/**
 * The words in which designs speak: how points are spread, how many there are, where each one stands.
 * Must never: hold a design itself.
 */

/** How points are spread: independently, by Sobol's sequence, or one to each stratum of each dimension. */
export const DESIGNS = ['random', 'sobol', 'latin'] as const;
export type Design = (typeof DESIGNS)[number];

/** `count` is the number of replications, `dimensions` that of the numbers each needs. */
export interface DesignSize {
  readonly seed: number;
  readonly count: number;
  readonly dimensions: number;
}

/** The point of replication r, counted from 0: one number of 0 ≤ u < 1 per dimension, in an array of its own. */
export type Points = (replication: number) => Float64Array;
