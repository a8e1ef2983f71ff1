/**
 * The strip under a key figure: a thin line for every country, the mean named, this country as a dot.
 * Must never: lose a country that lies at an end of the scale.
 */
import type { StripChart } from './chart.js';
import type { Drawing, Shape } from './drawing.js';
import { scaleOf, tickText } from './drawing-axis.js';
import { centredWithin, fitted, TICK, textAt, widthOf } from './drawing-text.js';

const LINE = 14;

export function drawStrip(spec: StripChart, width: number): Drawing {
  const scale = scaleOf(spec.axis, 8, width - 8);
  const tick = (value: number): Shape => ({
    kind: 'line',
    x1: scale(value),
    y1: LINE - 7,
    x2: scale(value),
    y2: LINE + 7,
    role: 'tick',
    stroke: 1,
  });
  const ends = [
    tickText(spec.axis.from, { ...spec.axis, decimals: 0 }),
    tickText(spec.axis.to, { ...spec.axis, decimals: 0 }),
  ];
  const [from = '', to = ''] = ends;
  const mean = meanOf(spec, width);
  const clear = 8 + Math.max(widthOf(from, TICK), widthOf(to, TICK));
  const besideEnds = mean === undefined || (mean.left > clear && mean.right < width - clear);
  const meanLine = besideEnds ? 0 : 18;
  return {
    width,
    height: LINE + 34 + meanLine,
    shapes: [
      { kind: 'line', x1: scale(spec.axis.from), y1: LINE, x2: scale(spec.axis.to), y2: LINE, role: 'grid', stroke: 1 },
      ...spec.values.map(tick),
      textAt({ x: 4, y: LINE + 26, text: from, size: TICK, role: 'soft' }),
      textAt({ x: width - 4, y: LINE + 26, text: to, size: TICK, anchor: 'end', role: 'soft' }),
      ...(mean === undefined ? [] : mean.shapes(LINE + 26 + meanLine)),
      ...(spec.marked === null
        ? []
        : [{ kind: 'circle', x: scale(spec.marked), y: LINE, radius: 6, role: `p${spec.hue}` } as const]),
    ],
  };
}

interface MeanLabel {
  readonly left: number;
  readonly right: number;
  readonly shapes: (baseline: number) => readonly Shape[];
}

function meanOf(spec: StripChart, width: number): MeanLabel | undefined {
  if (spec.mean === undefined) return undefined;
  const x = scaleOf(spec.axis, 8, width - 8)(spec.mean.value);
  const text = fitted(spec.mean.label, width, TICK);
  const half = widthOf(text, TICK) / 2;
  const centre = centredWithin(x, half * 2, { from: 0, to: width });
  return {
    left: centre - half,
    right: centre + half,
    shapes: (baseline) => [
      { kind: 'line', x1: x, y1: LINE - 11, x2: x, y2: LINE + 11, role: 'mean', stroke: 2 },
      textAt({ x: centre, y: baseline, text, size: TICK, anchor: 'middle' }),
    ],
  };
}
