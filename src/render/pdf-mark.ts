/**
 * The mark beside a figure: a dot for published, a ring for recomputed, nothing for computed from answers. It is a sign of
 * the font, so that it can be found, copied and read aloud as the word it stands for.
 * Must never: be the only place that says what the mark means; a legend stands below tables that use it.
 */
import type { Provenance, Table } from '../core/report/document.js';
import type { Labels } from './labels.js';
import type { StyledRun, TextStyle } from './pdf-text.js';

const DOT = { sign: '\u2022', size: 1.25, lowered: 0.04 };
/** The degree sign, let down to the middle of the figures. */
const RING = { sign: '\u00B0', size: 1, lowered: 0.28 };

export function markRun(provenance: Provenance | undefined, labels: Labels, style: TextStyle): StyledRun | undefined {
  if (provenance !== 'published' && provenance !== 'recomputed') return undefined;
  const mark = provenance === 'published' ? DOT : RING;
  const shown = { ...style, size: style.size * mark.size, lowered: mark.lowered, actual: labels[provenance] };
  return { text: mark.sign, style: shown };
}

/** "• published  ° recomputed", as far as the table uses them. */
export function legendRuns(table: Table, labels: Labels, style: TextStyle): readonly StyledRun[] {
  const used = new Set(table.rows.flatMap((row) => row.cells.map((cell) => cell.provenance)));
  return (['published', 'recomputed'] as const).flatMap((kind) => {
    const mark = used.has(kind) ? markRun(kind, labels, style) : undefined;
    if (mark === undefined) return [];
    return [
      { ...mark, style: { ...mark.style, actual: mark.text } },
      { text: `\u00A0${labels[kind]}   `, style },
    ];
  });
}
