/**
 * The comparison where panels have no room: each node with one bar per country below it, names before the bars.
 * Must never: drop a country to make room.
 */
import type { ComparisonChart } from './chart.js';
import type { Drawing, Shape } from './drawing.js';
import { gridShapes, type Scale, scaleOf } from './drawing-axis.js';
import { fitted, LABEL, onPaper, TICK, textAt, widthOf } from './drawing-text.js';
import { scoreBar } from './score-bar.js';

type Row = ComparisonChart['rows'][number];

const TITLE = 26;
const BAR_ROW = 20;
const AFTER = 12;
const FOOT = 28;

export function drawComparisonRows(spec: ComparisonChart, width: number): Drawing {
  const names = Math.min(width * 0.32, 10 + Math.max(0, ...spec.panels.map(({ label }) => widthOf(label, TICK))));
  const figures = 10 + Math.max(0, ...spec.rows.flatMap((row) => row.shown).map((text) => widthOf(text, LABEL)));
  const scale = scaleOf(spec.axis, names, width - figures - 4);
  const head = spec.meanLabel === '' || spec.rows.every((row) => row.mean === null) ? 0 : 24;
  const block = TITLE + spec.panels.length * BAR_ROW + AFTER;
  const bottom = head + spec.rows.length * block;
  return {
    width,
    height: bottom + FOOT,
    shapes: [
      ...(head === 0 ? [] : meanKey(spec, width)),
      ...gridShapes(spec.axis, scale, { top: head, bottom }),
      ...spec.rows.flatMap((row, i) => rowShapes(spec, row, { top: head + i * block, width, names, scale })),
    ],
  };
}

function meanKey(spec: ComparisonChart, width: number): readonly Shape[] {
  return [
    { kind: 'line', x1: 3, y1: 4, x2: 3, y2: 20, role: 'mean', stroke: 2 },
    textAt({ x: 12, y: 17, text: fitted(spec.meanLabel, width - 12, TICK), size: TICK, weight: 600 }),
  ];
}

interface Frame {
  readonly top: number;
  readonly width: number;
  readonly names: number;
  readonly scale: Scale;
}

function rowShapes(spec: ComparisonChart, row: Row, { top, width, names, scale }: Frame): readonly Shape[] {
  const weight = row.main ? 600 : 400;
  const label = row.code === undefined ? row.label : `${row.code} ${row.label}`;
  const text = fitted(label, width, LABEL);
  return [
    // The title stands on paper, so that the grid lines do not run through it.
    ...onPaper({ x: 0, y: top + 18, text, weight, role: row.main ? `p${row.hue}-text` : 'ink' }),
    ...spec.panels.flatMap((panel, at): readonly Shape[] => {
      const y = top + TITLE + at * BAR_ROW;
      const mark = { hue: row.hue, main: row.main, score: row.scores[at] ?? null, mean: row.mean };
      return [
        textAt({ x: 0, y: y + 13, text: fitted(panel.label, names - 8, TICK), size: TICK }),
        ...scoreBar(mark, scale, { y: y + 3, height: 12 }),
        textAt({
          x: width,
          y: y + 14,
          text: row.shown[at] ?? '',
          weight: row.best[at] === true ? 700 : 400,
          anchor: 'end',
        }),
      ];
    }),
  ];
}
