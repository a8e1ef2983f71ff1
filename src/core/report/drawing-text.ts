/**
 * Text in drawings: how wide it is at most, and how to make it fit. Widths are those of IBM Plex Sans by groups of letters,
 * rounded up, so that what fits here fits in page and PDF alike.
 * Must never: measure with a font of its own, or shorten what would have fitted.
 */
import type { Role, Shape } from './drawing.js';

export const LABEL = 15;
export const TICK = 13;

/** Letters by the most they take in any of the three weights, in units of the size; marks over a letter take no room. */
const WIDTHS: readonly (readonly [letters: string, width: number])[] = [
  [' \u00a0', 0.24],
  ["'’.,ijl·", 0.32],
  [':;!|()[]“”', 0.45],
  ['ftrI-/', 0.47],
  ['csz', 0.52],
  ['vyxLJ', 0.58],
  ['aegkoFT–', 0.6],
  ['bdhnpquEZ0123456789−+=×÷', 0.61],
  ['ABCDKPRSUVXY', 0.7],
  ['GHNOQ&', 0.73],
  ['mw', 0.9],
  ['MW%…@—', 1],
  ['ЖШЩЮФДжшщюфдмы', 1.01],
];
const ADVANCE = new Map(WIDTHS.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width] as const)));
const FIRST_IDEOGRAPH = 0x2e80;

/** An upper estimate of the width of a text, in the unit of `size`. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const letter of text.normalize('NFD')) {
    const code = letter.codePointAt(0) ?? 0;
    if (code >= 0x300 && code < 0x370) continue;
    width += ADVANCE.get(letter) ?? (code < FIRST_IDEOGRAPH ? 0.72 : 1.05);
  }
  return width * size;
}

/** The same of the widest of several texts; 0 without any. */
export const widestOf = (texts: readonly string[], size = LABEL): number =>
  Math.max(0, ...texts.map((text) => widthOf(text, size)));

/** The text, or as much of it as fits with an ellipsis. */
export function fitted(text: string, room: number, size: number): string {
  if (widthOf(text, size) <= room) return text;
  const letters = [...text];
  while (letters.length > 0 && widthOf(`${letters.join('').trimEnd()}…`, size) > room) letters.pop();
  return letters.length === 0 ? '' : `${letters.join('').trimEnd()}…`;
}

export interface TextAt {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  readonly weight?: 400 | 600 | 700;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly role?: Role;
  readonly href?: string | undefined;
}

export function textAt({ href, ...given }: TextAt): Shape {
  const plain = { kind: 'text', size: LABEL, weight: 400, anchor: 'start', role: 'ink', ...given } as const;
  return href === undefined ? plain : { ...plain, href };
}

/** Text that grid lines do not run through: it stands on paper of its own. */
export function onPaper(text: TextAt): readonly Shape[] {
  const size = text.size ?? LABEL;
  const width = widthOf(text.text, size);
  const left = text.anchor === 'end' ? text.x - width : text.anchor === 'middle' ? text.x - width / 2 : text.x;
  const paper = { x: left, y: text.y - size, width, height: size * 1.3, role: 'paper' } as const;
  return [{ kind: 'rect', ...paper }, textAt(text)];
}

/** Where a centred text may stand so that it stays between `from` and `to`. */
export function centredWithin(x: number, width: number, { from, to }: { from: number; to: number }): number {
  return Math.max(from + width / 2, Math.min(to - width / 2, x));
}
