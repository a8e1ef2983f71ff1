/**
 * Setting each kind of block, and what must stay together: a heading never stands alone at the foot of a page.
 * Must never: know the frame of a page or the order of blocks.
 */
import type { Block, Heading, Paragraph, Rich, Run } from '../core/report/document.js';
import { asArtifact } from './pdf-artifact.js';
import { leastChartHeight, setChart } from './pdf-chart.js';
import { drawLine } from './pdf-draw.js';
import { addElement, type Flow, leaveSpace, makeRoom } from './pdf-flow.js';
import { setKeyFigures } from './pdf-keys.js';
import { setLines } from './pdf-lines.js';
import { withMarks } from './pdf-mark.js';
import { ACCENT, INK, INK_2, INK_3, RANGE, textOf, WARNING } from './pdf-palette.js';
import { leastTableHeight, setTable } from './pdf-table.js';
import { balanced, piece, type StyledRun, type TextStyle, wrap } from './pdf-text.js';
import { fileHref } from './safe-href.js';

const TITLE: TextStyle = { size: 21, weight: 600, colour: INK };
const LEAD: TextStyle = { size: 11.5, weight: 400, colour: INK_2 };
const H2: TextStyle = { size: 14, weight: 600, colour: INK };
const H3: TextStyle = { size: 10.5, weight: 600, colour: INK };
const BODY: TextStyle = { size: 9.5, weight: 400, colour: INK };
const SMALL: TextStyle = { size: 8, weight: 400, colour: INK_3 };
const TONES: Readonly<Record<string, TextStyle>> = {
  lead: { ...BODY, size: 11, colour: INK_2 },
  measure: { ...BODY, size: 9, colour: INK_2 },
  formula: { ...BODY, size: 11.5 },
};
/** Lines of running text are no longer than this, 60 to 80 letters. */
const MEASURE = 420;

export function setOpening(flow: Flow): void {
  const { title, lead } = flow.document;
  flow.bookmarks.title = flow.pdf.outline.addItem(title, bookmarkAt(flow));
  setText(flow, {
    tag: 'H1',
    runs: [{ text: title, style: TITLE }],
    leading: 26,
    width: balancedWidth(flow, title, TITLE),
  });
  if (lead === undefined) return;
  leaveSpace(flow, 8);
  setText(flow, { tag: 'P', runs: [{ text: lead, style: LEAD }], leading: 17, width: 440 });
}

/** @param next the blocks after this one, as far as it should not be parted from them */
export function setBlock(flow: Flow, block: Block, next: readonly Block[]): void {
  switch (block.kind) {
    case 'heading':
      setHeading(flow, block, next);
      break;
    case 'paragraph':
      setParagraph(flow, block);
      break;
    case 'list':
      setList(flow, block.items);
      break;
    case 'key-figures':
      leaveSpace(flow, 16);
      setKeyFigures(flow, block);
      break;
    case 'table':
      leaveSpace(flow, 12);
      setTable(flow, block.table);
      break;
    case 'chart':
      leaveSpace(flow, 14);
      setChart(flow, block.chart);
      break;
    case 'note':
      setNote(flow, block.text, block.tone);
      break;
    case 'source':
      leaveSpace(flow, 6);
      setText(flow, { tag: 'P', runs: runsOf(block.text, SMALL), leading: 11, width: 460 });
  }
}

function setParagraph(flow: Flow, { text, tone }: Paragraph): void {
  leaveSpace(flow, 6);
  const style = TONES[tone ?? ''] ?? BODY;
  setText(flow, { tag: 'P', runs: runsOf(text, style), leading: style.size * 1.5, width: MEASURE });
}

interface Text {
  readonly tag: string;
  readonly runs: readonly StyledRun[];
  readonly leading: number;
  readonly width: number;
  readonly indent?: number;
}

function setText(flow: Flow, { tag, runs, leading, width, indent = 0 }: Text, parent = flow.root): void {
  const element = addElement(flow, parent, tag);
  const size = runs[0]?.style.size ?? BODY.size;
  setLines(flow, element, wrap(runs, width - indent), { x: flow.box.left + indent, leading, size });
  element.end();
}

