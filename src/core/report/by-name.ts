/**
 * Names in the order of the reader's alphabet, for lists in sentences.
 * Must never: sort figures.
 */
import type { Words } from '../text/words.js';

export const byName = (words: Words, names: readonly string[]): readonly string[] =>
  names.toSorted((a, b) => a.localeCompare(b, words.locale));
