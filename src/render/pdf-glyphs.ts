/**
 * What is drawn for a text the font has no signs for: a replacement sign each, while the true text travels along in the
 * file (as "actual text"), so that searching, copying and reading aloud have it whole.
 * Must never: drop a character from the text layer.
 */
import { fontOf } from './pdf-fonts.js';

/** Latin, and the punctuation the font is known to hold: nearly every text, decided at a glance. */
const PLAIN = /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u00FF\u2013\u2014\u2018\u2019\u201C\u201D\u2022\u2026\u2212]*$/;
// biome-ignore lint/suspicious/noMisleadingCharacterClass: variation selectors and joiners alone are what is looked for
const UNSEEN = /^[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFE00-\uFE0F\uFEFF]+$/;
const REPLACEMENT = '\uFFFD';
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The text as it can be drawn; the text itself where the font holds all of it. */
export function drawable(text: string): string {
  return PLAIN.test(text) ? text : graphemesOf(text).map(signOf).join('');
}

/** The smallest pieces a word may be broken into. */
export const graphemesOf = (text: string): string[] => Array.from(graphemes.segment(text), (part) => part.segment);

function signOf(grapheme: string): string {
  if (/^\s+$/.test(grapheme)) return ' ';
  if (UNSEEN.test(grapheme)) return '';
  const font = fontOf(400);
  const held = [...grapheme].every((letter) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
  return held ? grapheme : REPLACEMENT;
}
