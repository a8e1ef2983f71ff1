/**
 * A document as PDF: A4, our font embedded, bookmarks, page numbers, vector charts, and the structure that PDF/UA-1 asks for.
 * Must never: ask the clock or draw a random number; the same document gives the same bytes.
 */
import type { Document } from '../core/report/document.js';
import { labelsOf } from './labels.js';
import { legible } from './legible.js';
import { setBlock, setOpening } from './pdf-blocks.js';
import { startFlow, turnPage } from './pdf-flow.js';
import { drawFrames } from './pdf-frame.js';
import { closePdf } from './pdf-open.js';
import { planOf } from './pdf-plan.js';

/** Rejects only where the document holds a character that no file can carry. */
export async function toPdf(document: Document): Promise<Buffer> {
  const labels = labelsOf(document.language);
  const plan = planOf(legible(document), labels);
  const flow = startFlow(document, labels, plan);
  setOpening(flow);
  plan.blocks.forEach((block, i) => {
    if (plan.lying.has(block) !== flow.landscape) turnPage(flow, plan.lying.has(block));
    setBlock(flow, block, plan.blocks.slice(i + 1, i + 5));
  });
  drawFrames(flow.pdf, document);
  flow.root.end();
  return closePdf(flow.pdf);
}
