/**
 * Running text in the PDF: the type scale, rich text as styled runs, and setting it as an element of its own.
 * Must never: set a line longer than can be read with ease.
 */
import type { Rich, Run } from '../core/report/document.js';
import { addElement, type Flow } from './pdf-flow.js';
import { setLines } from './pdf-lines.js';
import { withMarks } from './pdf-mark.js';
import { ACCENT, INK, INK_2, INK_3, textOf } from './pdf-palette.js';
import { balanced, type Line, type StyledRun, type TextStyle, wrap } from './pdf-text.js';
import { fileHref } from './safe-href.js';

export const TITLE: TextStyle = { size: 21, weight: 600, colour: INK };
export const LEAD: TextStyle = { size: 11.5, weight: 400, colour: INK_2 };
export const H2: TextStyle = { size: 14, weight: 600, colour: INK };
export const H3: TextStyle = { size: 10.5, weight: 600, colour: INK };
export const BODY: TextStyle = { size: 9, weight: 400, colour: INK };
export const SMALL: TextStyle = { size: 8, weight: 400, colour: INK_3 };
/** Running text in lines of 60 to 80 letters, titles as wide as the page. */
const MEASURE = 430;
const LEADINGS = new Map([
  [TITLE, 1.24],
  [H2, 1.32],
  [H3, 1.35],
  [SMALL, 1.35],
]);

export const leadingOf = (style: TextStyle): number => style.size * (LEADINGS.get(style) ?? 1.46);

export interface Text {
  readonly tag: string;
  readonly runs: readonly StyledRun[];
  readonly style: TextStyle;
  readonly indent?: number;
}

/** Sets a text below `parent`, or below the document itself. */
export function setText(flow: Flow, { tag, runs, style, indent = 0 }: Text, parent = flow.root): void {
  const element = addElement(flow, parent, tag);
  const lines = linesOf(runs, style, columnOf(flow) - indent);
  setLines(flow, element, lines, { x: flow.box.left + indent, leading: leadingOf(style), size: style.size });
  element.end();
}

/** Lines in a column of this width; titles in lines of like length. */
export function linesOf(runs: readonly StyledRun[], style: TextStyle, column: number): readonly Line[] {
  const title = style === TITLE || style === H2 || style === H3;
  return wrap(runs, title ? balanced(runs, column) : Math.min(column, MEASURE));
}

export const columnOf = (flow: Flow): number => flow.box.right - flow.box.left;

/** Stressed, coloured by pillar, leading somewhere outside. */
export function runsOf(text: Rich, style: TextStyle): readonly StyledRun[] {
  const runs: readonly Run[] = typeof text === 'string' ? [{ text }] : text;
  const styled = runs.map((run) => {
    const href = fileHref(run.href);
    const colour = href !== undefined ? ACCENT : run.hue === undefined ? style.colour : textOf(run.hue);
    const weight = run.strong === true ? 600 : style.weight;
    return { text: run.text, style: { ...style, colour, weight, ...(href === undefined ? {} : { href }) } };
  });
  return withMarks(styled);
}
