/**
 * The ranking: one bar per country, stacked by what each pillar adds, the group mean as a line through all of them, and at
 * the right how far each rank may reach. Wide, names stand beside the bars; narrow, above them. A filled dot beside the figure
 * says published, a ring recomputed; a line across parts two tiers.
 * Must never: leave a bar without its figure, or shrink a text to make it fit.
 */
import type { RankingChart, RankingRow } from './chart.js';
import type { Drawing, Role, Shape } from './drawing.js';
import { axisMargin, gridShapes, isWide, meanShapes, type Scale, scaleOf } from './drawing-axis.js';
import { fitted, LABEL, onPaper, type TextAt, textAt, widestOf } from './drawing-text.js';
import { partLabels } from './part-labels.js';
import { intervalHead, intervalShapes, intervalsWidth } from './ranking-intervals.js';
import { rankingTops } from './ranking-tops.js';

interface Layout {
  readonly wide: boolean;
  readonly width: number;
  /** Width of the columns of ranks, names, figures and rank intervals. */
  readonly ranks: number;
  readonly names: number;
  readonly figures: number;
  readonly intervals: number;
  readonly rowHeight: number;
}

const BAR = 14;
const FOOT = 28;

export function drawRanking(spec: RankingChart, width: number): Drawing {
  const layout = layOut(spec, width);
  // Wide, the intervals stand beside all else; narrow, only beside the words over the bars.
  const inner = layout.wide ? width - layout.intervals : width;
  const x0 = layout.wide ? layout.ranks + layout.names : 0;
  const x1 = layout.wide ? inner - layout.figures : width;
  const margin = layout.wide ? 4 : axisMargin(spec.axis);
  const scale = scaleOf(spec.axis, x0 + margin, x1 - Math.max(12, margin));
  const head = partLabels(spec, scale, inner);
  const over = intervalHead(spec, { ...layout, above: head.height });
  const top = over.height + (spec.mean === undefined ? 0 : 24);
  const { tops, lines, height } = rankingTops(spec.rows, layout.rowHeight);
  const bottom = top + height;
  const rows = spec.rows.map((row, i) => ({ row, at: top + (tops[i] ?? 0) }));
  return {
    width,
    height: bottom + FOOT,
    shapes: [
      ...head.shapes,
      ...over.shapes,
      ...lines.map(
        (y): Shape => ({ kind: 'line', x1: 0, y1: top + y, x2: width, y2: top + y, role: 'grid', stroke: 1 }),
      ),
      ...gridShapes(spec.axis, scale, { top, bottom }),
      ...rows.flatMap(({ row, at }) => barShapes(row, spec, { y: at + (layout.wide ? 5 : 23), scale })),
      ...(spec.mean === undefined ? [] : meanShapes(scale, { ...spec.mean, top, bottom, width: inner })),
      ...intervalShapes(spec, rows, { ...layout, top, bottom }),
      ...rows.flatMap(({ row, at }) => wordShapes(row, at + 17, layout)),
    ],
  };
}

function layOut(spec: RankingChart, width: number): Layout {
  const wide = isWide(width);
  return {
    wide,
    width,
    ranks: widestOf(spec.rows.map((row) => row.rank)) + 12,
    names: Math.min(widestOf(spec.rows.map((row) => row.label)) + 12, width * 0.3),
    figures: widestOf(spec.rows.map((row) => row.shown)) + 32,
    intervals: intervalsWidth(spec, width),
    rowHeight: wide ? 24 : 42,
  };
}

/** Narrow, the words stand among the lines, and so on paper. */
function wordShapes(row: RankingRow, y: number, layout: Layout): readonly Shape[] {
  const { wide, width, ranks, names, figures, intervals } = layout;
  const room = wide ? names - 12 : width - ranks - figures - intervals;
  const right = wide ? width - intervals : width;
  const texts: readonly TextAt[] = [
    { x: ranks - 12, y, text: row.rank, anchor: 'end', role: 'soft' },
    { x: ranks, y, text: fitted(row.label, room, LABEL), href: row.href },
    { x: right - 20, y, text: row.shown, weight: row.published ? 600 : 400, anchor: 'end' },
  ];
  return [
    ...texts.flatMap((text) => (wide ? [textAt(text)] : onPaper(text))),
    { kind: 'circle', x: right - 8, y: y - 5, radius: 3, role: 'ink', ring: !row.published },
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
