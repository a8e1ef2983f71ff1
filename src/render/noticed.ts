/**
 * The tidy figures of a document with the edition's notice ("all answers are invented") as a column of their own, so that
 * it survives when rows are cut out of the file.
 * Must never: add anything to the figures of an edition that has no notice.
 */
import type { DataTable, Document } from '../core/report/document.js';

export function noticed(document: Document): DataTable {
  const { notice } = document.edition;
  const { columns, rows } = document.data;
  if (notice === undefined || columns.some((column) => column.name === 'notice')) return document.data;
  return {
    columns: [...columns, { name: 'notice', description: 'What must be known before the figures are used.' }],
    rows: rows.map((row) => [...row, notice]),
  };
}
