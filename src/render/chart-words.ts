/**
 * The words above a chart: its title and measure, unless the heading and paragraph just before it say the same.
 * Must never: drop words that stand nowhere else.
 */
import type { ChartSpec } from '../core/report/chart.js';
import type { Block } from '../core/report/document.js';

export interface ChartWords {
  readonly title?: string;
  readonly subtitle?: string;
}

/** As far as a chart's words are looked for before it. */
const NEAR = 3;

/** For every chart of a document, what is to be written above it. */
export function chartWords(blocks: readonly Block[]): ReadonlyMap<ChartSpec, ChartWords> {
  const words = new Map<ChartSpec, ChartWords>();
  blocks.forEach((block, i) => {
    if (block.kind !== 'chart') return;
    const { title, subtitle } = block.chart;
    const said = new Set(blocks.slice(Math.max(0, i - NEAR), i).map(saidBy));
    words.set(block.chart, { ...(said.has(title) ? {} : { title }), ...(said.has(subtitle) ? {} : { subtitle }) });
  });
  return words;
}

function saidBy(block: Block): string | undefined {
  if (block.kind === 'heading') return block.text;
  if (block.kind !== 'paragraph') return undefined;
  return typeof block.text === 'string' ? block.text : block.text.map((run) => run.text).join('');
}
