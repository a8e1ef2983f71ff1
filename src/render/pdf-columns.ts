/**
 * Two short lists under headings of their own ("what lifts", "what holds back") stand beside each other, as in a yearbook.
 * Must never: set columns that do not fit on one page; such lists follow each other.
 */
import type { Block, Heading, List } from '../core/report/document.js';
import { ABOVE_ITEM, BULLET, setBlock } from './pdf-blocks.js';
import { type Flow, isAtTop, turnPage } from './pdf-flow.js';
import { ABOVE_HEADING } from './pdf-headings.js';
import { BODY, columnOf, H2, H3, leadingOf, linesOf, runsOf } from './pdf-words.js';

const GAP = 20;
/** What a heading wants to have below it, so that it does not turn the page by itself. */
const BELOW_HEADING = 60;

type Column = readonly [Heading, List];

/** Two columns, when these blocks begin with two short lists under headings of one level and nothing else below them. */
export function columnsAt(blocks: readonly Block[]): readonly [Column, Column] | undefined {
  const [one, first, two, second, after] = blocks;
  if (one?.kind !== 'heading' || first?.kind !== 'list') return undefined;
  if (two?.kind !== 'heading' || second?.kind !== 'list') return undefined;
  const closed = one.level === two.level && (after === undefined || after.kind === 'heading');
  const short = first.items.length <= 6 && second.items.length <= 6;
  return closed && short
    ? [
        [one, first],
        [two, second],
      ]
    : undefined;
}

export function setColumns(flow: Flow, [left, right]: readonly [Column, Column]): void {
  const width = (columnOf(flow) - GAP) / 2;
  const needed = Math.max(heightOf(left, width), heightOf(right, width));
  if (flow.box.bottom - flow.y < needed && !isAtTop(flow)) turnPage(flow);
  const { box } = flow;
  if (box.bottom - flow.y < needed) {
    setColumn(flow, left);
    setColumn(flow, right);
    return;
  }
  const top = flow.y;
  flow.box = { ...box, right: box.left + width };
  setColumn(flow, left);
  const ends = flow.y;
  flow.y = top;
  flow.box = { ...box, left: box.left + width + GAP };
  setColumn(flow, right);
  flow.box = box;
  flow.y = Math.max(ends, flow.y);
}

function setColumn(flow: Flow, [heading, list]: Column): void {
  setBlock(flow, heading, [list]);
  setBlock(flow, list, []);
}

function heightOf([heading, list]: Column, width: number): number {
  const style = heading.level === 2 ? H2 : H3;
  const title = linesOf([{ text: heading.text, style }], style, width).length * leadingOf(style);
  const items = list.items.map(
    (item) => ABOVE_ITEM + linesOf(runsOf(item, BODY), BODY, width - BULLET).length * leadingOf(BODY),
  );
  const below = items.reduce((sum, item) => sum + item, 0);
  return ABOVE_HEADING[heading.level] + title + Math.max(BELOW_HEADING, below);
}
