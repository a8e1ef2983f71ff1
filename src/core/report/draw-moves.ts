/**
 * Ranks under several methods: a row for each country, a dot for its official rank, a ring for each variant's, a bar from the
 * best to the worst of them; at the end the moves. Wide, names stand beside the scale; narrow, above it.
 * Must never: hide how far a rank reaches behind the official one.
 */
import type { MovesChart } from './chart.js';
import type { Drawing, Shape } from './drawing.js';
import { axisMargin, gridShapes, isWide, type Scale, scaleOf } from './drawing-axis.js';
import { fitted, LABEL, onPaper, type TextAt, TICK, textAt, widestOf } from './drawing-text.js';
import { movesKeys } from './moves-keys.js';

type Row = MovesChart['rows'][number];

interface Layout {
  readonly wide: boolean;
  readonly width: number;
  readonly ranks: number;
  readonly names: number;
  /** Width of one column of moves, and how many there is room for: all of them, or none. */
  readonly move: number;
  readonly moves: number;
  readonly rowHeight: number;
}

const GAP_AFTER_FIVE = 12;
const FOOT = 28;
/** As many columns of moves as fit beside a name on a phone. */
const MOST_NARROW = 4;

export function drawMoves(spec: MovesChart, width: number): Drawing {
  const layout = layOut(spec, width);
  const right = width - layout.move * layout.moves;
  const margin = Math.max(10, axisMargin(spec.axis));
  const scale = layout.wide
    ? scaleOf(spec.axis, layout.ranks + layout.names + margin, right - margin)
    : scaleOf(spec.axis, margin, width - margin);
  const keys = movesKeys(spec, width);
  const top = keys.height + (layout.moves > 1 ? 22 : 6);
  const rows = spec.rows.map((row, i) => ({
    row,
    at: top + i * layout.rowHeight + Math.floor(i / 5) * GAP_AFTER_FIVE,
  }));
  const bottom = (rows.at(-1)?.at ?? top) + layout.rowHeight;
  return {
    width,
    height: bottom + FOOT,
    shapes: [
      ...keys.shapes,
      ...gridShapes(spec.axis, scale, { top, bottom }),
      ...headShapes(spec, layout, top - 6),
      ...rows.flatMap(({ row, at }) => markShapes(row, at + (layout.wide ? 12 : 31), scale)),
      ...rows.flatMap(({ row, at }) => wordShapes(row, at + 17, layout)),
    ],
  };
}

function layOut(spec: MovesChart, width: number): Layout {
  const wide = isWide(width);
  return {
    wide,
    width,
    ranks: widestOf(spec.rows.map((row) => row.rank)) + 12,
    names: Math.min(widestOf(spec.rows.map((row) => row.label)) + 12, width * 0.3),
    move: widestOf(spec.rows.flatMap((row) => row.shown)) + 14,
    moves: wide || spec.variants.length <= MOST_NARROW ? spec.variants.length : 0,
    rowHeight: wide ? 24 : 46,
  };
}

/** The key of each variant over its column; a single one needs none. */
function headShapes(spec: MovesChart, layout: Layout, y: number): readonly Shape[] {
  if (layout.moves < 2) return [];
  return spec.variants.map(({ key }, at) =>
    textAt({ x: columnEnd(layout, at), y, text: key, size: TICK, weight: 600, anchor: 'end' }),
  );
}

const columnEnd = ({ width, move, moves }: Layout, at: number): number => width - move * (moves - 1 - at);

function markShapes({ official, ranks }: Row, y: number, scale: Scale): readonly Shape[] {
  const all = [official, ...ranks].filter((rank) => rank !== null);
  if (all.length === 0) return [];
  const [from, to] = [scale(Math.min(...all)), scale(Math.max(...all))];
  const bar: readonly Shape[] =
    from === to ? [] : [{ kind: 'line', x1: from, y1: y, x2: to, y2: y, role: 'p0-light', stroke: 4 }];
  const rings = ranks.flatMap((rank): readonly Shape[] => {
    if (rank === null || rank === official) return [];
    const at = { kind: 'circle', x: scale(rank), y, radius: 5 } as const;
    return [
      { ...at, role: 'paper' },
      { ...at, role: 'ink', ring: true },
    ];
  });
  const dot: readonly Shape[] =
    official === null ? [] : [{ kind: 'circle', x: scale(official), y, radius: 6, role: 'ink' }];
  return [...bar, ...rings, ...dot];
}

/** Narrow, the words stand among the lines, and so on paper. */
function wordShapes(row: Row, y: number, layout: Layout): readonly Shape[] {
  const { wide, width, ranks, names, move, moves } = layout;
  const room = wide ? names - 12 : width - ranks - move * moves - 8;
  const texts: readonly TextAt[] = [
    { x: ranks - 12, y, text: row.rank, anchor: 'end', role: 'soft' },
    { x: ranks, y, text: fitted(row.label, room, LABEL), href: row.href },
    ...row.shown.slice(0, moves).map((text, at): TextAt => ({ x: columnEnd(layout, at), y, text, ...lookOf(text) })),
  ];
  return texts.flatMap((text) => (wide ? [textAt(text)] : onPaper(text)));
}

const lookOf = (shown: string): Pick<TextAt, 'anchor' | 'weight' | 'role'> =>
  /[1-9]/.test(shown) ? { anchor: 'end', weight: 600, role: 'ink' } : { anchor: 'end', weight: 400, role: 'soft' };
