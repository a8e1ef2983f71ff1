/**
 * A chart in the PDF: the page's own draw list as vectors, with the sentence for screen readers as its alternative text.
 * Must never: let a chart run off its page; what is too tall is drawn for a wider field and made smaller.
 */
import type { ChartSpec } from '../core/report/chart.js';
import { draw } from '../core/report/draw.js';
import type { Drawing } from '../core/report/drawing.js';
import { chartParts } from './pdf-chart-parts.js';
import { addElement, type Flow, isAtTop, leaveSpace, roomLeft, turnPage } from './pdf-flow.js';
import { setLines } from './pdf-lines.js';
import type { Element } from './pdf-open.js';
import { INK, INK_2 } from './pdf-palette.js';
import { drawShape } from './pdf-shapes.js';
import { type Line, type TextStyle, wrap } from './pdf-text.js';

/** Charts are drawn for this width and shrunk to the text column, so that labels of 15 become 10 points. */
const DRAWN_FOR = 736;
/** Panels, profiles and heat maps of ranks have many named rows: labels become 7.5 points, and squares get room for figures. */
const DRAWN_FOR_ROWS = 1000;
const MANY_ROWS: ReadonlySet<ChartSpec['kind']> = new Set(['comparison', 'profile', 'rank-frequencies']);
/** How far a chart is made smaller to stay on its page: a little, or further when it fills a page anyhow. */
const A_LITTLE = 0.82;
const FURTHER = 0.68;
const BELOW_WORDS = 8;
const TITLE: TextStyle = { size: 10, weight: 600, colour: INK };
const SUBTITLE: TextStyle = { size: 8.5, weight: 400, colour: INK_2 };

/** The least height a chart needs with the words above it, in points. */
export function leastChartHeight(flow: Flow, spec: ChartSpec): number {
  const words = heightOf(wordsAbove(flow, spec));
  const [part = spec] = chartParts(spec);
  return words + leastPicture(flow, part);
}

export function setChart(flow: Flow, spec: ChartSpec): void {
  const words = wordsAbove(flow, spec);
  chartParts(spec).forEach((part, i) => {
    if (i === 0) setPart(flow, part, words);
    else setPart(flow, part, []);
  });
}

function setPart(flow: Flow, spec: ChartSpec, words: readonly WordsAbove[]): void {
  if (roomLeft(flow) - heightOf(words) < leastPicture(flow, spec) && !isAtTop(flow)) turnPage(flow);
  const room = roomLeft(flow) - heightOf(words);
  const drawing = drawnInto(flow, spec, room);
  const scale = Math.min(widthOf(flow) / drawing.width, room / drawing.height);
  for (const { lines, leading, size } of words) {
    const element = addElement(flow, flow.root, 'P');
    setLines(flow, element, lines, { x: flow.box.left, leading, size });
    element.end();
  }
  leaveSpace(flow, BELOW_WORDS);
  setPicture(flow, flow.root, { drawing, scale, x: flow.box.left, y: flow.y, alt: spec.description });
  flow.y += drawing.height * scale;
}

/** The height to which a picture may be shrunk, which is little where drawn wider it takes another form. */
function leastPicture(flow: Flow, spec: ChartSpec): number {
  const natural = draw(spec, drawnFor(spec)).height * naturalScale(flow, spec);
  const page = pageOf(flow);
  if (natural <= page * 0.8) return natural * A_LITTLE;
  return Math.min(natural * FURTHER, heightIn(flow, drawnInto(flow, spec, page)));
}

/** The drawing at its natural width, or as much wider as it takes to fit: into a page if that is enough, else into the room. */
function drawnInto(flow: Flow, spec: ChartSpec, room: number): Drawing {
  const natural = draw(spec, drawnFor(spec));
  const height = heightIn(flow, natural);
  if (height <= room) return natural;
  const wider = (limit: number): Drawing => draw(spec, (widthOf(flow) * natural.height) / limit);
  const forPage = wider(Math.min(height, pageOf(flow)));
  return heightIn(flow, forPage) <= room ? forPage : wider(room);
}

const pageOf = ({ box }: Flow): number => box.bottom - box.top;
const heightIn = (flow: Flow, { width, height }: Drawing): number => (height * widthOf(flow)) / width;
const widthOf = (flow: Flow): number => flow.box.right - flow.box.left;
const drawnFor = ({ kind }: ChartSpec): number => (MANY_ROWS.has(kind) ? DRAWN_FOR_ROWS : DRAWN_FOR);
const naturalScale = (flow: Flow, spec: ChartSpec): number => widthOf(flow) / drawnFor(spec);

interface Picture {
  readonly drawing: Drawing;
  readonly scale: number;
  readonly x: number;
  readonly y: number;
  readonly alt: string;
}

/** A figure with its alternative text and bounds. */
export function setPicture(flow: Flow, parent: Element, { drawing, scale, x, y, alt }: Picture): void {
  const bbox = [x, y, x + drawing.width * scale, y + drawing.height * scale];
  const figure = addElement(flow, parent, 'Figure', { alt, bbox });
  figure.add(() => {
    flow.pdf.save();
    flow.pdf.transform(scale, 0, 0, scale, x, y);
    for (const shape of drawing.shapes) drawShape(flow.pdf, shape);
    flow.pdf.restore();
  });
  figure.end();
}

interface WordsAbove {
  readonly lines: readonly Line[];
  readonly leading: number;
  readonly size: number;
}

/** Title and measure, where they do not already stand above. */
function wordsAbove(flow: Flow, spec: ChartSpec): readonly WordsAbove[] {
  const { title, subtitle } = flow.plan.chartWords.get(spec) ?? {};
  const set = (text: string | undefined, style: TextStyle, leading: number): readonly WordsAbove[] =>
    text === undefined ? [] : [{ lines: wrap([{ text, style }], widthOf(flow)), leading, size: style.size }];
  return [...set(title, TITLE, 14), ...set(subtitle, SUBTITLE, 12)];
}

const heightOf = (words: readonly WordsAbove[]): number =>
  words.reduce((sum, { lines, leading }) => sum + lines.length * leading, BELOW_WORDS);
