/**
 * The arithmetic mean, summed in the order given.
 * Must never: know what the numbers stand for, reorder them, or take a missing value (NaN) for a number.
 */

/**
 * Arithmetic mean: the sum of the values divided by how many there are.
 *
 * Shape: n numbers in any unit → one number in the same unit. The sum runs plainly from first to last, without
 * compensation, so the same values in the same order always give the same bits; callers fix the order (countries by code).
 * R's `mean` and numpy's `mean` sum otherwise (a second pass, pairwise) and may differ in the last bits.
 *
 * Citation: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 6.
 * Example: mean([1, 2, 6]) = 3.
 * Refuses: nothing; no values give NaN, and so does a NaN among them.
 */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? Number.NaN;
  return sum / values.length;
}
