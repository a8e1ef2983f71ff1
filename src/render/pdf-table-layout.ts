/**
 * How wide the columns of a table are, how large its letters, and whether its page lies: upright as long as no word must
 * be broken, if need be a little smaller, then lying, then smaller still. Long words wrap at the last resort; nothing is cut.
 * Must never: draw.
 */
import type { Table } from '../core/report/document.js';
import type { Labels } from './labels.js';
import {
  type CellContext,
  cellRuns,
  headRuns,
  markedColumns,
  type PrintedColumn,
  printedColumns,
} from './pdf-table-cells.js';
import { extentOf } from './pdf-text.js';
import { isShadedColumn } from './shaded-column.js';
import { tableMarks } from './table-marks.js';
import { tableNotes } from './table-notes.js';

export interface TableLayout {
  readonly columns: readonly (PrintedColumn & { readonly x: number; readonly width: number })[];
  readonly context: CellContext;
  readonly landscape: boolean;
}

/** Between columns, half on each side; shaded cells need less. */
export const gutterOf = (table: Table): number => (table.look === 'heat' ? 5 : 10);
const SMALLEST = 6.5;
/** A single word (an address, say) asks for no more than this; beyond it, it is broken. */
const LONGEST_WORD = 130;
/** As far as rows are looked at for the widths of columns. */
const LOOKED_AT = 400;

export function layTable(
  table: Table,
  labels: Labels,
  rooms: { readonly upright: number; readonly lying: number },
): TableLayout {
  const notes = tableNotes(table);
  const marks = tableMarks(table);
  const marked = markedColumns(table, marks);
  const tries = [
    { room: rooms.upright, size: 8.5, landscape: false },
    { room: rooms.upright, size: 7.5, landscape: false },
    { room: rooms.lying, size: 8.5, landscape: true },
    { room: rooms.lying, size: 7.5, landscape: true },
    { room: rooms.lying, size: SMALLEST, landscape: true },
  ];
  for (const { room, size, landscape } of tries) {
    const context = { table, notes, labels, marks, marked, size };
    const needs = needsOf(context);
    const last = size === SMALLEST;
    if (last || needs.reduce((sum, need) => sum + need.least, 0) <= room)
      return { columns: placed(needs, room), context, landscape };
  }
  throw new Error('unreachable: the smallest size takes any table');
}

interface Need {
  readonly column: PrintedColumn;
  /** Without breaking a word; without wrapping at all. */
  readonly least: number;
  readonly most: number;
}

function needsOf(context: CellContext): readonly Need[] {
  const { table, size } = context;
  const gutter = gutterOf(table);
  const needs = printedColumns(table).map((column): Need => {
    const head = extentOf(headRuns(column, size));
    let least = head.longest;
    let most = Math.min(head.whole, column.numeric ? head.longest * 1.6 : head.whole);
    for (const row of table.rows.slice(0, LOOKED_AT)) {
      const cell = extentOf(cellRuns(context, row, column.place));
      const indent = column.place === 0 ? indentOf(row.indent, row.look) : 0;
      const whole = table.look === 'heat' && column.place === 0;
      least = Math.max(least, Math.min(LONGEST_WORD, whole ? cell.whole : cell.longest) + indent);
      most = Math.max(most, Math.min(320, cell.whole) + indent);
    }
    return { column, least: least + gutter, most: Math.max(most, least) + gutter };
  });
  return table.look === 'heat' ? evened(needs) : needs;
}

export const indentOf = (indent: number | undefined, look: string | undefined): number =>
  10 * (indent ?? (look === 'sub' ? 1 : 0));

/** Shaded columns are all as wide as the widest of them. */
function evened(needs: readonly Need[]): readonly Need[] {
  const numbers = needs.filter(({ column }) => isShadedColumn(column));
  const least = Math.max(0, ...numbers.map((need) => need.least));
  return needs.map((need) => (numbers.includes(need) ? { ...need, least, most: least } : need));
}

/** Columns of figures are all as wide as the widest of them, where there is room for that. */
function calmed(needs: readonly Need[], room: number): readonly Need[] {
  const most = Math.max(0, ...needs.filter(({ column }) => column.numeric).map((need) => need.most));
  const even = needs.map((need) => (need.column.numeric ? { ...need, most } : need));
  return even.reduce((sum, need) => sum + need.most, 0) <= room ? even : needs;
}

/** Shares the room: what each needs at least, then by what each would like, then evenly. */
function placed(given: readonly Need[], room: number): TableLayout['columns'] {
  const needs = calmed(given, room);
  const least = needs.reduce((sum, need) => sum + need.least, 0);
  const most = needs.reduce((sum, need) => sum + need.most, 0);
  const spare = (room - most) / needs.length;
  let x = 0;
  return needs.map(({ column, least: low, most: high }) => {
    let width = high + spare;
    if (least > room) width = (low * room) / least;
    else if (most > room) width = low + ((high - low) * (room - least)) / (most - least);
    const left = x;
    x += width;
    return { ...column, x: left, width };
  });
}
