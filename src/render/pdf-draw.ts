/**
 * Putting set text on the page: a piece at its baseline, in its font and ink, with the true text behind replacement signs.
 * Must never: measure, break or move to another page.
 */
import { drawable } from './pdf-glyphs.js';
import type { Pdf } from './pdf-open.js';
import { RANGE } from './pdf-palette.js';
import { drawReplaced } from './pdf-replaced.js';
import type { Piece } from './pdf-text.js';

export function drawLine(pdf: Pdf, pieces: readonly Piece[], left: number, baseline: number): void {
  let x = left;
  for (const one of pieces) {
    drawPiece(pdf, one, x, baseline);
    x += one.width;
  }
}

export function drawPiece(pdf: Pdf, { text, style }: Piece, x: number, baseline: number): void {
  const shown = drawable(text);
  const y = baseline + (style.lowered ?? 0) * style.size;
  pdf.font(String(style.weight), style.size).fillColor(style.colour);
  if (shown === text) pdf.text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
  else drawReplaced(pdf, { shown, actual: text, size: style.size }, { x, y });
}

export interface Field {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Missing: a field of slanted lines, cut at its edges. `gap` is their distance. */
export function hatch(pdf: Pdf, { x, y, width, height }: Field, gap: number): void {
  pdf.save();
  pdf.rect(x, y, width, height).clip();
  for (let at = x - height; at < x + width; at += gap) pdf.moveTo(at, y + height).lineTo(at + height, y);
  pdf.lineWidth(gap / 6).stroke(RANGE);
  pdf.restore();
}
