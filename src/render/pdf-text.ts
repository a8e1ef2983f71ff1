/**
 * Setting text in lines: styled runs are broken at spaces, after hyphens and slashes within words, and, when a word alone is wider than the
 * line, between letters. Nothing is ever cut off.
 * Must never: touch a PDF; this is measuring only.
 */
import { type Weight, widthOf } from './pdf-fonts.js';
import { drawable, graphemesOf } from './pdf-glyphs.js';

export interface TextStyle {
  readonly size: number;
  readonly weight: Weight;
  readonly colour: string;
  /** Followed when clicked. */
  readonly href?: string;
  /** Drawn so far below the baseline, as a share of its size; above it when negative. */
  readonly lowered?: number;
  /** A mark takes this many points, whatever its sign measures, so that figures stand in line. */
  readonly advance?: number;
}

export interface StyledRun {
  readonly text: string;
  readonly style: TextStyle;
}

export interface Piece extends StyledRun {
  /** Points, including a space at its end. */
  readonly width: number;
}

export interface Line {
  readonly pieces: readonly Piece[];
  /** Points, without the space at its end. */
  readonly width: number;
}

/** Between words, and after a hyphen or slash between letters. */
const BREAKS = /(\n)|(?<=[ \t])(?=[^ \t\n])|(?<=\p{L}[-/\u2013])(?=\p{L})/u;

/** Lines of at most `width` points; at least one, even for no text. */
export function wrap(runs: readonly StyledRun[], width: number): readonly Line[] {
  const setting: Setting = { width, lines: [], open: [], used: 0 };
  for (const box of boxesOf(runs)) placeBox(setting, box);
  if (setting.open.length > 0 || setting.lines.length === 0) endLine(setting);
  return setting.lines;
}

/** The narrowest width at which a text needs no more lines than at this one. */
export function balanced(runs: readonly StyledRun[], width: number): number {
  const lines = wrap(runs, width).length;
  let narrow = width;
  while (narrow > width / 2 && wrap(runs, narrow * 0.97).length === lines) narrow *= 0.97;
  return narrow;
}

/** Width of the longest part that cannot be broken, and of its longest line when nothing is broken. */
export function extentOf(runs: readonly StyledRun[]): { readonly longest: number; readonly whole: number } {
  let longest = 0;
  let whole = 0;
  let line = 0;
  for (const box of boxesOf(runs)) {
    if (box === 'line-end') line = 0;
    else {
      longest = Math.max(longest, trimmed(box));
      line += sum(box);
      whole = Math.max(whole, line);
    }
  }
  return { longest, whole };
}

/** Pieces that stay together, or the end of a line that the text itself asks for. */
type Box = readonly Piece[] | 'line-end';

function boxesOf(runs: readonly StyledRun[]): readonly Box[] {
  const boxes: Box[] = [];
  let open: Piece[] = [];
  const close = () => {
    if (open.length > 0) boxes.push(open);
    open = [];
  };
  for (const { text, style } of runs) {
    const parts = text
      .replace(/\r\n?/g, '\n')
      .split(BREAKS)
      .filter((part) => part !== undefined && part !== '');
    parts.forEach((part, i) => {
      if (part === '\n') {
        close();
        boxes.push('line-end');
        return;
      }
      open.push(piece(part, style));
      if (/[ \t]$/.test(part) || i < parts.length - 1) close();
    });
  }
  close();
  return boxes;
}

export function piece(text: string, style: TextStyle): Piece {
  return { text, style, width: style.advance ?? widthOf(drawable(text), style.weight, style.size) };
}

const sum = (pieces: readonly Piece[]): number => pieces.reduce((total, one) => total + one.width, 0);

/** Width without the spaces at the end. */
function trimmed(pieces: readonly Piece[]): number {
  const last = pieces.at(-1);
  if (last === undefined) return 0;
  const bare = last.text.trimEnd();
  return sum(pieces) - (bare === last.text ? 0 : last.width - piece(bare, last.style).width);
}

/** Lines done, and the line being filled. */
interface Setting {
  readonly width: number;
  readonly lines: Line[];
  open: Piece[];
  used: number;
}

function placeBox(setting: Setting, box: Box): void {
  if (box === 'line-end') {
    endLine(setting);
    return;
  }
  const needed = trimmed(box);
  if (!fits(setting, needed)) endLine(setting);
  if (needed > setting.width + 0.01) placeBroken(setting, box);
  else append(setting, box);
}

/** A word wider than the line, letter by letter. */
function placeBroken(setting: Setting, box: readonly Piece[]): void {
  for (const { text, style } of box) {
    for (const letter of graphemesOf(text)) {
      const one = piece(letter, style);
      if (letter.trim() !== '' && !fits(setting, one.width)) endLine(setting);
      append(setting, [one]);
    }
  }
}

/** An empty line takes anything. */
const fits = ({ open, used, width }: Setting, needed: number): boolean =>
  open.length === 0 || used + needed <= width + 0.01;

function append(setting: Setting, box: readonly Piece[]): void {
  setting.open.push(...box);
  setting.used += sum(box);
}

function endLine(setting: Setting): void {
  setting.lines.push({ pieces: joined(setting.open), width: trimmed(setting.open) });
  setting.open = [];
  setting.used = 0;
}

/** Neighbours of one style become one piece. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  for (const next of pieces) {
    const last = result.at(-1);
    if (last !== undefined && last.style === next.style) {
      result[result.length - 1] = { ...last, text: last.text + next.text, width: last.width + next.width };
    } else result.push(next);
  }
  return result;
}
