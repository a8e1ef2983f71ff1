/**
 * A sentence with one of its arguments stressed, coloured or linked: the whole sentence stays one message that can be
 * translated, and the argument keeps its place in it, wherever a language puts it.
 * Must never: glue fragments into a sentence.
 */
import type { Words } from '../text/words.js';
import type { Run } from './document.js';

type Details = Readonly<Record<string, string | number>>;

/** Private-use characters stand in for the runs while the sentence is made. */
const FIRST_MARK = 0xe000;

/** Says `key`, with each of `runs` in the place of the argument it is named for. */
export function richSentence(
  words: Words,
  key: string,
  details: Details,
  runs: Readonly<Record<string, Run>>,
): readonly Run[] {
  const names = Object.keys(runs);
  const marks = Object.fromEntries(names.map((name, i) => [name, String.fromCharCode(FIRST_MARK + i)]));
  const said = words.say(key, { ...details, ...marks });
  return said
    .split(/([\uE000-\uE0FF])/)
    .filter((text) => text !== '')
    .map((text) => runs[names[text.charCodeAt(0) - FIRST_MARK] ?? ''] ?? { text });
}
