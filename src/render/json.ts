/**
 * A document as JSON: what it is about, its figures as records in full precision, its tables as they are shown.
 * Must never: change the order of keys between runs, or leave out the edition's notice.
 */
import type { Block, DataTable, Document, Rich, Table } from '../core/report/document.js';
import { legible } from './legible.js';

/** Keys stand in a fixed order and records in the order of the document; ends with a line end. */
export function toJson(document: Document): string {
  const { name, title, lead, language, edition, data, more, blocks } = legible(document);
  return `${JSON.stringify(
    {
      name,
      title,
      lead,
      language,
      edition: {
        id: edition.id,
        title: edition.title,
        source: edition.source,
        date: edition.date,
        notice: edition.notice,
      },
      columns: columnsOf(data.columns),
      rows: recordsOf(data),
      more: more?.map(({ id, columns, rows }) => ({
        id,
        columns: columnsOf(columns),
        rows: recordsOf({ columns, rows }),
      })),
      tables: blocks.flatMap((block) => (block.kind === 'table' ? [tableData(block.table)] : [])),
      findings: blocks.flatMap(findingsOf),
    },
    null,
    1,
  )}\n`;
}

const columnsOf = (columns: DataTable['columns']) => columns.map(({ name, description }) => ({ name, description }));

const recordsOf = ({ columns, rows }: DataTable) =>
  rows.map((row) => Object.fromEntries(columns.map((column, i) => [column.name, row[i] ?? null])));

/** A table as shown: texts, with the full figure, its provenance and the reason of its absence where a cell has them. */
function tableData(table: Table) {
  return {
    id: table.id,
    caption: table.caption,
    columns: table.columns.map((column) => ({ title: column.title, group: column.group, numeric: column.numeric })),
    rows: table.rows.map((row) =>
      row.cells.map((cell) => ({
        text: cell.text,
        value: cell.value,
        provenance: cell.provenance,
        also: cell.also,
        missing: cell.why,
      })),
    ),
  };
}

/** What the report says in sentences. */
function findingsOf(block: Block): string[] {
  if (block.kind === 'heading') return [block.text];
  if (block.kind === 'paragraph' || block.kind === 'note') return [plainText(block.text)];
  return block.kind === 'list' ? block.items.map(plainText) : [];
}

const plainText = (text: Rich): string => (typeof text === 'string' ? text : text.map((run) => run.text).join(''));
