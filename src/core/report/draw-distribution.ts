/**
 * The distribution: one column per band of the scale, its count on top, the mean as a line.
 * Must never: draw a column for a band nobody is in.
 */
import type { DistributionChart } from './chart.js';
import type { Drawing, Shape } from './drawing.js';
import { meanShapes, type Scale, scaleOf, tickText } from './drawing-axis.js';
import { TICK, textAt, widthOf } from './drawing-text.js';

const TOP = 28;
const PLOT = 180;
const FOOT = 28;

export function drawDistribution(spec: DistributionChart, width: number): Drawing {
  const margin = widthOf(tickText(spec.axis.to, spec.axis), TICK) / 2 + 4;
  const scale = scaleOf(spec.axis, margin, width - margin);
  const bottom = TOP + 20 + PLOT;
  const most = Math.max(1, ...spec.bins.map((bin) => bin.count));
  return {
    width,
    height: bottom + FOOT,
    shapes: [
      ...spec.bins.filter((bin) => bin.count > 0).flatMap((bin) => column(bin, scale, { bottom, most })),
      {
        kind: 'line',
        x1: scale(spec.axis.from),
        y1: bottom,
        x2: scale(spec.axis.to),
        y2: bottom,
        role: 'grid',
        stroke: 1,
      },
      ...edges(spec, scale, bottom),
      ...(spec.mean === undefined ? [] : meanShapes(scale, { ...spec.mean, top: 20, bottom, width })),
    ],
  };
}

type Bin = DistributionChart['bins'][number];

function column(
  bin: Bin,
  scale: Scale,
  { bottom, most }: { readonly bottom: number; readonly most: number },
): readonly Shape[] {
  const height = (bin.count / most) * PLOT;
  const [x0, x1] = [scale(bin.from) + 2, scale(bin.to) - 2];
  return [
    { kind: 'rect', x: x0, y: bottom - height, width: Math.max(1, x1 - x0), height, role: 'p0-light' },
    textAt({
      x: (x0 + x1) / 2,
      y: bottom - height - 5,
      text: String(bin.count),
      size: TICK,
      weight: 600,
      anchor: 'middle',
    }),
  ];
}

/** The figures between the bands; every second, or fewer, where they would touch. */
function edges(spec: DistributionChart, scale: Scale, baseline: number): readonly Shape[] {
  const values = [...spec.bins.map((bin) => bin.from), spec.bins.at(-1)?.to ?? spec.axis.to];
  const widest = Math.max(...values.map((value) => widthOf(tickText(value, spec.axis), TICK))) + 10;
  const room = Math.max(1, scale(values[1] ?? 0) - scale(values[0] ?? 0));
  const every = [1, 2, 5, 10].find((step) => step * room >= widest) ?? 10;
  return values.flatMap((value, i) =>
    i % every === 0
      ? [
          textAt({
            x: scale(value),
            y: baseline + 18,
            text: tickText(value, spec.axis),
            size: TICK,
            anchor: 'middle',
            role: 'soft',
          }),
        ]
      : [],
  );
}
