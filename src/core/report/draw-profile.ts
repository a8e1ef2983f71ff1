/**
 * The profile: one row per node, an upright mark for the mean, a dot for the country, a line between them. Wide, names
 * stand beside the scale; narrow, above it. A node without a score is hatched, with the reason beside it.
 * Must never: draw a missing score at nought.
 */
import type { ProfileChart, ProfileRow } from './chart.js';
import type { Drawing, Shape } from './drawing.js';
import { axisMargin, gridShapes, isWide, type Scale, scaleOf } from './drawing-axis.js';
import { fitted, LABEL, onPaper, type TextAt, TICK, textAt, widthOf } from './drawing-text.js';
import { profileKeys } from './profile-keys.js';

interface Layout {
  readonly wide: boolean;
  readonly width: number;
  readonly codes: number;
  readonly names: number;
  readonly differences: number;
  readonly rowHeight: number;
}

const HEAD = 28;
const FOOT = 28;
const BEFORE_PILLAR = 14;

export function drawProfile(spec: ProfileChart, width: number): Drawing {
  const layout = layOut(spec, width);
  const margin = Math.max(8, axisMargin(spec.axis));
  const scale = layout.wide
    ? scaleOf(spec.axis, layout.codes + layout.names + 8, width - layout.differences - 8)
    : scaleOf(spec.axis, margin, width - margin);
  const tops = rowTops(spec.rows, layout.rowHeight);
  const bottom = (tops.at(-1) ?? HEAD) + layout.rowHeight;
  const middleOf = (top: number): number => top + (layout.wide ? layout.rowHeight / 2 : layout.rowHeight - 12);
  return {
    width,
    height: bottom + FOOT,
    shapes: [
      ...profileKeys(spec, scale, { width, wide: layout.wide }),
      ...gridShapes(spec.axis, scale, { top: HEAD, bottom }),
      ...spec.rows.flatMap((row, i) => [
        ...wordsOf(row, tops[i] ?? 0, layout),
        ...marksOf(row, middleOf(tops[i] ?? 0), scale),
      ]),
    ],
  };
}

function layOut(spec: ProfileChart, width: number): Layout {
  const wide = isWide(width);
  const coded = spec.rows.map((row) => row.code ?? '');
  const codes = Math.max(...coded.map((code) => widthOf(code, LABEL)), 0);
  return {
    wide,
    width,
    codes: codes === 0 ? 0 : codes + 10,
    names: Math.min(width * 0.36, 12 + Math.max(0, ...spec.rows.map((row) => widthOf(row.label, LABEL)))),
    differences: 12 + Math.max(0, ...spec.rows.map((row) => widthOf(row.difference, LABEL))),
    rowHeight: wide ? 28 : 46,
  };
}

function rowTops(rows: readonly ProfileRow[], rowHeight: number): readonly number[] {
  let top = HEAD;
  return rows.map((row, i) => {
    if (i > 0 && row.main) top += BEFORE_PILLAR;
    const here = top;
    top += rowHeight;
    return here;
  });
}

function wordsOf(row: ProfileRow, top: number, layout: Layout): readonly Shape[] {
  const weight = row.main ? 600 : 400;
  const y = top + (layout.wide ? 19 : 17);
  const x = row.main ? 0 : layout.codes;
  const room = layout.wide ? layout.codes + layout.names - x - 12 : layout.width - layout.differences - x;
  const texts: readonly TextAt[] = [
    ...(row.code === undefined || row.main ? [] : [{ x: 0, y, text: row.code, role: 'soft' } as const]),
    { x, y, text: fitted(row.label, room, LABEL), weight, role: row.main ? `p${row.hue}-text` : 'ink' },
    { x: layout.width, y, text: row.difference, weight: row.main ? 700 : 400, anchor: 'end' },
  ];
  // Narrow, the words stand among the grid lines, and so on paper.
  return texts.flatMap((text) => (layout.wide ? [textAt(text)] : onPaper(text)));
}

function marksOf(row: ProfileRow, y: number, scale: Scale): readonly Shape[] {
  const mean: readonly Shape[] =
    row.mean === null
      ? []
      : [{ kind: 'line', x1: scale(row.mean), y1: y - 8, x2: scale(row.mean), y2: y + 8, role: 'mean', stroke: 2 }];
  if (row.score === null) return [...gapMarks(row, y, scale), ...mean];
  const dot = { kind: 'circle', x: scale(row.score), y, radius: row.main ? 7 : 5, role: `p${row.hue}` } as const;
  if (row.mean === null) return [dot];
  const line = {
    x1: scale(row.mean),
    y1: y,
    x2: scale(row.score),
    y2: y,
    role: `p${row.hue}-light`,
    stroke: 3,
  } as const;
  return [{ kind: 'line', ...line }, ...mean, dot];
}

/** The hatched field, and the reason on the side of the mean where there is more room. */
function gapMarks(row: ProfileRow, y: number, scale: Scale): readonly Shape[] {
  const [x0 = 0, x1 = 0] = scale.range();
  const field: Shape = { kind: 'rect', x: x0, y: y - 7, width: x1 - x0, height: 14, role: 'missing' };
  if (row.why === undefined || row.why === '') return [field];
  const mean = row.mean === null ? x0 : scale(row.mean);
  const right = x1 - mean >= mean - x0;
  const room = (right ? x1 - mean : mean - x0) - 24;
  const text = fitted(row.why, room, TICK);
  const wide = widthOf(text, TICK) + 8;
  const x = right ? mean + 8 : mean - 8 - wide;
  return [
    field,
    { kind: 'rect', x, y: y - 9, width: wide, height: 18, role: 'paper' },
    textAt({ x: x + 4, y: y + 5, text, size: TICK, role: 'soft' }),
  ];
}
