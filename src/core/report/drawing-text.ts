/**
 * Text in drawings: how wide it is at most, and how to make it fit. Widths are those of IBM Plex Sans by groups of letters,
 * rounded up, so that what fits here fits in page and PDF alike.
 * Must never: measure with a font of its own, or shorten what would have fitted.
 */
import type { Role, Shape } from './drawing.js';

export const LABEL = 15;
export const TICK = 13;

/** Groups of letters by their width in units of the size; all others are taken as 0.6, or 1 beyond Greek and Cyrillic. */
const WIDTHS: readonly (readonly [string, number])[] = [
  ["ijl.,'’ :;I|", 0.32],
  ['frt()/[]-!', 0.42],
  ['csvyzxkgJL', 0.56],
  ['wMmW%ЖщШЩЮФфДжшю@…', 1],
  ['BCDGHKNOQRUVXAEPSTY&', 0.74],
];
const ADVANCE = new Map(WIDTHS.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width] as const)));

/** An upper estimate of the width of a text, in the unit of `size`. */
export function widthOf(text: string, size: number, weight: 400 | 600 | 700 = 400): number {
  let width = 0;
  for (const letter of text)
    width += ADVANCE.get(letter) ?? ((letter.codePointAt(0) ?? 0) > 0x0600 ? otherWidth(letter) : 0.62);
  return width * size * (weight === 400 ? 1 : 1.04);
}

/** General punctuation and signs are no wider than letters; ideographs are. */
const otherWidth = (letter: string): number => ((letter.codePointAt(0) ?? 0) < 0x2e80 ? 0.62 : 1.05);

/** The text, or as much of it as fits with an ellipsis. */
export function fitted(text: string, room: number, size: number, weight: 400 | 600 | 700 = 400): string {
  if (widthOf(text, size, weight) <= room) return text;
  const letters = [...text];
  while (letters.length > 0 && widthOf(`${letters.join('').trimEnd()}…`, size, weight) > room) letters.pop();
  return letters.length === 0 ? '' : `${letters.join('').trimEnd()}…`;
}

interface TextAt {
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

/** Where a centred text may stand so that it stays between `from` and `to`. */
export function centredWithin(x: number, width: number, from: number, to: number): number {
  return Math.max(from + width / 2, Math.min(to - width / 2, x));
}
