/**
 * What stands on every page: the edition at the head, its notice when all is invented, the source and "3 / 7" at the foot.
 * Must never: let a page leave without its source, or shorten source or notice (they wrap, and the page gives way).
 */
import type { Document } from '../core/report/document.js';
import { asArtifact } from './pdf-artifact.js';
import { drawLine } from './pdf-draw.js';
import type { Pdf } from './pdf-open.js';
import { INK_2, INK_3, RULE, WARNING, WARNING_WASH } from './pdf-palette.js';
import { type Line, piece, type TextStyle, wrap } from './pdf-text.js';

/** The field text may fill, in points from the top left of the page. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Frame {
  readonly box: Box;
  readonly width: number;
  readonly height: number;
  readonly notice: readonly Line[];
  readonly source: readonly Line[];
}

const A4 = [595.28, 841.89] as const;
const MARGIN = 48;
const HEAD = 50;
const NOTICE: TextStyle = { size: 9, weight: 600, colour: WARNING };
const NOTICE_LEADING = 12;
const EDITION: TextStyle = { size: 8, weight: 600, colour: INK_2 };
const SOURCE: TextStyle = { size: 7.5, weight: 400, colour: INK_3 };
const SOURCE_LEADING = 10;
const BESIDE_NUMBER = 64;

export function frameOf(document: Document, landscape: boolean): Frame {
  const [width, height] = landscape ? [A4[1], A4[0]] : A4;
  const room = width - 2 * MARGIN;
  const { notice = '', source } = document.edition;
  const noticeLines = notice === '' ? [] : wrap([{ text: notice, style: NOTICE }], room - 24);
  const sourceLines = wrap([{ text: source, style: SOURCE }], room - BESIDE_NUMBER);
  const band = noticeLines.length === 0 ? 0 : noticeLines.length * NOTICE_LEADING + 22;
  return {
    width,
    height,
    notice: noticeLines,
    source: sourceLines,
    box: {
      left: MARGIN,
      right: width - MARGIN,
      top: HEAD + 14 + band,
      bottom: height - 40 - sourceLines.length * SOURCE_LEADING,
    },
  };
}

/** Draws the frame on every page, once their number is known. */
export function drawFrames(pdf: Pdf, document: Document): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    pdf.switchToPage(page);
    const frame = frameOf(document, pdf.page.width > pdf.page.height);
    asArtifact(pdf, () => drawFrame(pdf, document, { ...frame, number: `${page + 1} / ${count}` }), 'Pagination');
  }
}

function drawFrame(pdf: Pdf, document: Document, frame: Frame & { readonly number: string }): void {
  const { left, right } = frame.box;
  const maker = piece('Alidade', { ...EDITION, weight: 400, colour: INK_3 });
  drawLine(pdf, [piece(document.edition.title, EDITION)], left, 36);
  drawLine(pdf, [maker], right - maker.width, 36);
  rule(pdf, left, right, HEAD - 6);
  if (frame.notice.length > 0) drawNotice(pdf, frame);
  const foot = frame.height - 32 - frame.source.length * SOURCE_LEADING;
  rule(pdf, left, right, foot);
  for (const [i, line] of frame.source.entries()) drawLine(pdf, line.pieces, left, foot + 12 + i * SOURCE_LEADING);
  const number = piece(frame.number, { ...EDITION, weight: 400 });
  drawLine(pdf, [number], right - number.width, foot + 12);
}

function drawNotice(pdf: Pdf, { box, notice }: Frame): void {
  const height = notice.length * NOTICE_LEADING + 10;
  pdf.rect(box.left, HEAD + 2, box.right - box.left, height).fill(WARNING_WASH);
  pdf.rect(box.left, HEAD + 2, 3, height).fill(WARNING);
  for (const [i, line] of notice.entries()) drawLine(pdf, line.pieces, box.left + 12, HEAD + 16 + i * NOTICE_LEADING);
}

function rule(pdf: Pdf, left: number, right: number, y: number): void {
  pdf.moveTo(left, y).lineTo(right, y).lineWidth(0.5).stroke(RULE);
}
