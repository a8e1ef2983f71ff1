/**
 * Which sheets a workbook has: "Data" (tidy, full precision), "Codebook" (what each column means), "Read me" (edition,
 * source, notice), then one sheet per table of the report and per further table of figures.
 * Must never: round a figure; a cell shows a text only where there is no figure behind it.
 */
import type { Cell, DataTable, Document, Table } from '../core/report/document.js';
import { noticed, noticedTable } from './noticed.js';
import type { Sheet, SheetCell } from './xlsx-write.js';

export function sheetsOf(document: Document): readonly Sheet[] {
  const tables = document.blocks.flatMap((block) => (block.kind === 'table' ? [tableSheet(block.table)] : []));
  const further = (document.more ?? []).map((table) => figuresSheet(table.id, noticedTable(document, table)));
  return [figuresSheet('Data', noticed(document)), codebook(document), readMe(document), ...tables, ...further];
}

function figuresSheet(name: string, { columns, rows }: DataTable): Sheet {
  const names = columns.map((column) => column.name);
  return { name, headRows: 1, widths: widthsOf([names, ...rows.slice(0, 200)]), rows: [names, ...rows] };
}

/** Columns of further sheets are given as `sheet: column`. */
function codebook(document: Document): Sheet {
  const rows = [
    ...noticed(document).columns.map(({ name, description }) => [name, description]),
    ...(document.more ?? []).flatMap(({ id, columns }) =>
      columns.map(({ name, description }) => [`${id}: ${name}`, description]),
    ),
  ];
  return { name: 'Codebook', headRows: 1, widths: [24, 100], rows: [['column', 'meaning'], ...rows] };
}

function readMe(document: Document): Sheet {
  const { edition, title, lead } = document;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Report', title],
    ['In short', lead],
    ['Notice', edition.notice],
    ['Edition', edition.title],
    ['Source', edition.source],
    ['Date', edition.date],
  ];
  const rows = facts.flatMap(([name, text]) => (text === undefined ? [] : [[name, text]]));
  return { name: 'Read me', headRows: 0, widths: [16, 110], rows };
}

/** Caption, column titles (under their groups, where there are any), rows. A missing figure reads as its reason. */
function tableSheet(table: Table): Sheet {
  const titles = table.columns.map((column) => column.title);
  const groups = table.columns.map((column) => column.group ?? '');
  const heads = groups.some((group) => group !== '') ? [groups, titles] : [titles];
  const rows = table.rows.map((row) => row.cells.map(cellValue));
  return {
    name: table.id,
    headRows: 1 + heads.length,
    widths: widthsOf([titles, ...rows]),
    rows: [[table.caption], ...heads, ...rows],
  };
}

function cellValue(cell: Cell): SheetCell {
  if (cell.value !== undefined) return cell.value;
  return cell.text === '' ? (cell.why ?? null) : cell.text;
}

/** In characters, between 8 and 60. */
function widthsOf(rows: readonly (readonly SheetCell[])[]): number[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, i) => {
      const length = typeof cell === 'number' ? 12 : (cell ?? '').length + 2;
      widths[i] = Math.min(60, Math.max(widths[i] ?? 8, length));
    });
  }
  return widths;
}
