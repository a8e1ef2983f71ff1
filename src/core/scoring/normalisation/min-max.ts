/**
 * Scale rule `min-max`: the lowest country gets the low end, the highest the high end.
 * Must never: hold a value at an end; beyond stated bounds it goes on (goalposts hold it).
 */
import type { ScaleRule } from '../method.js';
import { hasNoSpread, highest, lowest, type Scaling } from './scaling.js';

/**
 * low + (x − min) / (max − min) · (high − low). Bounds not stated are the lowest and highest of `values`, in any unit;
 * undefined where those two are one.
 *
 * Citation: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5, min–max.
 * Example: to 0–100, values 2, 3 and 6 become 0, 25 and 100.
 */
export function minMax(rule: Extract<ScaleRule, { type: 'min-max' }>, values: ArrayLike<number>): Scaling | undefined {
  const min = rule.min ?? lowest(values);
  const max = rule.max ?? highest(values);
  if (hasNoSpread(min, max)) return undefined;
  return (value) => rule.low + ((value - min) / (max - min)) * (rule.high - rule.low);
}
