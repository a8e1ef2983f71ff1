/**
 * The spread of values in their own unit.
 * Must never: choose between sample and population for its caller.
 */
import { type Deviation, variance } from './variance.js';

/**
 * Standard deviation: the square root of the variance, by n − 1 (`sample`) or n (`population`).
 *
 * Shape: n numbers in any unit → one number in the same unit. The Open Data Barometer's z-scores use `sample`.
 *
 * Citation: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5 (standardisation).
 * Example: standardDeviation([2, 4, 4, 4, 5, 5, 7, 9], 'population') = 2.
 * Refuses: nothing; fewer than two values under `sample`, or none, give NaN.
 */
export function standardDeviation(values: ArrayLike<number>, deviation: Deviation): number {
  return Math.sqrt(variance(values, deviation));
}