function setHeading(flow: Flow, heading: Heading, next: readonly Block[]): void {
  const main = heading.level === 2;
  leaveSpace(flow, main ? 24 : 12);
  makeRoom(flow, (main ? 20 : 15) + keptWith(flow, next));
  const { bookmarks, pdf } = flow;
  const parent = main ? bookmarks.title : (bookmarks.section ?? bookmarks.title);
  const item = (parent ?? pdf.outline).addItem(heading.text, bookmarkAt(flow));
  if (main) bookmarks.section = item;
  const style = main ? H2 : H3;
  const width = balancedWidth(flow, heading.text, style);
  setText(flow, { tag: main ? 'H2' : 'H3', runs: [{ text: heading.text, style }], leading: style.size * 1.35, width });
}

/** Titles in lines of like length. */
const balancedWidth = (flow: Flow, text: string, style: TextStyle): number =>
  balanced([{ text, style }], flow.box.right - flow.box.left);

/** Height that should follow a heading on its page: whole charts, the beginning of anything else. */
function keptWith(flow: Flow, [next, ...rest]: readonly Block[]): number {
  if (next === undefined) return 0;
  if (next.kind === 'heading') return 30 + keptWith(flow, rest);
  if (next.kind === 'paragraph' && next.tone === 'measure') return 24 + keptWith(flow, rest);
  if (next.kind === 'chart') return 14 + leastChartHeight(flow, next.chart);
  return next.kind === 'table' ? 12 + leastTableHeight(flow, next.table) : 48;
}

function setList(flow: Flow, items: readonly Rich[]): void {
  const list = addElement(flow, flow.root, 'L');
  for (const text of items) {
    leaveSpace(flow, 4);
    makeRoom(flow, BODY.size * 1.5);
    const item = addElement(flow, list, 'LI');
    const label = addElement(flow, item, 'Lbl');
    label.add(() => drawLine(flow.pdf, [piece('•', BODY)], flow.box.left, flow.y + BODY.size * 1.1));
    setText(
      flow,
      { tag: 'LBody', runs: runsOf(text, BODY), leading: BODY.size * 1.5, width: MEASURE, indent: 12 },
      item,
    );
  }
  list.end();
}

function setNote(flow: Flow, text: Rich, tone: 'info' | 'caution' | 'invented'): void {
  leaveSpace(flow, 10);
  const style = { ...BODY, colour: INK_2 };
  const runs = [{ text: `${flow.labels[tone]}. `, style: { ...style, weight: 600 } as const }, ...runsOf(text, style)];
  const height = wrap(runs, MEASURE - 12).length * 14.5;
  makeRoom(flow, Math.min(height, 200));
  const bar = { top: flow.y, page: flow.pdf.page };
  asArtifact(flow.pdf, () => {
    const down = Math.min(height, flow.box.bottom - bar.top);
    flow.pdf.rect(flow.box.left, bar.top, 2, down).fill(tone === 'invented' ? WARNING : RANGE);
  });
  setText(flow, { tag: 'P', runs, leading: 14.5, width: MEASURE, indent: 12 });
}

/** Stressed, coloured by pillar, leading somewhere outside. */
function runsOf(text: Rich, style: TextStyle): readonly StyledRun[] {
  const runs = typeof text === 'string' ? [{ text }] : text;
  const styled = runs.map((run: Run) => {
    const href = fileHref(run.href);
    const colour = href !== undefined ? ACCENT : run.hue === undefined ? style.colour : textOf(run.hue);
    const weight = run.strong === true ? 600 : style.weight;
    return { text: run.text, style: { ...style, colour, weight, ...(href === undefined ? {} : { href }) } };
  });
  return withMarks(styled);
}

/** Points to the current height of the current page. */
function bookmarkAt(flow: Flow): { readonly expanded: boolean } {
  const place = { expanded: true, top: Math.max(0, flow.y - 12), left: flow.pdf.page.width };
  return place;
}
