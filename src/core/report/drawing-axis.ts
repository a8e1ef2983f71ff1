/**
 * What all drawings with a horizontal scale share: the scale itself, grid lines with their figures, the line of the mean.
 * Must never: let two figures of an axis touch.
 */
import { type ScaleLinear, scaleLinear } from 'd3-scale';
import type { Axis } from './chart.js';
import type { Shape } from './drawing.js';
import { centredWithin, TICK, textAt, widthOf } from './drawing-text.js';

export type Scale = ScaleLinear<number, number>;

/** From 0 to this width is always a narrow drawing: labels stand above their bars instead of beside them. */
const WIDE_FROM = 600;

export const isWide = (width: number): boolean => width >= WIDE_FROM;

/** Data units → places between x0 and x1; what lies beyond the axis is held at its ends. */
export const scaleOf = (axis: Axis, x0: number, x1: number): Scale =>
  scaleLinear().domain([axis.from, axis.to]).range([x0, x1]).clamp(true);

/** The room the first and last figure of an axis need beyond its ends. */
export const axisMargin = (axis: Axis): number =>
  Math.max(...[axis.from, axis.to].map((value) => widthOf(tickText(value, axis), TICK))) / 2 + 1;

interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/** Vertical grid lines from top to bottom, and their figures below, as many as have room. */
export function gridShapes(axis: Axis, scale: Scale, { top, bottom }: Extent): readonly Shape[] {
  const [x0 = 0, x1 = 0] = scale.range();
  const widest = Math.max(...[axis.from, axis.to].map((value) => widthOf(tickText(value, axis), TICK)));
  const wanted = Math.max(1, Math.min(5, Math.floor((x1 - x0) / (widest + 24))));
  return (isOfRanks(axis) ? rankTicks(axis, wanted) : scoreTicks(scale, wanted)).flatMap((value): readonly Shape[] => {
    const x = scale(value);
    return [
      { kind: 'line', x1: x, y1: top, x2: x, y2: bottom, role: 'grid', stroke: 1 },
      textAt({ x, y: bottom + 18, text: tickText(value, axis), size: TICK, anchor: 'middle', role: 'soft' }),
    ];
  });
}

function scoreTicks(scale: Scale, wanted: number): readonly number[] {
  const ticks = scale.ticks(wanted);
  return ticks.length > wanted + 1 ? ticks.filter((_, i) => i % 2 === 0) : ticks;
}

/** Ranks begin at 1 and are whole; nought lies on every axis of scores. */
const isOfRanks = ({ from, decimals }: Axis): boolean => from === 1 && decimals === 0;

/** 1, 10, 20, 30 of 35: the first rank, and round ones. */
function rankTicks({ to }: Axis, wanted: number): readonly number[] {
  const ticks = scoreTicks(scaleLinear().domain([0, to]), wanted);
  return [...new Set(ticks.filter(Number.isInteger).map((rank) => Math.max(1, rank)))];
}

interface MeanMark extends Extent {
  readonly label: string;
  readonly value: number;
  /** Width of the drawing, which the label may not leave. */
  readonly width: number;
}

/** The mean as a line through all rows, its name on top of it. */
export function meanShapes(scale: Scale, { label, value, top, bottom, width }: MeanMark): readonly Shape[] {
  const x = scale(value);
  const labelX = centredWithin(x, widthOf(label, TICK), { from: 0, to: width });
  return [
    { kind: 'line', x1: x, y1: top, x2: x, y2: bottom, role: 'mean', stroke: 2 },
    textAt({ x: labelX, y: top - 6, text: label, size: TICK, weight: 600, anchor: 'middle' }),
  ];
}

/** Axis figures need no language: digits, a point, a true minus. */
export function tickText(value: number, axis: Axis): string {
  const text = value.toFixed(axis.decimals);
  return (Number(text) === 0 ? text.replace('-', '') : text).replace('-', '\u2212');
}
