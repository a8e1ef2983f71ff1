/**
 * Quantiles by the convention most software defaults to.
 * Must never: reorder its caller's values, or mix conventions: a quartile depends on them.
 */

/**
 * Quantile, Hyndman–Fan type 7: sort, stand at position (n − 1) · p counted from 0, and go linearly from the value at or
 * below that position to the next.
 *
 * Shape: n numbers in any unit, p in 0–1 → one number in the same unit. The same convention as R `quantile` (default),
 * numpy `quantile` (default) and Excel QUARTILE.INC; simple-statistics and SAS take others and differ on small samples.
 *
 * Citation: Hyndman and Fan (1996), Sample Quantiles in Statistical Packages, The American Statistician 50(4).
 * Example: quantile([1, 2, 3, 4], 0.25) = 1.75, three quarters of the way from 1 to 2.
 * Refuses: nothing; no values give NaN.
 */
export function quantile(values: ArrayLike<number>, p: number): number {
  const sorted = Float64Array.from(values).sort();
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[below + 1] ?? low;
  return low + (position - below) * (high - low);
}
