/**
 * The tidy figures of a document with the edition's notice ("all answers are invented") as a column of their own, so that
 * it survives when rows are cut out of the file.
 * Must never: add anything to the figures of an edition that has no notice.
 */
import type { DataTable, Document } from '../core/report/document.js';

export const noticed = (document: Document): DataTable => noticedTable(document, document.data);

/** The same of further figures. */
export function noticedTable({ edition: { notice } }: Document, table: DataTable): DataTable {
  const { columns, rows } = table;
  if (notice === undefined || columns.some((column) => column.name === 'notice')) return table;
  return {
    columns: [...columns, { name: 'notice', description: 'What must be known before the figures are used.' }],
    rows: rows.map((row) => [...row, notice]),
  };
}
