/**
 * Flags that take one of some words or a whole number → what they say; a sentence for each that cannot be read.
 * Must never: stop at the first that is wrong.
 */
import { oneOf } from '../library/index-words.js';
import { readNumber } from '../library/read-number.js';

interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** The first word, or the least number, stands for what cannot be read; then nothing is run. */
export function readersWith(say: (sentence: string) => void) {
  return {
    word: <T extends string>(flag: string, written: string | undefined, words: readonly [T, ...T[]]): T => {
      if (written === undefined) return words[0];
      const known = Object.fromEntries(words.map((one) => [one, one]));
      return oneOf(known)(written, (message) => say(`--${flag} ${written}: ${message}.`)) ?? words[0];
    },
    whole: (flag: string, written: string, { least, most }: Bounds): number => {
      const number = readNumber(written) ?? Number.NaN;
      if (Number.isInteger(number) && number >= least && number <= most) return number;
      say(`--${flag} ${written}: write a whole number from ${least} to ${most.toLocaleString('en')}.`);
      return least;
    },
  };
}
