/**
 * Setting each kind of block.
 * Must never: know the frame of a page or the order of blocks.
 */
import type { Block, Note, Paragraph, Rich } from '../core/report/document.js';
import { asArtifact } from './pdf-artifact.js';
import { setChart } from './pdf-chart.js';
import { drawLine } from './pdf-draw.js';
import { addElement, type Flow, leaveSpace, makeRoom } from './pdf-flow.js';
import { setHeading } from './pdf-headings.js';
import { setKeyFigures } from './pdf-keys.js';
import { INK_2, RANGE, WARNING } from './pdf-palette.js';
import { setTable } from './pdf-table.js';
import { piece, type TextStyle } from './pdf-text.js';
import { BODY, columnOf, leadingOf, linesOf, runsOf, SMALL, setText } from './pdf-words.js';

const TONES: Readonly<Record<string, TextStyle>> = {
  measure: { ...BODY, colour: INK_2 },
  formula: { ...BODY, size: 11.5 },
};
const NOTE: TextStyle = { ...BODY, colour: INK_2 };
export const BULLET = 12;
export const ABOVE_ITEM = 3;

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
      leaveSpace(flow, 10);
      setTable(flow, block.table);
      break;
    case 'chart':
      leaveSpace(flow, 12);
      setChart(flow, block.chart);
      break;
    case 'note':
      setNote(flow, block);
      break;
    case 'source':
      leaveSpace(flow, 5);
      setText(flow, { tag: 'P', runs: runsOf(block.text, SMALL), style: SMALL });
  }
}

function setParagraph(flow: Flow, { text, tone }: Paragraph): void {
  leaveSpace(flow, 5);
  const style = TONES[tone ?? ''] ?? BODY;
  setText(flow, { tag: 'P', runs: runsOf(text, style), style });
}

function setList(flow: Flow, items: readonly Rich[]): void {
  const list = addElement(flow, flow.root, 'L');
  for (const text of items) {
    leaveSpace(flow, ABOVE_ITEM);
    const runs = runsOf(text, BODY);
    makeRoom(flow, Math.min(3, linesOf(runs, BODY, columnOf(flow) - BULLET).length) * leadingOf(BODY));
    const item = addElement(flow, list, 'LI');
    const label = addElement(flow, item, 'Lbl');
    label.add(() => drawLine(flow.pdf, [piece('•', BODY)], flow.box.left, flow.y + leadingOf(BODY) / 2 + 3.3));
    setText(flow, { tag: 'LBody', runs, style: BODY, indent: BULLET }, item);
  }
  list.end();
}

/** A bar at the side; it stays on the page on which the note begins. */
function setNote(flow: Flow, { text, tone }: Note): void {
  leaveSpace(flow, 10);
  const runs = [{ text: `${flow.labels[tone]}. `, style: { ...NOTE, weight: 600 } as const }, ...runsOf(text, NOTE)];
  const lines = linesOf(runs, NOTE, columnOf(flow) - BULLET);
  const height = lines.length * leadingOf(NOTE);
  makeRoom(flow, Math.min(height, 200));
  asArtifact(flow.pdf, () => {
    const down = Math.min(height, flow.box.bottom - flow.y);
    flow.pdf.rect(flow.box.left, flow.y, 2, down).fill(tone === 'invented' ? WARNING : RANGE);
  });
  setText(flow, { tag: 'P', runs, style: NOTE, indent: BULLET });
}
