/**
 * A document as PDF: A4, our font embedded, bookmarks, page numbers, vector charts, and the structure that PDF/UA-1 asks for.
 * Must never: ask the clock or draw a random number; the same document gives the same bytes.
 */
import type { Block, Document } from '../core/report/document.js';
import { labelsOf } from './labels.js';
import { legible } from './legible.js';
import { setBlock, setOpening } from './pdf-blocks.js';
import { type Flow, startFlow, turnPage } from './pdf-flow.js';
import { drawFrames, frameOf } from './pdf-frame.js';
import { closePdf } from './pdf-open.js';
import { layTable, type TableLayout } from './pdf-table-layout.js';

export async function toPdf(document: Document): Promise<Buffer> {
  const flow = startFlow(legible(document), labelsOf(document.language));
  const layouts = layTables(flow);
  const lying = lyingBlocks(document.blocks, layouts);
  turnPage(flow, false);
  setOpening(flow);
  document.blocks.forEach((block, i) => {
    if (lying.has(block) !== flow.landscape) turnPage(flow, lying.has(block));
    setBlock(flow, block, document.blocks.slice(i + 1, i + 5), layouts);
  });
  drawFrames(flow.pdf, document);
  flow.root.end();
  return closePdf(flow.pdf);
}

function layTables({ document, labels }: Flow): ReadonlyMap<Block, TableLayout> {
  const [upright, lying] = [frameOf(document, false).box, frameOf(document, true).box];
  const rooms = { upright: upright.right - upright.left, lying: lying.right - lying.left };
  const tables = document.blocks.filter((block) => block.kind === 'table');
  return new Map(tables.map((block) => [block, layTable(block.table, labels, rooms)]));
}

/** Wide tables on lying pages, with the headings and measures before them and the sources after them. */
function lyingBlocks(blocks: readonly Block[], layouts: ReadonlyMap<Block, TableLayout>): ReadonlySet<Block> {
  const lying = new Set<Block>();
  const leads = (block: Block) => block.kind === 'heading' || (block.kind === 'paragraph' && block.tone === 'measure');
  blocks.forEach((block, i) => {
    const before = blocks[i - 1];
    if (block.kind === 'source' && before !== undefined && lying.has(before)) lying.add(block);
    if (layouts.get(block)?.landscape !== true) return;
    lying.add(block);
    for (let b = i - 1; b >= 0; b--) {
      const lead = blocks[b];
      if (lead === undefined || !leads(lead)) break;
      lying.add(lead);
    }
  });
  return lying;
}
