/**
 * Tables in the PDF: a caption, heads that are repeated on every page, rows that stay whole where they can and break
 * between lines where they cannot, reasons for missing figures below.
 * Must never: cut off text, or repeat a head to those who listen (a repeated head is an artifact).
 */
import type { Table } from '../core/report/document.js';
import { asArtifact } from './pdf-artifact.js';
import { addElement, type Flow, isAtTop, leaveSpace, makeRoom, roomLeft, turnPage } from './pdf-flow.js';
import { setLines } from './pdf-lines.js';
import { legendRuns } from './pdf-mark.js';
import type { Element } from './pdf-open.js';
import { INK_3 } from './pdf-palette.js';
import { drawGround, drawRepeated, fillRow, openRow, type RowPart } from './pdf-table-draw.js';
import type { TableLayout } from './pdf-table-layout.js';
import { heightOfRows, type LaidRow, type LaidTable, rowHeight } from './pdf-table-rows.js';
import { type StyledRun, type TextStyle, wrap } from './pdf-text.js';

const CAPTION_HEIGHT = 24;
/** A heading and a measure, as they mostly stand above. */
const ABOVE_TABLE = 70;
const CAPTION: TextStyle = { size: 8, weight: 400, colour: INK_3 };

/**
 * What a table needs below what stands above it: a table that a page can hold is not begun where little of it would fit;
 * else caption, heads and the first rows.
 */
export function leastTableHeight(flow: Flow, table: Table): number {
  const { head, rows } = laidOf(flow, table);
  const before = CAPTION_HEIGHT + heightOfRows(head);
  const whole = before + heightOfRows(closer(rows));
  const page = flow.box.bottom - flow.box.top;
  if (whole <= page - ABOVE_TABLE && roomLeft(flow) - ABOVE_TABLE < whole * 0.45) return whole;
  return before + Math.min(120, heightOfRows(rows.slice(0, 3)));
}

export function setTable(flow: Flow, table: Table): void {
  const { layout, head, rows } = laidOf(flow, table);
  makeRoom(flow, leastTableHeight(flow, table));
  const element = addElement(flow, flow.root, 'Table');
  setWords(flow, addElement(flow, element, 'Caption'), [{ text: table.caption, style: CAPTION }]);
  leaveSpace(flow, 4);
  setHead(flow, addElement(flow, element, 'THead'), head);
  const body = addElement(flow, element, 'TBody');
  const tight = heightOfRows(rows) > roomLeft(flow) && heightOfRows(closer(rows)) <= roomLeft(flow);
  const headHeight = heightOfRows(head);
  for (const row of tight ? closer(rows) : rows) setRow(flow, { element: body, row, head, headHeight });
  element.end();
  setNotes(flow, layout);
}

function laidOf(flow: Flow, table: Table): LaidTable {
  const laid = flow.plan.tables.get(table);
  if (laid === undefined) throw new Error(`the table ${table.id} was not planned`);
  return laid;
}

/** Rows a little closer together, for a table that then stays on its page. */
function closer(rows: readonly LaidRow[]): readonly LaidRow[] {
  return rows.map((row) => ({
    ...row,
    leading: row.leading * 0.92,
    padding: row.padding * 0.6,
    before: row.before * 0.8,
  }));
}

function setHead(flow: Flow, element: Element, head: readonly LaidRow[]): void {
  for (const row of head) {
    const part: RowPart = { row, from: 0, to: row.tall, top: flow.y };
    drawGround(flow, part);
    const cells = openRow(flow, element, row);
    fillRow(flow, cells, part);
    flow.y += rowHeight(row);
  }
  element.end();
}

interface BodyRow {
  readonly element: Element;
  readonly row: LaidRow;
  readonly head: readonly LaidRow[];
  readonly headHeight: number;
}

/** One row; on the next page when it does not fit here, over several when it fits on none. */
function setRow(flow: Flow, { element, row, head, headHeight }: BodyRow): void {
  const page = flow.box.bottom - flow.box.top - headHeight;
  if (roomLeft(flow) < rowHeight(row) && (rowHeight(row) <= page || roomLeft(flow) < page / 2)) nextPage(flow, head);
  const cells = openRow(flow, element, row);
  let from = 0;
  do {
    const fitting = Math.max(1, Math.floor((roomLeft(flow) - rowHeight(row, 0) + 0.5) / row.leading));
    const to = Math.min(row.tall, from + fitting);
    const part: RowPart = { row, from, to, top: flow.y };
    drawGround(flow, part);
    fillRow(flow, cells, part);
    flow.y += rowHeight(row, to - from);
    from = to;
    if (from < row.tall) nextPage(flow, head);
  } while (from < row.tall);
  for (const cell of cells) cell.end();
}

function nextPage(flow: Flow, head: readonly LaidRow[]): void {
  if (isAtTop(flow)) return;
  turnPage(flow);
  asArtifact(
    flow.pdf,
    () => {
      for (const row of head) {
        drawRepeated(flow, { row, from: 0, to: row.tall, top: flow.y });
        flow.y += rowHeight(row);
      }
    },
    'Pagination',
  );
}

/** What the marks mean, and why figures are missing. */
function setNotes(flow: Flow, { context }: TableLayout): void {
  const reasons = [...context.notes].map(([why, letter]): readonly StyledRun[] => [
    { text: `${letter}\u00A0\u00A0`, style: { ...CAPTION, weight: 600 } },
    { text: why, style: CAPTION },
  ]);
  const legend = legendRuns(context.marks, context.labels, CAPTION);
  const notes = [...(legend.length === 0 ? [] : [legend]), ...reasons];
  if (notes.length === 0) return;
  leaveSpace(flow, 4);
  for (const runs of notes) setWords(flow, addElement(flow, flow.root, 'P'), runs);
}

function setWords(flow: Flow, element: Element, runs: readonly StyledRun[]): void {
  const lines = wrap(runs, Math.min(flow.box.right - flow.box.left, 620));
  setLines(flow, element, lines, { x: flow.box.left, leading: 11, size: CAPTION.size });
  element.end();
}
