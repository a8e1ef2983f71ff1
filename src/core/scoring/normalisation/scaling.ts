/**
 * What every scale rule comes to once its moments and bounds are known: one function from value to value.
 * Must never: look at the countries again; a group's mean is shown by the very parameters of the round.
 */
export type Scaling = (value: number) => number;

/**
 * Whether values lie so close that their differences are only the last digits of sums: within a million-millionth of the
 * larger. Then own moments and bounds mean nothing, and a z-score would blow noise up to ±1.
 */
export function hasNoSpread(low: number, high: number): boolean {
  return high - low <= 1e-12 * Math.max(Math.abs(low), Math.abs(high));
}

export function lowest(values: ArrayLike<number>): number {
  let low = Number.POSITIVE_INFINITY;
  for (let i = 0; i < values.length; i++) low = Math.min(low, values[i] ?? low);
  return low;
}

export function highest(values: ArrayLike<number>): number {
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) high = Math.max(high, values[i] ?? high);
  return high;
}
