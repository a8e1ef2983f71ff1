/**
 * Why figures are missing from a table: each reason once, under a letter that stands in the cells and opens the note
 * below the table. Pages and PDFs use the same letters.
 * Must never: leave a missing figure without its reason.
 */
import type { Table } from '../core/report/document.js';

/** Reason → letter, in the order in which the reasons first appear: a, b … z, aa, ab … */
export function tableNotes(table: Table): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  for (const row of table.rows) {
    for (const { why } of row.cells) if (why !== undefined && !notes.has(why)) notes.set(why, letter(notes.size));
  }
  return notes;
}

function letter(place: number): string {
  const last = String.fromCharCode(97 + (place % 26));
  return place < 26 ? last : letter(Math.floor(place / 26) - 1) + last;
}
