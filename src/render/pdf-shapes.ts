/**
 * One shape of a draw list as PDF vectors, in the drawing's own coordinates.
 * Must never: know which chart it belongs to.
 */
import type { Shape } from '../core/report/drawing.js';
import { drawPiece, hatch } from './pdf-draw.js';
import type { Pdf } from './pdf-open.js';
import { inkOf, PAPER } from './pdf-palette.js';
import { piece } from './pdf-text.js';

export function drawShape(pdf: Pdf, shape: Shape): void {
  switch (shape.kind) {
    case 'rect':
      if (shape.role === 'missing') hatch(pdf, shape, 5);
      else pdf.rect(shape.x, shape.y, shape.width, shape.height).fill(inkOf(shape.role));
      break;
    case 'line':
      pdf.moveTo(shape.x1, shape.y1).lineTo(shape.x2, shape.y2).lineWidth(shape.stroke).stroke(inkOf(shape.role));
      break;
    case 'circle':
      pdf.circle(shape.x, shape.y, shape.radius);
      if (shape.ring === true) pdf.lineWidth(1.5).fillAndStroke(PAPER, inkOf(shape.role));
      else pdf.fill(inkOf(shape.role));
      break;
    case 'text':
      drawText(pdf, shape);
  }
}

function drawText(pdf: Pdf, shape: Extract<Shape, { readonly kind: 'text' }>): void {
  const { size, weight } = shape;
  const one = piece(shape.text, { size, weight, colour: inkOf(shape.role, true) });
  const shift = shape.anchor === 'end' ? one.width : shape.anchor === 'middle' ? one.width / 2 : 0;
  drawPiece(pdf, one, shape.x - shift, shape.y);
}
