/**
 * Key figures in the PDF: up to four beside each other, each with its label, figure, mark, rank, note and strip.
 * Must never: print a figure without saying that it is published or recomputed, or leave an empty place for a missing one.
 */
import type { KeyFigure, KeyFigures } from '../core/report/document.js';
import { draw } from '../core/report/draw.js';
import { setPicture } from './pdf-chart.js';
import { drawLine } from './pdf-draw.js';
import { addElement, type Flow, makeRoom } from './pdf-flow.js';
import { markRun } from './pdf-mark.js';
import { INK, INK_2, INK_3, textOf } from './pdf-palette.js';
import { type Line, type StyledRun, wrap } from './pdf-text.js';

const BESIDE = 4;
const GAP = 20;
/** Strips are drawn so wide that their figures of 13 become 8 points. */
const STRIP_SCALE = 0.62;

interface LaidKey {
  readonly item: KeyFigure;
  readonly parts: readonly { readonly lines: readonly Line[]; readonly leading: number; readonly size: number }[];
  readonly height: number;
}

export function setKeyFigures(flow: Flow, { items }: KeyFigures): void {
  const columns = Math.min(BESIDE, Math.max(3, items.length));
  const width = (flow.box.right - flow.box.left - (columns - 1) * GAP) / columns;
  for (let from = 0; from < items.length; from += columns) {
    const row = items.slice(from, from + columns).map((item) => layKey(item, width));
    const height = Math.max(...row.map((key) => key.height));
    const strips = row.some(({ item }) => item.strip !== undefined) ? stripHeight(row, width) : 0;
    makeRoom(flow, height + strips);
    for (const [i, key] of row.entries()) {
      setKey(flow, key, { x: flow.box.left + i * (width + GAP), width, words: height });
    }
    flow.y += height + strips + 8;
  }
}

function layKey(item: KeyFigure, width: number): LaidKey {
  const label = { size: 9.5, weight: 600, colour: textOf(item.hue ?? 0) } as const;
  const figure = { size: 28, weight: 600, colour: INK } as const;
  const rank = { size: 9, weight: 600, colour: INK } as const;
  const note = { size: 8, weight: 400, colour: INK_3 } as const;
  const shown: StyledRun[] = [{ text: item.value === '' ? '–' : item.value, style: figure }];
  const mark = markRun(item.provenance, { ...rank, weight: 400, colour: INK_2 });
  const parts = [
    { runs: [{ text: item.label, style: label }], leading: 13, size: 9.5 },
    { runs: mark === undefined ? shown : [...shown, { text: ' ', style: rank }, mark], leading: 36, size: 28 },
    { runs: item.rank === undefined ? [] : [{ text: item.rank, style: rank }], leading: 13, size: 9 },
    { runs: item.note === undefined ? [] : [{ text: item.note, style: note }], leading: 11, size: 8 },
  ];
  const laid = parts
    .filter((part) => part.runs.length > 0)
    .map(({ runs, leading, size }) => ({ lines: wrap(runs, width), leading, size }));
  return { item, parts: laid, height: laid.reduce((total, part) => total + part.lines.length * part.leading, 0) };
}

function stripHeight(row: readonly LaidKey[], width: number): number {
  const heights = row.map(({ item }) => (item.strip === undefined ? 0 : draw(item.strip, width / STRIP_SCALE).height));
  return Math.max(...heights) * STRIP_SCALE + 4;
}

interface Place {
  readonly x: number;
  readonly width: number;
  /** Height of the words, below which the strips stand in one line. */
  readonly words: number;
}

function setKey(flow: Flow, { item, parts }: LaidKey, { x, width, words }: Place): void {
  let top = flow.y;
  for (const { lines, leading, size } of parts) {
    const element = addElement(flow, flow.root, 'P');
    element.add(() => {
      for (const [i, line] of lines.entries()) {
        drawLine(flow.pdf, line.pieces, x, top + (i + 0.5) * leading + size * 0.35);
      }
    });
    element.end();
    top += lines.length * leading;
  }
  if (item.strip === undefined) return;
  const drawing = draw(item.strip, width / STRIP_SCALE);
  const { description } = item.strip;
  setPicture(flow, flow.root, { drawing, scale: STRIP_SCALE, x, y: flow.y + words + 4, alt: description });
}
