/** A document read back as a reader would: its sentences, its tables, its sections. */
import type { Block, Document, Rich, Table } from '../../../src/core/report/document.js';

const plainText = (rich: Rich): string => (typeof rich === 'string' ? rich : rich.map((run) => run.text).join(''));

/** Every sentence of a block, in order. */
function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'paragraph':
    case 'note':
    case 'source':
      return [plainText(block.text)];
    case 'list':
      return block.items.map(plainText);
    case 'key-figures':
      return block.items.flatMap((item) => [item.label, item.value, item.rank ?? '', item.note ?? '']);
    case 'chart':
      return [block.chart.title, block.chart.subtitle, block.chart.description];
    case 'table':
      return [
        block.table.caption,
        ...block.table.columns.map((column) => column.title),
        ...block.table.rows.flatMap((row) => row.cells.flatMap((cell) => [cell.text, cell.also ?? '', cell.why ?? ''])),
      ];
  }
}

export const allTexts = (document: Document): readonly string[] => [
  document.title,
  document.lead ?? '',
  ...document.blocks.flatMap(textsOf),
];

/** The blocks under a heading, up to the next of the same level. */
function sectionOf(document: Document, id: string): readonly Block[] {
  const from = document.blocks.findIndex((block) => block.kind === 'heading' && block.id === id);
  if (from < 0) return [];
  const rest = document.blocks.slice(from + 1);
  const to = rest.findIndex((block) => block.kind === 'heading' && block.level === 2);
  return to < 0 ? rest : rest.slice(0, to);
}

export const sectionText = (document: Document, id: string): string =>
  sectionOf(document, id).flatMap(textsOf).join('\n');

export function headingOf(document: Document, id: string): string | undefined {
  return document.blocks.flatMap((block) => (block.kind === 'heading' && block.id === id ? [block.text] : []))[0];
}

export function tableOf(document: Document, id: string): Table {
  const found = document.blocks.flatMap((block) =>
    block.kind === 'table' && block.table.id === id ? [block.table] : [],
  )[0];
  if (found === undefined) throw new Error(`no table ${id}`);
  return found;
}

/** The cells of the row whose first cell says so, by column title. */
export function rowOf(table: Table, first: string): Readonly<Record<string, Table['rows'][number]['cells'][number]>> {
  const row = table.rows.find((one) => one.cells[0]?.text === first);
  if (row === undefined) throw new Error(`no row ${first}`);
  return Object.fromEntries(table.columns.map((column, i) => [column.title, row.cells[i] ?? { text: '' }]));
}
