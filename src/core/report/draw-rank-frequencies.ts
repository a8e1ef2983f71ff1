/**
 * How often each country stood on which rank: a row of squares for each, darker for oftener, in percent where all squares have room; a
 * line under the official rank. Wide, names stand beside the squares; narrow, above them.
 * Must never: shade what never was.
 */
import type { RankFrequenciesChart } from './chart.js';
import type { Drawing, Role, Shape } from './drawing.js';
import { isWide } from './drawing-axis.js';
import { fitted, LABEL, TICK, textAt, widestOf, widthOf } from './drawing-text.js';
import { type ChartKey, keyLines } from './key-lines.js';

type Row = RankFrequenciesChart['rows'][number];

interface Layout {
  readonly wide: boolean;
  readonly ranks: number;
  readonly names: number;
  /** Left edge of the first square, and the way from one to the next. */
  readonly left: number;
  readonly step: number;
  readonly rowHeight: number;
  readonly square: number;
  /** Whether the figures have room: all of them, or none is shown. */
  readonly figures: boolean;
}

const GAP = 1;
const WIDEST = 56;
const HEAD = 22;
/** Shares up to, and without, which each shade goes. */
const SHADES = [0.05, 0.1, 0.25, 0.5] as const;

export function drawRankFrequencies(spec: RankFrequenciesChart, width: number): Drawing {
  const layout = layOut(spec, width);
  const keys = keyLines(keysOf(spec), width);
  const top = keys.height + HEAD;
  const rowAt = (at: number): number => top + at * layout.rowHeight;
  return {
    width,
    height: rowAt(spec.rows.length) + 4,
    shapes: [
      ...keys.shapes,
      ...headShapes(spec, layout, top - 6),
      ...spec.rows.flatMap((row, at) => wordShapes(row, rowAt(at), { layout, width })),
      ...spec.rows.flatMap((row, at) => squareShapes(row, rowAt(at) + (layout.wide ? 0 : 22), layout)),
    ],
  };
}

const shadeOf = (share: number): Role => {
  const shade = SHADES.findIndex((below) => share < below);
  return `rise-${((shade < 0 ? SHADES.length : shade) + 1) as 1 | 2 | 3 | 4 | 5}`;
};

/** The five shades in a row, then the line. */
function keysOf({ keys }: RankFrequenciesChart): readonly ChartKey[] {
  const shades = [0, ...SHADES].map(
    (share, at): Shape => ({ kind: 'rect', x: at * 16, y: -7, width: 15, height: 14, role: shadeOf(share) }),
  );
  return [
    { text: keys.shares, mark: shades, room: 80 },
    { text: keys.official, mark: [{ kind: 'line', x1: 0, y1: 5, x2: 14, y2: 5, role: 'ink', stroke: 2 }] },
  ];
}

function layOut(spec: RankFrequenciesChart, width: number): Layout {
  const wide = isWide(width);
  const ranks = widestOf(spec.rows.map((row) => row.rank)) + 12;
  const names = Math.min(widestOf(spec.rows.map((row) => row.label)) + 12, width * 0.3);
  const left = wide ? ranks + names : 0;
  const step = Math.min(WIDEST, (width - left) / Math.max(1, spec.columns.length));
  const shown = widestOf(
    spec.rows.flatMap((row) => row.shown),
    TICK,
  );
  return {
    wide,
    ranks,
    names,
    left,
    step,
    rowHeight: wide ? 24 : 46,
    square: wide ? 22 : 18,
    figures: shown + GAP <= step,
  };
}

/** As many ranks over their columns as have room, the first among them. */
function headShapes({ columns }: RankFrequenciesChart, { left, step }: Layout, y: number): readonly Shape[] {
  const widest = widestOf(columns, TICK);
  // The first is moved to the right where it is wider than its column.
  const room = widest > step ? widest * 1.5 + 6 : widest + 6;
  const every = Math.max(1, Math.ceil(room / step));
  const right = left + columns.length * step;
  return columns.flatMap((text, at): readonly Shape[] => {
    const half = widthOf(text, TICK) / 2;
    const x = Math.max(left + half, left + (at + 0.5) * step);
    if (at % every > 0 || (at > 0 && x + half > right)) return [];
    return [textAt({ x, y, text, size: TICK, anchor: 'middle', role: 'soft' })];
  });
}

function wordShapes(
  row: Row,
  y: number,
  { layout, width }: { readonly layout: Layout; readonly width: number },
): readonly Shape[] {
  const { wide, ranks, names } = layout;
  const room = wide ? names - 12 : width - ranks - 8;
  return [
    textAt({ x: ranks - 12, y: y + 16, text: row.rank, anchor: 'end', role: 'soft' }),
    textAt({ x: ranks, y: y + 16, text: fitted(row.label, room, LABEL), href: row.href }),
  ];
}

function squareShapes({ shares, shown, official }: Row, y: number, layout: Layout): readonly Shape[] {
  const { left, step, square, figures } = layout;
  const width = Math.max(1, step - GAP);
  const cells = shares.flatMap((share, at): readonly Shape[] => {
    if (share === 0) return [];
    const x = left + at * step;
    const text = shown[at] ?? '';
    const fill: Shape = { kind: 'rect', x, y, width, height: square, role: shadeOf(share) };
    if (text === '' || !figures) return [fill];
    return [fill, textAt({ x: x + width / 2, y: y + square / 2 + 5, text, size: TICK, anchor: 'middle' })];
  });
  if (official === null) return cells;
  const x1 = left + official * step;
  return [...cells, { kind: 'line', x1, y1: y + square, x2: x1 + width, y2: y + square, role: 'ink', stroke: 2 }];
}
