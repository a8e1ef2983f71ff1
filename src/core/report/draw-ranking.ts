/**
 * The ranking: one bar per country, stacked by what each pillar adds, the group mean as a line through all of them. Wide,
 * names stand beside the bars; narrow, above them. A filled dot beside the figure says published, a ring recomputed.
 * Must never: leave a bar without its figure, or shrink a text to make it fit.
 */
import type { RankingChart, RankingRow } from './chart.js';
import type { Drawing, Role, Shape } from './drawing.js';
import { axisMargin, gridShapes, isWide, meanShapes, type Scale, scaleOf } from './drawing-axis.js';
import { fitted, LABEL, onPaper, type TextAt, textAt, widthOf } from './drawing-text.js';
import { partLabels } from './part-labels.js';

interface Layout {
  readonly wide: boolean;
  readonly width: number;
  /** Width of the column of ranks, of names and of figures. */
  readonly ranks: number;
  readonly names: number;
  readonly figures: number;
  readonly rowHeight: number;
}

const BAR = 14;
const GAP_AFTER_FIVE = 12;
const FOOT = 28;

export function drawRanking(spec: RankingChart, width: number): Drawing {
  const layout = layOut(spec, width);
  const x0 = layout.wide ? layout.ranks + layout.names : 0;
  const x1 = layout.wide ? width - layout.figures : width;
  const margin = layout.wide ? 4 : axisMargin(spec.axis);
  const scale = scaleOf(spec.axis, x0 + margin, x1 - Math.max(12, margin));
  const head = partLabels(spec, scale, width);
  const top = head.height + (spec.mean === undefined ? 0 : 24);
  const bottom = top + rowTop(spec.rows.length - 1, layout) + layout.rowHeight;
  const rows = spec.rows.map((row, i) => ({ row, at: top + rowTop(i, layout) }));
  return {
    width,
    height: bottom + FOOT,
    shapes: [
      ...head.shapes,
      ...gridShapes(spec.axis, scale, { top, bottom }),
      ...rows.flatMap(({ row, at }) => barShapes(row, spec, { y: at + (layout.wide ? 5 : 23), scale })),
      ...(spec.mean === undefined ? [] : meanShapes(scale, { ...spec.mean, top, bottom, width })),
      ...rows.flatMap(({ row, at }) => wordShapes(row, at + 17, layout)),
    ],
  };
}

function layOut(spec: RankingChart, width: number): Layout {
  const wide = isWide(width);
  const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => widthOf(text, LABEL)));
  return {
    wide,
    width,
    ranks: widest(spec.rows.map((row) => row.rank)) + 12,
    names: Math.min(widest(spec.rows.map((row) => row.label)) + 12, width * 0.3),
    figures: widest(spec.rows.map((row) => row.shown)) + 32,
    rowHeight: wide ? 24 : 42,
  };
}

const rowTop = (i: number, layout: Layout): number =>
  i < 0 ? -layout.rowHeight : i * layout.rowHeight + Math.floor(i / 5) * GAP_AFTER_FIVE;

/** Narrow, the words stand among the lines, and so on paper. */
function wordShapes(row: RankingRow, y: number, { wide, width, ranks, names, figures }: Layout): readonly Shape[] {
  const room = wide ? names - 12 : width - ranks - figures;
  const texts: readonly TextAt[] = [
    { x: ranks - 12, y, text: row.rank, anchor: 'end', role: 'soft' },
    { x: ranks, y, text: fitted(row.label, room, LABEL), href: row.href },
    { x: width - 20, y, text: row.shown, weight: row.published ? 600 : 400, anchor: 'end' },
  ];
  return [
    ...texts.flatMap((text) => (wide ? [textAt(text)] : onPaper(text))),
    { kind: 'circle', x: width - 8, y: y - 5, radius: 3, role: 'ink', ring: !row.published },
  ];
}

interface Line {
  readonly y: number;
  readonly scale: Scale;
}

function barShapes(row: RankingRow, spec: RankingChart, { y, scale }: Line): readonly Shape[] {
  const bar = (from: number, to: number, role: Role): Shape => {
    const [a, b] = [scale(Math.min(from, to)), scale(Math.max(from, to))];
    return { kind: 'rect', x: a, y, width: Math.max(0, b - a), height: BAR, role };
  };
  if (row.parts.length === 0) return [bar(0, row.score, 'p0')];
  let reached = 0;
  return row.parts.map((part, i) => {
    const from = reached;
    reached += part;
    return bar(from, reached, `p${spec.parts[i]?.hue ?? 0}`);
  });
}
