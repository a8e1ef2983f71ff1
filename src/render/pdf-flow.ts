/**
 * Where we are while a PDF is written: the page, how far down it, and the structure the next block belongs to.
 * Must never: draw anything outside a structure element without marking it as an artifact.
 */
import type { Document } from '../core/report/document.js';
import type { Labels } from './labels.js';
import { type Box, frameOf } from './pdf-frame.js';
import { type Element, openPdf, type Pdf } from './pdf-open.js';
import type { Plan } from './pdf-plan.js';

export interface Flow {
  readonly pdf: Pdf;
  readonly document: Document;
  readonly labels: Labels;
  readonly plan: Plan;
  /** The structure element of the whole document. */
  readonly root: Element;
  /** Field of the current page that text may fill, in points from the top left. */
  box: Box;
  landscape: boolean;
  /** Points from the top: where the next block begins. */
  y: number;
  /** Where bookmarks of sections go: below the title's. */
  readonly bookmarks: { title?: PDFKit.PDFOutline; section?: PDFKit.PDFOutline };
}

/** A document with its first page, upright and empty. */
export function startFlow(document: Document, labels: Labels, plan: Plan): Flow {
  const pdf = openPdf(document);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const box = frameOf(document, false).box;
  const flow: Flow = { pdf, document, labels, plan, root, box, landscape: false, y: box.top, bookmarks: {} };
  turnPage(flow, false);
  return flow;
}

/** Begins a page, upright unless the flow lies. */
export function turnPage(flow: Flow, landscape = flow.landscape): void {
  flow.pdf.addPage({ size: 'A4', layout: landscape ? 'landscape' : 'portrait', margin: 0 });
  flow.landscape = landscape;
  flow.box = frameOf(flow.document, landscape).box;
  flow.y = flow.box.top;
}

export const roomLeft = (flow: Flow): number => flow.box.bottom - flow.y;
export const isAtTop = (flow: Flow): boolean => flow.y <= flow.box.top + 0.5;

/** Turns the page when less than this height is left; a block taller than a page begins where it stands at the top. */
export function makeRoom(flow: Flow, height: number): void {
  if (roomLeft(flow) < height && !isAtTop(flow)) turnPage(flow);
}

/** Space before a block, none at the top of a page. */
export function leaveSpace(flow: Flow, height: number): void {
  if (!isAtTop(flow)) flow.y = Math.min(flow.y + height, flow.box.bottom);
}

/** Adds a structure element below another. */
export function addElement(flow: Flow, parent: Element, tag: string, options: object = {}): Element {
  const element = flow.pdf.struct(tag, options);
  parent.add(element);
  return element;
}
