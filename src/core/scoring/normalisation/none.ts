/**
 * Scale rule `none`: the value is already on the scale its parent combines.
 * Must never: change a bit of it.
 */
import type { Scaling } from './scaling.js';

export const asItStands: Scaling = (value) => value;
