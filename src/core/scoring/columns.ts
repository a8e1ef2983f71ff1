/**
 * What `run` works on: the value of every leaf and the scores given for nodes, one row per country in code order.
 * Must never: hold an answer; scoring rules have turned those into values already.
 */
import type { Column } from './value.js';

export interface Columns {
  /** How many countries. */
  readonly rows: number;
  /** By place in the plan; leaves only. */
  readonly leaves: readonly (Column | undefined)[];
  /** By place in the plan, where anything is given; NaN for a country without. */
  readonly given: readonly (Float64Array | undefined)[];
}
