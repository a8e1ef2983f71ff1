/**
 * A chart in the PDF: the page's own draw list as vectors, with the sentence for screen readers as its alternative text.
 * Must never: let a chart run off its page; what is too tall is drawn for a wider field and made smaller.
 */
import type { ChartSpec } from '../core/report/chart.js';
import { draw } from '../core/report/draw.js';
import type { Drawing, Shape } from '../core/report/drawing.js';
import { drawPiece, type Field, hatch } from './pdf-draw.js';
import { addElement, type Flow, leaveSpace, makeRoom } from './pdf-flow.js';
import { setLines } from './pdf-lines.js';
import type { Element, Pdf } from './pdf-open.js';
import { INK, INK_2, inkOf, PAPER } from './pdf-palette.js';
import { piece, type TextStyle, wrap } from './pdf-text.js';

/** Charts are drawn for this width and shrunk to the text column, so that labels of 14 become 9.5 points. */
const DRAWN_FOR = 736;
const TITLE: TextStyle = { size: 10, weight: 600, colour: INK };
const SUBTITLE: TextStyle = { size: 8.5, weight: 400, colour: INK_2 };

interface LaidChart {
  readonly drawing: Drawing;
  readonly scale: number;
  /** Title, subtitle and picture, in points. */
  readonly height: number;
}

export function layChart(flow: Flow, spec: ChartSpec): LaidChart {
  const width = flow.box.right - flow.box.left;
  const words = titleLines(spec, width).length * 14 + subtitleLines(spec, width).length * 12 + 8;
  const room = flow.box.bottom - flow.box.top - words - 4;
  let drawing = draw(spec, DRAWN_FOR);
  let scale = width / DRAWN_FOR;
  if (drawing.height * scale > room) {
    drawing = draw(spec, (width * drawing.height) / room);
    scale = Math.min(width / drawing.width, room / drawing.height);
  }
  return { drawing, scale, height: words + drawing.height * scale };
}

export function setChart(flow: Flow, spec: ChartSpec): void {
  const laid = layChart(flow, spec);
  const { left, right } = flow.box;
  makeRoom(flow, laid.height);
  const title = addElement(flow, flow.root, 'P');
  setLines(flow, title, titleLines(spec, right - left), { x: left, leading: 14, size: TITLE.size });
  title.end();
  const subtitle = addElement(flow, flow.root, 'P');
  setLines(flow, subtitle, subtitleLines(spec, right - left), { x: left, leading: 12, size: SUBTITLE.size });
  subtitle.end();
  leaveSpace(flow, 8);
  setPicture(flow, flow.root, { ...laid, x: left, y: flow.y, alt: spec.description });
  flow.y += laid.drawing.height * laid.scale;
}

interface Picture {
  readonly drawing: Drawing;
  readonly scale: number;
  readonly x: number;
  readonly y: number;
  readonly alt: string;
}

/** A figure with its alternative text and bounds. */
export function setPicture(flow: Flow, parent: Element, { drawing, scale, x, y, alt }: Picture): void {
  const bbox = [x, y, x + drawing.width * scale, y + drawing.height * scale];
  const figure = addElement(flow, parent, 'Figure', { alt, bbox });
  figure.add(() => {
    flow.pdf.save();
    flow.pdf.transform(scale, 0, 0, scale, x, y);
    for (const shape of drawing.shapes) drawShape(flow.pdf, shape);
    flow.pdf.restore();
  });
  figure.end();
}

const titleLines = (spec: ChartSpec, width: number) => wrap([{ text: spec.title, style: TITLE }], width);
const subtitleLines = (spec: ChartSpec, width: number) => wrap([{ text: spec.subtitle, style: SUBTITLE }], width);

function drawShape(pdf: Pdf, shape: Shape): void {
  switch (shape.kind) {
    case 'rect':
      if (shape.role === 'missing') hatch(pdf, shape satisfies Field, 5);
      else pdf.rect(shape.x, shape.y, shape.width, shape.height).fill(inkOf(shape.role));
      return;
    case 'line':
      pdf.moveTo(shape.x1, shape.y1).lineTo(shape.x2, shape.y2).lineWidth(shape.stroke).stroke(inkOf(shape.role));
      return;
    case 'circle':
      pdf.circle(shape.x, shape.y, shape.radius);
      if (shape.ring === true) pdf.lineWidth(1.5).fillAndStroke(PAPER, inkOf(shape.role));
      else pdf.fill(inkOf(shape.role));
      return;
    case 'text': {
      const { size, weight } = shape;
      const one = piece(shape.text, { size, weight, colour: inkOf(shape.role, true) });
      const shift = shape.anchor === 'end' ? one.width : shape.anchor === 'middle' ? one.width / 2 : 0;
      drawPiece(pdf, one, shape.x - shift, shape.y);
    }
  }
}
