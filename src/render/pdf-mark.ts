/**
 * The mark beside a figure: a dot for published, a ring for recomputed, nothing for computed from answers. Both are signs of
 * the font, so that they are found and copied with their figures.
 * Must never: be the only place that says what the mark means; a legend stands below tables that use it.
 */
import type { Provenance } from '../core/report/document.js';
import type { Labels } from './labels.js';
import type { StyledRun, TextStyle } from './pdf-text.js';
import type { TableMarks } from './table-marks.js';

const DOT = { sign: '\u2022', size: 1.25, lowered: 0.04 };
/** The degree sign, let down to the middle of the figures. */
const RING = { sign: '\u00B0', size: 1, lowered: 0.28 };

/** Both take the same room, half a letter's height, so that figures stand in line. */
const ADVANCE = 0.5;

export function markRun(provenance: Provenance | undefined, style: TextStyle): StyledRun | undefined {
  if (provenance !== 'published' && provenance !== 'recomputed') return undefined;
  const mark = provenance === 'published' ? DOT : RING;
  const size = style.size * mark.size;
  const advance = style.size * ADVANCE;
  return { text: mark.sign, style: { ...style, size, advance, lowered: mark.lowered } };
}

/** Blank of a mark's width, for a figure without one in a column of marked figures. */
export const noMark = (style: TextStyle): StyledRun => ({
  text: '\u00A0',
  style: { ...style, advance: style.size * ADVANCE },
});

/** "• published  ° recomputed", as far as the table uses them, and what figures without a mark are. */
export function legendRuns(marks: TableMarks, labels: Labels, style: TextStyle): readonly StyledRun[] {
  const used = marks.used.flatMap((kind) => {
    const mark = markRun(kind, style);
    if (mark === undefined) return [];
    return [mark, { text: `\u00A0${labels[kind]}   `, style }];
  });
  return marks.unmarked === undefined ? used : [...used, { text: labels[`unmarked-${marks.unmarked}`], style }];
}

/** The same signs where a report writes them into its sentences: the font has neither, so ours stand in. */
export function withMarks(runs: readonly StyledRun[]): readonly StyledRun[] {
  return runs.flatMap(({ text, style }) =>
    text.split(/([\u25CF\u25CB])/).flatMap((part): readonly StyledRun[] => {
      const mark = part === '\u25CF' ? DOT : part === '\u25CB' ? RING : undefined;
      if (part === '') return [];
      if (mark === undefined) return [{ text: part, style }];
      return [{ text: mark.sign, style: { ...style, size: style.size * mark.size, lowered: mark.lowered } }];
    }),
  );
}
