/**
 * The only module that knows the spreadsheet library: sheets of texts and numbers → bytes.
 * Must never: know a document, or let a text become a formula.
 */
import { type WriteSheet, writeXlsx } from 'hucre/xlsx';

export interface Workbook {
  readonly title: string;
  /** ISO date that the file bears as created and modified. */
  readonly date: string;
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  readonly name: string;
  /** Rows that stay in view and stand in bold; 0 for none. */
  readonly headRows: number;
  readonly widths: readonly number[];
  readonly rows: readonly (readonly SheetCell[])[];
}

export type SheetCell = string | number | null;

/** Excel refuses a cell of more characters. */
const LONGEST_TEXT = 32_767;
const CUT = ' … [cut: a cell holds 32,767 characters; the CSV and JSON files have the whole text]';

export async function writeWorkbook(workbook: Workbook): Promise<Buffer> {
  const date = new Date(`${workbook.date.slice(0, 10)}T00:00:00Z`);
  const names = sheetNames(workbook.sheets.map((sheet) => sheet.name));
  const bytes = await writeXlsx({
    properties: { title: workbook.title, created: date, modified: date },
    sheets: workbook.sheets.map((sheet, i) => written(sheet, names[i] ?? '')),
  });
  return Buffer.from(bytes);
}

function written(sheet: Sheet, name: string): WriteSheet {
  const bold = { font: { bold: true } };
  const heads = sheet.rows
    .slice(0, sheet.headRows)
    .flatMap((row, r) => row.map((value, c) => [`${r},${c}`, { value: fitted(value), style: bold }] as const));
  return {
    name,
    columns: sheet.widths.map((width) => ({ width })),
    rows: sheet.rows.map((row) => row.map(fitted)),
    cells: new Map(heads),
    ...(sheet.headRows > 0 ? { freezePane: { rows: sheet.headRows } } : {}),
  };
}

function fitted(cell: SheetCell): SheetCell {
  if (typeof cell !== 'string') return cell;
  const text = cell.length <= LONGEST_TEXT ? cell : cut(cell);
  // `_x000D_` is how the format writes a carriage return: a text that happens to read so must say that its `_` is one.
  // The last two places of Unicode's first plane have no place in XML either; the library escapes all others itself.
  const plain = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return plain.replace(/[\uFFFE\uFFFF]/g, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase()}_`);
}

const cut = (text: string): string => text.slice(0, LONGEST_TEXT - CUT.length).replace(/[\uD800-\uDBFF]$/, '') + CUT;

/** Names a workbook accepts: at most 31 characters, none of []:*?/\, no apostrophe at the ends, no two alike. */
function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const base =
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || 'Table';
    let given = [...base].slice(0, 28).join('').slice(0, 31);
    for (let n = 2; taken.has(given.toLowerCase()); n++) given = `${[...base].slice(0, 24).join('').slice(0, 27)} ${n}`;
    taken.add(given.toLowerCase());
    return given;
  });
}
