/**
 * The comparison: small multiples, one panel per country with the same rows in each, the mean as an upright mark. Wide,
 * panels stand side by side; where they would be too narrow to read, each row holds one bar per country instead.
 * Must never: give a country a colour; it has a panel or a label.
 */
import type { ComparisonChart } from './chart.js';
import { drawComparisonRows } from './draw-comparison-rows.js';
import type { Drawing, Shape } from './drawing.js';
import { gridShapes, isWide, type Scale, scaleOf } from './drawing-axis.js';
import { fitted, LABEL, TICK, textAt, widthOf } from './drawing-text.js';
import { scoreBar } from './score-bar.js';

type Row = ComparisonChart['rows'][number];

const NARROWEST_BAR = 56;
const ROW = 28;
const BEFORE_PILLAR = 12;
const HEAD = 66;
/** A line more, where the panels say how sure the ranks are. */
const STRENGTH = 18;
const FOOT = 28;
const SPACE = 24;

export function drawComparison(spec: ComparisonChart, width: number): Drawing {
  const figures = 10 + Math.max(0, ...spec.rows.flatMap((row) => row.shown).map((text) => widthOf(text, LABEL)));
  const names = namesWidth(spec, width);
  const panel = (width - names - SPACE * (spec.panels.length - 1)) / Math.max(1, spec.panels.length);
  const labelled = spec.panels.every(({ label }) => widthOf(label, LABEL) <= panel);
  if (!isWide(width) || panel - figures < NARROWEST_BAR || !labelled) return drawComparisonRows(spec, width);
  const tops = topsOf(spec);
  const bottom = (tops.at(-1) ?? HEAD) + ROW;
  return {
    width,
    height: bottom + FOOT,
    shapes: [
      ...spec.rows.flatMap((row, i) => nameShapes(row, tops[i] ?? 0, names)),
      ...spec.panels.flatMap((_, at) => {
        const x = names + at * (panel + SPACE);
        return panelShapes(spec, at, { x, width: panel, bars: panel - figures, tops, bottom });
      }),
    ],
  };
}

function namesWidth(spec: ComparisonChart, width: number): number {
  const widest = spec.rows.map((row) => codeWidth(row) + widthOf(row.label, LABEL));
  return Math.min(width * 0.26, 16 + Math.max(0, ...widest));
}

const codeWidth = (row: Row): number => (row.code === undefined ? 0 : widthOf(row.code, LABEL) + 8);

const headOf = ({ panels }: ComparisonChart): number =>
  panels.some(({ strength }) => strength !== undefined) ? HEAD + STRENGTH : HEAD;

function topsOf(spec: ComparisonChart): readonly number[] {
  let top = headOf(spec);
  return spec.rows.map((row, i) => {
    if (i > 0 && row.main) top += BEFORE_PILLAR;
    const here = top;
    top += ROW;
    return here;
  });
}

function nameShapes(row: Row, top: number, names: number): readonly Shape[] {
  const weight = row.main ? 600 : 400;
  const x = codeWidth(row);
  const text = fitted(row.label, names - 12 - x, LABEL);
  return [
    ...(row.code === undefined ? [] : [textAt({ x: 0, y: top + 19, text: row.code, role: 'soft' })]),
    textAt({ x, y: top + 19, text, weight, role: row.main ? `p${row.hue}-text` : 'ink' }),
  ];
}

interface Panel {
  readonly x: number;
  readonly width: number;
  readonly bars: number;
  readonly tops: readonly number[];
  readonly bottom: number;
}

function panelShapes(spec: ComparisonChart, at: number, panel: Panel): readonly Shape[] {
  const scale = scaleOf(spec.axis, panel.x, panel.x + panel.bars);
  const head = spec.panels[at];
  const noted = spec.panels.every(({ note }) => widthOf(note, TICK) <= panel.width);
  const notes = [noted ? head?.note : undefined, head?.strength].filter((note) => note !== undefined);
  return [
    textAt({ x: panel.x, y: 16, text: head?.label ?? '', weight: 700 }),
    ...notes.map((note, line) =>
      textAt({ x: panel.x, y: 34 + line * STRENGTH, text: fitted(note, panel.width, TICK), size: TICK, role: 'soft' }),
    ),
    ...(at === 0 ? meanName(spec, scale, panel) : []),
    ...gridShapes(spec.axis, scale, { top: headOf(spec), bottom: panel.bottom }),
    ...spec.rows.flatMap((row, i) =>
      barShapes(row, at, { top: panel.tops[i] ?? 0, right: panel.x + panel.width, scale }),
    ),
  ];
}

/** The mean is named once, over its mark in the first panel. */
function meanName(spec: ComparisonChart, scale: Scale, panel: Panel): readonly Shape[] {
  const mean = spec.rows[0]?.mean ?? null;
  if (mean === null || spec.meanLabel === '') return [];
  const text = fitted(spec.meanLabel, panel.width, TICK);
  const half = widthOf(text, TICK) / 2;
  const x = Math.max(panel.x + half, Math.min(panel.x + panel.width - half, scale(mean)));
  return [textAt({ x, y: headOf(spec) - 10, text, size: TICK, weight: 600, anchor: 'middle' })];
}

interface Line {
  readonly top: number;
  readonly right: number;
  readonly scale: Scale;
}

function barShapes(row: Row, at: number, { top, right, scale }: Line): readonly Shape[] {
  const mark = { hue: row.hue, main: row.main, score: row.scores[at] ?? null, mean: row.mean };
  return [
    ...scoreBar(mark, scale, { y: top + 6, height: 16 }),
    textAt({
      x: right,
      y: top + 19,
      text: row.shown[at] ?? '',
      weight: row.best[at] === true ? 700 : 400,
      anchor: 'end',
    }),
  ];
}
