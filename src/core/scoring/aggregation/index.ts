/**
 * All aggregations by id. A new one is one file beside this one, a line here, and its paragraph in docs/methodology.md.
 * Must never: hold an aggregation's arithmetic.
 */
import type { Aggregation } from '../method.js';
import type { Aggregator } from './aggregator.js';
import { arithmeticMean } from './arithmetic-mean.js';
import { none } from './none.js';
import { sum } from './sum.js';

export const AGGREGATORS: Readonly<Record<Aggregation, Aggregator>> = {
  'arithmetic-mean': arithmeticMean,
  sum,
  none,
};
