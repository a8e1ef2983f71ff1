/**
 * How far ranks reach: a row for each country with a line from its lowest to its highest rank, a ring for the median, a dot for
 * the official rank, the interval in words at the end; a rule and a name where a tier begins. Wide, names stand beside the scale;
 * narrow, above it.
 * Must never: hide a median behind the official rank.
 */
import type { RankIntervalsChart } from './chart.js';
import type { Drawing, Shape } from './drawing.js';
import { axisMargin, gridShapes, isWide, type Scale, scaleOf } from './drawing-axis.js';
import { fitted, LABEL, onPaper, type TextAt, TICK, textAt, widestOf } from './drawing-text.js';
import { type ChartKey, keyLines } from './key-lines.js';

type Row = RankIntervalsChart['rows'][number];

interface Layout {
  readonly wide: boolean;
  readonly width: number;
  readonly ranks: number;
  readonly names: number;
  /** Of the interval in words, at the end. */
  readonly words: number;
  /** Of the names of tiers, behind it; 0 where they stand over their rows or there are none. */
  readonly tiers: number;
  readonly rowHeight: number;
}

const FOOT = 28;
const BETWEEN_TIERS = { wide: 14, narrow: 30 } as const;
const GAP_AFTER_FIVE = 12;

export function drawRankIntervals(spec: RankIntervalsChart, width: number): Drawing {
  const layout = layOut(spec, width);
  const margin = Math.max(10, axisMargin(spec.axis));
  const right = width - layout.words - layout.tiers;
  const scale = layout.wide
    ? scaleOf(spec.axis, layout.ranks + layout.names + margin, right - margin)
    : scaleOf(spec.axis, margin, width - margin);
  const keys = keyLines(keysOf(spec), width);
  const rows = placed(spec, layout, keys.height + 6);
  const bottom = (rows.at(-1)?.y ?? keys.height) + layout.rowHeight;
  return {
    width,
    height: bottom + FOOT,
    shapes: [
      ...keys.shapes,
      ...gridShapes(spec.axis, scale, { top: keys.height + 6, bottom }),
      ...rows.flatMap(({ row, y, begins }) => (begins ? tierShapes(row, y, layout) : [])),
      ...rows.flatMap(({ row, y }) => markShapes(row, y + (layout.wide ? 12 : 31), scale)),
      ...rows.flatMap(({ row, y }) => wordShapes(row, y + 17, layout)),
    ],
  };
}

const keysOf = ({ keys }: RankIntervalsChart): readonly ChartKey[] => [
  { text: keys.official, mark: [{ kind: 'circle', x: 7, y: 0, radius: 4.5, role: 'ink' }] },
  {
    text: keys.median,
    mark: [
      { kind: 'circle', x: 7, y: 0, radius: 6.5, role: 'paper' },
      { kind: 'circle', x: 7, y: 0, radius: 6.5, role: 'ink', ring: true },
    ],
  },
  { text: keys.interval, mark: [{ kind: 'line', x1: 0, y1: 0, x2: 14, y2: 0, role: 'p0-light', stroke: 4 }] },
];

function layOut(spec: RankIntervalsChart, width: number): Layout {
  const wide = isWide(width);
  const tier = widestOf(
    spec.rows.map((row) => row.tier),
    TICK,
  );
  return {
    wide,
    width,
    ranks: widestOf(spec.rows.map((row) => row.rank)) + 12,
    names: Math.min(widestOf(spec.rows.map((row) => row.label)) + 12, width * 0.3),
    words: widestOf(spec.rows.map((row) => row.shown)) + 14,
    tiers: wide && tier > 0 ? tier + 20 : 0,
    rowHeight: wide ? 24 : 46,
  };
}

interface Placed {
  readonly row: Row;
  readonly y: number;
  /** Whether a tier begins here. */
  readonly begins: boolean;
}

/** Rows stand in fives within their tier. */
function placed({ rows }: RankIntervalsChart, { wide, rowHeight }: Layout, top: number): readonly Placed[] {
  let y = top;
  let inTier = 0;
  return rows.map((row, at): Placed => {
    const begins = row.tier !== '' && row.tier !== rows[at - 1]?.tier;
    if (begins) {
      y += at === 0 && wide ? 4 : BETWEEN_TIERS[wide ? 'wide' : 'narrow'];
      inTier = 0;
    } else if (inTier > 0 && inTier % 5 === 0) y += GAP_AFTER_FIVE;
    const own = { row, y, begins };
    inTier += 1;
    y += rowHeight;
    return own;
  });
}

/** A rule over the first row of a tier, and its name: behind the interval, or on the rule where it is narrow. */
function tierShapes({ tier }: Row, y: number, { wide, width }: Layout): readonly Shape[] {
  const rule = y - (wide ? 7 : 6);
  const line: Shape = { kind: 'line', x1: 0, y1: rule, x2: width, y2: rule, role: 'tick', stroke: 1 };
  if (wide) return [line, textAt({ x: width, y: y + 17, text: tier, size: TICK, anchor: 'end', role: 'soft' })];
  return [line, ...onPaper({ x: 0, y: rule - 6, text: tier, size: TICK, weight: 600, role: 'soft' })];
}

function markShapes({ official, median, low, high }: Row, y: number, scale: Scale): readonly Shape[] {
  const [from, to] = [scale(low), scale(high)];
  const bar: readonly Shape[] =
    low === high ? [] : [{ kind: 'line', x1: from, y1: y, x2: to, y2: y, role: 'p0-light', stroke: 4 }];
  const ring: readonly Shape[] =
    median === null
      ? []
      : [
          { kind: 'circle', x: scale(median), y, radius: 6.5, role: 'paper' },
          { kind: 'circle', x: scale(median), y, radius: 6.5, role: 'ink', ring: true },
        ];
  const dot: readonly Shape[] =
    official === null ? [] : [{ kind: 'circle', x: scale(official), y, radius: 3.5, role: 'ink' }];
  return [...bar, ...ring, ...dot];
}

/** Narrow, the words stand among the lines, and so on paper. */
function wordShapes(row: Row, y: number, { wide, width, ranks, names, words, tiers }: Layout): readonly Shape[] {
  const room = wide ? names - 12 : width - ranks - words - 8;
  const texts: readonly TextAt[] = [
    { x: ranks - 12, y, text: row.rank, anchor: 'end', role: 'soft' },
    { x: ranks, y, text: fitted(row.label, room, LABEL), href: row.href },
    { x: width - tiers, y, text: row.shown, anchor: 'end', weight: 600 },
  ];
  return texts.flatMap((text) => (wide ? [textAt(text)] : onPaper(text)));
}
