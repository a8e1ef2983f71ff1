/**
 * A document as PDF: A4, our font embedded, bookmarks, page numbers, vector charts, and the structure that PDF/UA-1 asks for.
 * Must never: ask the clock or draw a random number; the same document gives the same bytes.
 */
import type { Document } from '../core/report/document.js';
import { labelsOf } from './labels.js';
import { legible } from './legible.js';
import { setBlock } from './pdf-blocks.js';
import { columnsAt, setColumns } from './pdf-columns.js';
import { type Flow, startFlow, turnPage } from './pdf-flow.js';
import { drawFrames } from './pdf-frame.js';
import { setOpening } from './pdf-headings.js';
import { closePdf } from './pdf-open.js';
import { planOf } from './pdf-plan.js';

/** Rejects only where the document holds a character that no file can carry. */
export async function toPdf(document: Document): Promise<Buffer> {
  const labels = labelsOf(document.language);
  const plan = planOf(legible(document), labels);
  const flow = startFlow(document, labels, plan);
  setOpening(flow);
  for (let i = 0; i < plan.blocks.length; ) i += setNext(flow, i);
  drawFrames(flow.pdf, document);
  flow.root.end();
  return closePdf(flow.pdf);
}

/** Sets the block at this place, or the four that make two columns; returns how many were set. */
function setNext(flow: Flow, at: number): number {
  const { blocks, lying } = flow.plan;
  const [block, ...next] = blocks.slice(at, at + 5);
  if (block === undefined) return 1;
  if (lying.has(block) !== flow.landscape) turnPage(flow, lying.has(block));
  const columns = columnsAt([block, ...next]);
  if (columns === undefined) {
    setBlock(flow, block, next);
    return 1;
  }
  setColumns(flow, columns);
  return 4;
}
