/**
 * Scale rule `z-score`: distance to a mean in standard deviations.
 * Must never: mix an own moment with a stated one; a definition that states only one is refused by the check.
 */
import { mean } from '../../statistics/mean.js';
import { standardDeviation } from '../../statistics/standard-deviation.js';
import type { ScaleRule } from '../method.js';
import { hasNoSpread, highest, lowest, type Scaling } from './scaling.js';

/**
 * (x − mean) / sd. Stated moments keep later editions on the scale of the first; own moments are those of `values`, in any
 * unit, by the sample (n − 1) or population (n) standard deviation. Undefined where own values have no spread.
 *
 * Citation: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5, standardisation.
 * Example: values 1, 2 and 3 become −1, 0 and 1 (sample).
 */
export function zScore(rule: Extract<ScaleRule, { type: 'z-score' }>, values: ArrayLike<number>): Scaling | undefined {
  const { mean: statedMean, sd: statedSd } = rule;
  if (statedMean !== undefined && statedSd !== undefined) return (value) => (value - statedMean) / statedSd;
  if (hasNoSpread(lowest(values), highest(values))) return undefined;
  const centre = mean(values);
  const spread = standardDeviation(values, rule.deviation ?? 'sample');
  return (value) => (value - centre) / spread;
}
