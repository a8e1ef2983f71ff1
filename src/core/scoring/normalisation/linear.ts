/**
 * Scale rule `linear`: a change of unit that the method states in full.
 * Must never: depend on the countries of the round.
 */
import type { ScaleRule } from '../method.js';
import type { Scaling } from './scaling.js';

/**
 * intercept + slope · x: from the children's unit to any other.
 * Example: the Open Data Barometer's raw index is a third of its weighted mean: intercept 0, slope 1/3.
 */
export function linear(rule: Extract<ScaleRule, { type: 'linear' }>): Scaling {
  return (value) => rule.intercept + rule.slope * value;
}
