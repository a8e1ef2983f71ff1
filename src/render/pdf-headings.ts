/**
 * Title, lead and headings with their bookmarks. A heading is never parted from what it is the heading of.
 * Must never: skip a level of structure.
 */
import type { Block, Heading } from '../core/report/document.js';
import { leastChartHeight } from './pdf-chart.js';
import { type Flow, leaveSpace, makeRoom } from './pdf-flow.js';
import { leastTableHeight } from './pdf-table.js';
import { H2, H3, LEAD, setText, TITLE } from './pdf-words.js';

export const ABOVE_HEADING = { 2: 16, 3: 10 } as const;

export function setOpening(flow: Flow): void {
  const { title, lead } = flow.document;
  flow.bookmarks.title = flow.pdf.outline.addItem(title, bookmarkAt(flow));
  setText(flow, { tag: 'H1', runs: [{ text: title, style: TITLE }], style: TITLE });
  if (lead === undefined) return;
  leaveSpace(flow, 8);
  setText(flow, { tag: 'P', runs: [{ text: lead, style: LEAD }], style: LEAD });
}

/** @param next the blocks after the heading */
export function setHeading(flow: Flow, { level, text }: Heading, next: readonly Block[]): void {
  const style = level === 2 ? H2 : H3;
  leaveSpace(flow, ABOVE_HEADING[level]);
  makeRoom(flow, style.size * 1.4 + keptWith(flow, next));
  const { bookmarks, pdf } = flow;
  const parent = level === 2 ? bookmarks.title : (bookmarks.section ?? bookmarks.title);
  const item = (parent ?? pdf.outline).addItem(text, bookmarkAt(flow));
  if (level === 2) bookmarks.section = item;
  setText(flow, { tag: `H${level}`, runs: [{ text, style }], style });
}

/** Height that should follow a heading on its page: whole charts, the beginning of anything else. */
function keptWith(flow: Flow, [next, ...rest]: readonly Block[]): number {
  if (next === undefined) return 0;
  if (next.kind === 'heading') return 30 + keptWith(flow, rest);
  if (next.kind === 'paragraph' && next.tone === 'measure') return 24 + keptWith(flow, rest);
  if (next.kind === 'chart') return 14 + leastChartHeight(flow, next.chart);
  return next.kind === 'table' ? 12 + leastTableHeight(flow, next.table) : 40;
}

/** Points to the current height of the current page; pdfkit counts `left` from the right edge. */
function bookmarkAt(flow: Flow): { readonly expanded: boolean } {
  const place = { expanded: true, top: Math.max(0, flow.y - 12), left: flow.pdf.page.width };
  return place;
}
