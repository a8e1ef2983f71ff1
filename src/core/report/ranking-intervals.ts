/**
 * Beside a ranking, how far each rank may reach: an upright mark at the rank, a line from the best to the worst, the figures at the
 * end. Narrow, only the figures have room, between name and score.
 * Must never: show a rank interval without saying what it is, or mark a rank as figures are marked that a source prints.
 */
import type { RankingChart, RankingRow } from './chart.js';
import type { Shape } from './drawing.js';
import { gridShapes, isWide, type Scale, scaleOf } from './drawing-axis.js';
import { fitted, onPaper, TICK, textAt, widestOf, widthOf } from './drawing-text.js';

const APART = 20;
const HEAD = 20;
/** Narrower drawings have the figures alone. */
const LINES_FROM = 700;

/** What the intervals take of the width; 0 where there are none. */
export function intervalsWidth(spec: RankingChart, width: number): number {
  if (spec.intervals === undefined) return 0;
  const figures = figuresWidth(spec);
  if (!isWide(width)) return figures + 12;
  const lines = width < LINES_FROM ? 0 : Math.min(200, width * 0.16) + APART;
  return Math.max(figures + lines, widthOf(spec.intervals.label, TICK)) + APART;
}

const figuresWidth = ({ rows }: RankingChart): number => widestOf(rows.map(({ interval }) => interval?.shown ?? ''));

interface Columns {
  readonly wide: boolean;
  readonly width: number;
  readonly figures: number;
  readonly intervals: number;
}

interface IntervalHead {
  /** With all that stands above. */
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** The name of the intervals over them: wide, on the line of the names of the parts; narrow, below these. */
export function intervalHead(spec: RankingChart, columns: Columns & { readonly above: number }): IntervalHead {
  const { wide, width, above } = columns;
  if (spec.intervals === undefined) return { height: above, shapes: [] };
  const x = wide ? width : width - columns.figures - 8;
  const text = fitted(spec.intervals.label, wide ? columns.intervals - APART : x, TICK);
  const y = wide ? 14 : above + 14;
  const shapes = [textAt({ x, y, text, size: TICK, anchor: 'end', role: 'soft' })];
  return { height: wide ? Math.max(above, HEAD) : above + HEAD, shapes };
}

interface Row {
  readonly row: RankingRow;
  readonly at: number;
}

interface Frame extends Columns {
  readonly top: number;
  readonly bottom: number;
}

export function intervalShapes(spec: RankingChart, rows: readonly Row[], frame: Frame): readonly Shape[] {
  if (spec.intervals === undefined) return [];
  const { wide, width } = frame;
  const figures = rows.flatMap(({ row, at }): readonly Shape[] => {
    const text = { y: at + 17, text: row.interval?.shown ?? '', anchor: 'end', role: 'soft' } as const;
    return wide ? [textAt({ ...text, x: width })] : onPaper({ ...text, x: width - frame.figures - 8 });
  });
  if (!wide || width < LINES_FROM) return figures;
  const axis = { from: 1, to: Math.max(2, spec.intervals.last), decimals: 0 };
  const scale = scaleOf(axis, width - frame.intervals + APART + 8, width - figuresWidth(spec) - APART);
  return [
    ...gridShapes(axis, scale, frame),
    ...rows.flatMap(({ row, at }) => lineShapes(row, at + 12, scale)),
    ...figures,
  ];
}

function lineShapes({ interval }: RankingRow, y: number, scale: Scale): readonly Shape[] {
  if (interval === undefined) return [];
  const { low, high, rank } = interval;
  const line = { x1: scale(low), y1: y, x2: scale(high), y2: y, role: 'p0-light', stroke: 4 } as const;
  return [
    { kind: 'line', ...line },
    { kind: 'line', x1: scale(rank), y1: y - 6, x2: scale(rank), y2: y + 6, role: 'ink', stroke: 3 },
  ];
}
