/**
 * Drawing set lines: pieces of text at their baselines, links where they lead, actual text where the font has no sign.
 * Must never: measure or break; that was done before.
 */
import { drawLine, drawPiece } from './pdf-draw.js';
import { addElement, type Flow, makeRoom, roomLeft, turnPage } from './pdf-flow.js';
import type { Element } from './pdf-open.js';
import { type Line, type Piece, piece } from './pdf-text.js';
import { fileHref } from './safe-href.js';

export interface Setting {
  readonly x: number;
  /** Distance of baselines. */
  readonly leading: number;
  readonly size: number;
}

/** Sets a paragraph of any length into the flow, over as many pages as it needs. */
export function setLines(flow: Flow, element: Element, lines: readonly Line[], setting: Setting): void {
  makeRoom(flow, Math.min(lines.length, 3) * setting.leading);
  let next = 0;
  while (next < lines.length) {
    const fitting = Math.max(1, Math.floor((roomLeft(flow) + 0.5) / setting.leading));
    const here = lines.slice(next, next + fitting);
    drawBlock(flow, element, here, { ...setting, top: flow.y });
    flow.y += here.length * setting.leading;
    next += here.length;
    if (next < lines.length) turnPage(flow);
  }
}

interface PlacedBlock extends Setting {
  readonly top: number;
}

/** Lines on one page. Without links they are one content item; each link is an element of its own. */
function drawBlock(flow: Flow, element: Element, lines: readonly Line[], block: PlacedBlock): void {
  const baseline = (i: number) => block.top + i * block.leading + block.leading / 2 + block.size * 0.35;
  const linked = lines.some((line) => line.pieces.some((one) => one.style.href !== undefined));
  if (!linked) {
    element.add(() => {
      for (const [i, line] of lines.entries()) drawLine(flow.pdf, line.pieces, block.x, baseline(i));
    });
    return;
  }
  lines.forEach((line, i) => {
    let x = block.x;
    for (const one of line.pieces) {
      const at = { x, y: baseline(i) };
      drawLinked(flow, element, one, at);
      x += one.width;
    }
  });
}

/** A piece inside an element: plain text, or a link element with its annotation. */
export function drawLinked(
  flow: Flow,
  parent: Element,
  one: Piece,
  at: { readonly x: number; readonly y: number },
): void {
  const { pdf } = flow;
  const href = fileHref(one.style.href);
  if (href === undefined) {
    parent.add(() => drawPiece(pdf, one, at.x, at.y));
    return;
  }
  const link = addElement(flow, parent, 'Link');
  link.add(() => {
    drawPiece(pdf, one, at.x, at.y);
    const end = at.x + piece(one.text.trimEnd(), one.style).width;
    pdf
      .moveTo(at.x, at.y + 1.5)
      .lineTo(end, at.y + 1.5)
      .lineWidth(0.4)
      .stroke(one.style.colour);
  });
  const size = one.style.size;
  const options = { structParent: link, Contents: new String(one.text.trim()) };
  pdf.link(at.x, at.y - size, one.width, size * 1.3, href, options as unknown as PDFKit.Mixins.AnnotationOption);
  link.end();
}
