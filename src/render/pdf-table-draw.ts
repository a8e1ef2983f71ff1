/**
 * Drawing part of a laid row: shades, hatching and rules as artifacts, then each cell's words in its own element.
 * Must never: decide where pages end.
 */
import { asArtifact } from './pdf-artifact.js';
import { drawLine, hatch } from './pdf-draw.js';
import { addElement, type Flow } from './pdf-flow.js';
import { drawLinked } from './pdf-lines.js';
import type { Element } from './pdf-open.js';
import { INK, PAPER } from './pdf-palette.js';
import { type LaidCell, type LaidRow, rowHeight } from './pdf-table-rows.js';
import type { Line } from './pdf-text.js';

/** The lines `from` to `to` of a row, whose top stands at `top`. */
export interface RowPart {
  readonly row: LaidRow;
  readonly from: number;
  readonly to: number;
  readonly top: number;
}

/** Opens the row's element and one for each cell; content is added page by page. */
export function openRow(flow: Flow, parent: Element, row: LaidRow): readonly Element[] {
  const element = addElement(flow, parent, 'TR');
  const cells = row.cells.map((cell) => {
    if (cell.scope === undefined) return addElement(flow, element, 'TD');
    const head = addElement(flow, element, 'TH', { scope: cell.scope });
    if (cell.span > 1) attributesOf(head).A = { O: 'Table', Scope: cell.scope, ColSpan: cell.span };
    return head;
  });
  return cells;
}

export function drawGround(flow: Flow, part: RowPart): void {
  const { row } = part;
  if (!row.rule && row.cells.every((cell) => cell.shade === undefined && !cell.hatched)) return;
  asArtifact(flow.pdf, () => drawFields(flow, part));
}

export function fillRow(flow: Flow, elements: readonly Element[], part: RowPart): void {
  part.row.cells.forEach((cell, i) => {
    const element = elements[i];
    const lines = cell.lines.slice(part.from, part.to);
    if (element === undefined || lines.length === 0) return;
    if (lines.some((line) => line.pieces.some((one) => one.style.href !== undefined))) {
      eachLine(flow, cell, part, (line, x, y) => {
        let at = x;
        for (const one of line.pieces) {
          drawLinked(flow, element, one, { x: at, y });
          at += one.width;
        }
      });
    } else element.add(() => eachLine(flow, cell, part, (line, x, y) => drawLine(flow.pdf, line.pieces, x, y)));
  });
}

/** A head on a further page: fields and words, inside an artifact that the caller has opened. */
export function drawRepeated(flow: Flow, part: RowPart): void {
  drawFields(flow, part);
  for (const cell of part.row.cells) eachLine(flow, cell, part, (line, x, y) => drawLine(flow.pdf, line.pieces, x, y));
}

function drawFields(flow: Flow, part: RowPart): void {
  const { pdf, box } = flow;
  const { row, from, to, top } = part;
  const height = rowHeight(row, to - from) - row.before;
  for (const { x, width, shade, hatched } of row.cells) {
    const field = { x: box.left + x + 1, y: top + row.before + 0.8, width: width - 2, height: height - 1.6 };
    if (shade !== undefined) pdf.rect(field.x, field.y, field.width, field.height).fill(shade);
    if (hatched) hatch(pdf, field, 4);
  }
  for (const cell of row.cells) if (cell.hatched) clearGround(flow, cell, part);
  if (!row.rule) return;
  const y = row.cells.some((cell) => cell.scope === 'Column') ? top + row.before + height : top + row.before;
  pdf.moveTo(box.left, y).lineTo(box.right, y).lineWidth(0.7).stroke(INK);
}

/** Paper behind the words of a hatched cell, so that they can be read. */
function clearGround(flow: Flow, cell: LaidCell, part: RowPart): void {
  const { leading } = part.row;
  eachLine(flow, cell, part, (line, x, y) => {
    flow.pdf.rect(x - 2, y - leading * 0.62, line.width + 4, leading * 0.8).fill(PAPER);
  });
}

/** Baselines of a cell's lines; heads stand on the floor of their row, cells hang from its ceiling. */
function eachLine(flow: Flow, cell: LaidCell, part: RowPart, draw: (line: Line, x: number, y: number) => void): void {
  const { row, from, to, top } = part;
  const sunk = cell.scope === 'Column' ? row.tall - cell.lines.length : 0;
  cell.lines.slice(from, to).forEach((line, i) => {
    const y = top + row.before + row.padding + (i + sunk) * row.leading + row.leading / 2 + row.size * 0.35;
    draw(line, flow.box.left + startOf(cell, line), y);
  });
}

/** The first column begins at the margin, the last ends at it: half a gutter is given away on the outer sides only by alignment. */
function startOf(cell: LaidCell, line: Line): number {
  if (cell.align === 'right') return cell.x + cell.width - cell.gutter / 2 - line.width;
  if (cell.align === 'centre') return cell.x + (cell.width - line.width) / 2;
  return cell.x + (cell.x === 0 ? 0 : cell.gutter / 2);
}

function attributesOf(element: Element): { A?: object } {
  return (element as unknown as { readonly dictionary: { readonly data: { A?: object } } }).dictionary.data;
}
