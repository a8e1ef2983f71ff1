/**
 * What is decided about a PDF before its first page: which blocks are printed, how each table is laid out, which pages lie.
 * Must never: draw, or leave out a figure that is printed nowhere else.
 */
import type { ChartSpec } from '../core/report/chart.js';
import type { Block, Document, Table } from '../core/report/document.js';
import { type ChartWords, chartWords } from './chart-words.js';
import type { Labels } from './labels.js';
import { frameOf } from './pdf-frame.js';
import { layTable } from './pdf-table-layout.js';
import { type LaidTable, layRows } from './pdf-table-rows.js';

export interface Plan {
  readonly blocks: readonly Block[];
  readonly tables: ReadonlyMap<Table, LaidTable>;
  /** Blocks that stand on pages that lie. */
  readonly lying: ReadonlySet<Block>;
  readonly chartWords: ReadonlyMap<ChartSpec, ChartWords>;
}

export function planOf(document: Document, labels: Labels): Plan {
  const blocks = document.blocks.filter((block) => !isPrintedElsewhere(block, document.blocks));
  const [upright, lying] = [frameOf(document, false).box, frameOf(document, true).box];
  const rooms = { upright: upright.right - upright.left, lying: lying.right - lying.left };
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
  const laid = new Map(tables.map((table) => [table, layRows(layTable(table, labels, rooms))]));
  return { blocks, tables: laid, lying: lyingBlocks(blocks, laid), chartWords: chartWords(document.blocks) };
}

/** A chart's twin is not printed when another table of the report has all its rows and columns. */
function isPrintedElsewhere(block: Block, blocks: readonly Block[]): boolean {
  if (block.kind !== 'table' || block.twinOf === undefined) return false;
  return blocks.some(
    (other) => other.kind === 'table' && other.twinOf === undefined && holds(other.table, block.table),
  );
}

function holds(whole: Table, part: Table): boolean {
  const columns = new Set(whole.columns.map((column) => column.title));
  const rows = new Set(whole.rows.map((row) => row.cells[0]?.text));
  return (
    part.columns.every((column) => columns.has(column.title)) && part.rows.every((row) => rows.has(row.cells[0]?.text))
  );
}

/** Wide tables lie, with the headings and measures before them and the sources after them. */
function lyingBlocks(blocks: readonly Block[], laid: Plan['tables']): ReadonlySet<Block> {
  const lying = new Set<Block>();
  const leads = (block: Block) => block.kind === 'heading' || (block.kind === 'paragraph' && block.tone === 'measure');
  blocks.forEach((block, i) => {
    const before = blocks[i - 1];
    if (block.kind === 'source' && before !== undefined && lying.has(before)) lying.add(block);
    if (block.kind !== 'table' || laid.get(block.table)?.layout.landscape !== true) return;
    lying.add(block);
    for (let b = i - 1; b >= 0; b--) {
      const lead = blocks[b];
      if (lead === undefined || !leads(lead)) break;
      lying.add(lead);
    }
  });
  return lying;
}
