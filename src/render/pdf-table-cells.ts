/**
 * The words of a table as styled runs: heads, cells with marks and second figures, letters for missing ones.
 * Must never: measure or draw.
 */
import type { Cell, Table, TableColumn, TableRow } from '../core/report/document.js';
import type { Labels } from './labels.js';
import { markRun, noMark } from './pdf-mark.js';
import { ACCENT, INK, INK_2, INK_3, textOf } from './pdf-palette.js';
import type { StyledRun, TextStyle } from './pdf-text.js';
import { fileHref } from './safe-href.js';
import type { TableMarks } from './table-marks.js';

/** A column that is printed, and its place in the rows' cells. */
export interface PrintedColumn extends TableColumn {
  readonly place: number;
}

/** Columns on paper: all but the minor ones. */
export function printedColumns(table: Table): readonly PrintedColumn[] {
  return table.columns.map((column, place) => ({ ...column, place })).filter((column) => column.minor !== true);
}

export function headRuns(column: TableColumn, size: number): readonly StyledRun[] {
  const colour = column.hue === undefined ? INK_3 : textOf(column.hue);
  return [{ text: column.title, style: { size: size * 0.9, weight: 400, colour } }];
}

export function groupRuns(title: string, hue: number | undefined, size: number): readonly StyledRun[] {
  return [{ text: title, style: { size, weight: 600, colour: hue === undefined ? INK_2 : textOf(hue) } }];
}

export interface CellContext {
  readonly table: Table;
  readonly notes: ReadonlyMap<string, string>;
  readonly labels: Labels;
  readonly marks: TableMarks;
  /** Places of columns in which some figures bear a mark. */
  readonly marked: ReadonlySet<number>;
  readonly size: number;
}

export function markedColumns(table: Table, { markOf }: TableMarks): ReadonlySet<number> {
  const marked = (cell: Cell) => markOf(cell) !== undefined;
  return new Set(table.rows.flatMap((row) => row.cells.flatMap((cell, place) => (marked(cell) ? [place] : []))));
}

/** What stands in a cell; the second figure on a line of its own. */
export function cellRuns(context: CellContext, row: TableRow, place: number): readonly StyledRun[] {
  const cell = row.cells[place] ?? { text: '' };
  const style = styleOf(context, row, cell, place);
  const small: TextStyle = { size: context.size * 0.85, weight: 400, colour: INK_3 };
  const runs: StyledRun[] = [{ text: cell.why !== undefined && cell.text === '' ? '–' : cell.text, style }];
  const letter = cell.why === undefined ? undefined : context.notes.get(cell.why);
  if (letter !== undefined) runs.push({ text: `\u00A0${letter}`, style: { ...small, lowered: -0.3 } });
  const mark = markRun(context.marks.markOf(cell), { size: context.size, weight: 400, colour: INK_2 });
  if (mark !== undefined) runs.push({ text: '\u00A0', style }, mark);
  else if (context.marked.has(place)) runs.push({ text: '\u00A0', style }, noMark(style));
  if (cell.also !== undefined) runs.push({ text: ` \n${cell.also}`, style: small });
  return runs;
}

function styleOf({ table, size }: CellContext, row: TableRow, cell: Cell, place: number): TextStyle {
  const stressed = row.look === 'total' || row.look === 'pillar' || cell.strong === true;
  const href = fileHref(cell.href);
  const heat = table.look === 'heat' && place > 0;
  const colour = href !== undefined ? ACCENT : cell.hue !== undefined && !heat ? textOf(cell.hue) : INK;
  return { size, weight: stressed ? 600 : 400, colour, ...(href === undefined ? {} : { href }) };
}
