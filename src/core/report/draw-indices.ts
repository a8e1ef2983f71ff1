/**
 * What share of a movement each input accounts for: its name over two bars, by itself and in all, each with its interval as a thin
 * line and its figure at the end.
 * Must never: draw a bar for an index that is not defined, or hold an estimate within 0 and 1.
 */
import type { IndexBar, IndicesChart } from './chart.js';
import type { Drawing, Role, Shape } from './drawing.js';
import { axisMargin, gridShapes, type Scale, scaleOf } from './drawing-axis.js';
import { fitted, LABEL, onPaper, TICK, textAt, widestOf } from './drawing-text.js';
import { type ChartKey, keyLines } from './key-lines.js';

type Row = IndicesChart['rows'][number];

const ROW = 74;
const BAR = 14;
const FOOT = 28;
const FIRST: Role = 'ink';
const TOTAL: Role = 'tick';

export function drawIndices(spec: IndicesChart, width: number): Drawing {
  const shown = spec.rows.flatMap(({ first, total }) => [first, total].map((bar) => bar?.shown ?? spec.undefined));
  const figures = widestOf(shown) + 14;
  const margin = axisMargin(spec.axis);
  const scale = scaleOf(spec.axis, margin, width - figures - margin);
  const keys = keyLines(keysOf(spec), width);
  const top = keys.height + 6;
  const bottom = top + spec.rows.length * ROW;
  return {
    width,
    height: bottom + FOOT,
    shapes: [
      ...keys.shapes,
      ...gridShapes(spec.axis, scale, { top, bottom }),
      ...spec.rows.flatMap((row, at) => rowShapes(row, top + at * ROW, { spec, scale, width })),
    ],
  };
}

const keysOf = ({ keys }: IndicesChart): readonly ChartKey[] => [
  { text: keys.first, mark: [{ kind: 'rect', x: 0, y: -6, width: 14, height: 12, role: FIRST }] },
  { text: keys.total, mark: [{ kind: 'rect', x: 0, y: -6, width: 14, height: 12, role: TOTAL }] },
  { text: keys.interval, mark: whiskerShapes({ from: 0, to: 14, y: 0 }) },
];

interface Ground {
  readonly spec: IndicesChart;
  readonly scale: Scale;
  readonly width: number;
}

function rowShapes({ label, first, total }: Row, y: number, ground: Ground): readonly Shape[] {
  return [
    ...onPaper({ x: 0, y: y + 20, text: fitted(label, ground.width, LABEL), weight: 600 }),
    ...barShapes(first, { y: y + 30, role: FIRST }, ground),
    ...barShapes(total, { y: y + 30 + BAR + 4, role: TOTAL }, ground),
  ];
}

function barShapes(
  bar: IndexBar | null,
  { y, role }: { readonly y: number; readonly role: Role },
  { spec, scale, width }: Ground,
): readonly Shape[] {
  const figure = textAt({
    x: width,
    y: y + BAR - 2,
    text: bar?.shown ?? spec.undefined,
    size: bar === null ? TICK : LABEL,
    anchor: 'end',
    weight: bar === null ? 400 : 600,
    role: bar === null ? 'soft' : 'ink',
  });
  if (bar === null) return [figure];
  const [zero, end] = [scale(0), scale(bar.value)];
  const box = { x: Math.min(zero, end), y, width: Math.max(1, Math.abs(end - zero)), height: BAR };
  return [
    { kind: 'rect', ...box, role },
    ...whiskerShapes({ from: scale(bar.low), to: scale(bar.high), y: y + BAR / 2 }),
    figure,
  ];
}

/** A line with two ends, on paper so that it is seen on its bar too. */
function whiskerShapes({
  from,
  to,
  y,
}: {
  readonly from: number;
  readonly to: number;
  readonly y: number;
}): readonly Shape[] {
  if (from === to) return [];
  const ends = [from, to].map(
    (x): Shape => ({ kind: 'line', x1: x, y1: y - 4, x2: x, y2: y + 4, role: 'soft', stroke: 2 }),
  );
  return [
    { kind: 'line', x1: from, y1: y, x2: to, y2: y, role: 'paper', stroke: 5 },
    { kind: 'line', x1: from, y1: y, x2: to, y2: y, role: 'soft', stroke: 2 },
    ...ends,
  ];
}
