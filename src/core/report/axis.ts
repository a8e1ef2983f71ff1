/**
 * The axis charts share: the scale the method states, or what the figures span; nought is always on it.
 * Must never: cut an axis to make differences look larger.
 */
import type { Axis } from './chart.js';
import type { Place } from './places.js';
import { isRescaled, type Scores } from './scores.js';

export function axisOf(scores: Scores, places: readonly Place[]): Axis {
  const { scale } = scores.material.method;
  if (scale !== null && !places.some((place) => isRescaled(scores.material, place.id))) {
    return axisOver(Math.min(0, scale.low), Math.max(0, scale.high));
  }
  const values = places.flatMap((place) => scores.countries.map((country) => scores.at(place, country).score ?? 0));
  return axisOver(Math.min(0, ...values), Math.max(0, ...values));
}

/** Where a score lies on the axis, 0 to 1. */
export const positionOn = (axis: Axis, value: number): number =>
  axis.to === axis.from ? 0 : Math.min(1, Math.max(0, (value - axis.from) / (axis.to - axis.from)));

function axisOver(from: number, to: number): Axis {
  const width = to - from;
  if (width === 0) return { from, to: from + 1, decimals: 1 };
  return { from, to, decimals: Math.max(0, 1 - Math.floor(Math.log10(width) + 1e-9)) };
}
