/**
 * A document as JSON: what it is about, its figures as records in full precision, its tables as they are shown.
 * Must never: change the order of keys between runs, or leave out the edition's notice.
 */
import type { Block, Document, Rich, Table } from '../core/report/document.js';
import { legible } from './legible.js';

/** Keys stand in a fixed order and records in the order of the document; ends with a line end. */
export function toJson(document: Document): string {
  const { name, title, lead, language, edition, data, blocks } = legible(document);
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
      columns: data.columns.map((column) => ({ name: column.name, description: column.description })),
      rows: data.rows.map((row) => Object.fromEntries(data.columns.map((column, i) => [column.name, row[i] ?? null]))),
      tables: blocks.flatMap((block) => (block.kind === 'table' ? [tableData(block.table)] : [])),
      findings: blocks.flatMap(findingsOf),
    },
    null,
    1,
  )}\n`;
}

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
