/**
 * A document made ready for views/blocks/*.ejs: sections under their headings, rich text as runs, charts drawn wide and
 * narrow, table cells with their classes. Templates only loop and print.
 * Must never: contain a rule of the index, build HTML, or know a request.
 */
import type { ChartSpec } from '../core/report/chart.js';
import type { Block, Document, Heading, KeyFigure, KeyFigures, Note, Rich, Run } from '../core/report/document.js';
import { draw } from '../core/report/draw.js';
import { type ChartWords, chartWords } from './chart-words.js';
import { type Labels, labelsOf } from './labels.js';
import { pageHref } from './safe-href.js';
import { type SvgView, svgView } from './svg-view.js';
import { type TableView, tableView } from './table-view.js';

/** What views/blocks/document.ejs shows. */
export interface BlocksView {
  readonly labels: Labels;
  readonly sections: readonly SectionView[];
  /** Where a page offers the files of a chart or table; absent in files that stand alone. */
  readonly links?: BlockLinks;
}

export interface BlockLinks {
  readonly svg?: (chart: string) => string;
  readonly csv?: string;
}

/** Blocks up to the next heading of level 2, and that heading. */
interface SectionView {
  readonly heading?: Heading;
  readonly blocks: readonly BlockView[];
}

type BlockView =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly id: string; readonly text: string }
  | { readonly kind: 'paragraph'; readonly tone: string; readonly runs: readonly RunView[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly RunView[])[] }
  | { readonly kind: 'key-figures'; readonly items: readonly KeyView[] }
  | { readonly kind: 'table'; readonly table: TableView; readonly folded: boolean; readonly fold?: string }
  | {
      readonly kind: 'chart';
      readonly id: string;
      /** Whether it is offered as drawn only. */
      readonly asDrawn: boolean;
      readonly words: ChartWords;
      readonly wide: SvgView;
      readonly narrow: SvgView;
    }
  | { readonly kind: 'note'; readonly tone: Note['tone']; readonly runs: readonly RunView[] }
  | { readonly kind: 'source'; readonly runs: readonly RunView[] };

/** A run whose address, if any, may be followed. */
type RunView = Run;
type KeyView = Omit<KeyFigure, 'strip'> & { readonly strip?: SvgView };

/** The views of a document are made once and kept as long as the document is. */
export function blocksView(document: Document, links?: BlockLinks): BlocksView {
  const kept = made.get(document) ?? sectionsOf(document);
  made.set(document, kept);
  return { labels: labelsOf(document.language), sections: kept, ...(links === undefined ? {} : { links }) };
}

const made = new WeakMap<Document, readonly SectionView[]>();

function sectionsOf(document: Document): readonly SectionView[] {
  const sections: { heading?: Heading; blocks: BlockView[] }[] = [];
  const words = chartWords(document.blocks);
  for (const block of document.blocks) {
    if (block.kind === 'heading' && block.level === 2) {
      sections.push({ heading: block, blocks: [] });
      continue;
    }
    if (sections.length === 0) sections.push({ blocks: [] });
    sections.at(-1)?.blocks.push(blockView(block, words));
  }
  return sections;
}

function blockView(block: Block, words: ReadonlyMap<ChartSpec, ChartWords>): BlockView {
  switch (block.kind) {
    case 'heading':
      return block;
    case 'paragraph':
      return { kind: 'paragraph', tone: block.tone ?? '', runs: runsOf(block.text) };
    case 'list':
      return { kind: 'list', items: block.items.map(runsOf) };
    case 'key-figures':
      return keysView(block);
    case 'table':
      return tableBlock(block);
    case 'chart':
      return chartView(block.chart, words.get(block.chart) ?? {});
    case 'note':
      return { kind: 'note', tone: block.tone, runs: runsOf(block.text) };
    case 'source':
      return { kind: 'source', runs: runsOf(block.text) };
  }
}

/** Without words of its own, a fold is that of a chart's twin. */
function tableBlock({ table, twinOf, fold }: Extract<Block, { readonly kind: 'table' }>): BlockView {
  const folded = twinOf !== undefined || fold !== undefined;
  return { kind: 'table', table: tableView(table), folded, ...(fold === undefined ? {} : { fold }) };
}

function keysView(block: KeyFigures): BlockView {
  const items = block.items.map(({ strip, href, ...item }): KeyView => {
    const url = pageHref(href);
    return {
      ...item,
      ...(url === undefined ? {} : { href: url }),
      ...(strip === undefined ? {} : { strip: svgView(draw(strip, 264), strip, 'chart strip') }),
    };
  });
  return { kind: 'key-figures', items };
}

/** Of a heat map, and of ranks under several assumptions, there is no other drawing that answers the pointer. */
const AS_DRAWN: ReadonlySet<ChartSpec['kind']> = new Set([
  'matrix',
  'moves',
  'rank-intervals',
  'rank-frequencies',
  'indices',
]);

/** Rankings, comparisons and heat maps take the page's width, other charts that of a text column. */
const WHOLE: ReadonlySet<ChartSpec['kind']> = new Set([
  'ranking',
  'comparison',
  'matrix',
  'moves',
  'rank-intervals',
  'rank-frequencies',
]);

function chartView(chart: ChartSpec, words: ChartWords): BlockView {
  const whole = WHOLE.has(chart.kind);
  const wide = draw(chart, whole ? 1152 : 736);
  const narrow = draw(chart, 358);
  const named = (size: string) => ({ ...chart, id: `${chart.id}-${size}` });
  return {
    kind: 'chart',
    id: chart.id,
    asDrawn: AS_DRAWN.has(chart.kind),
    words,
    wide: svgView(wide, named('wide'), whole ? 'chart wide' : 'chart wide column'),
    narrow: svgView(narrow, named('narrow'), 'chart narrow'),
  };
}

function runsOf(text: Rich): readonly RunView[] {
  if (typeof text === 'string') return [{ text }];
  return text.map(({ href, ...run }) => {
    const url = pageHref(href);
    return url === undefined ? run : { ...run, href: url };
  });
}
