/**
 * A sentence with one of its arguments stressed, coloured or linked: the whole sentence stays one message that can be
 * translated, and the argument keeps its place in it, wherever a language puts it.
 * Must never: glue fragments into a sentence.
 */
import type { Words } from '../text/words.js';
import type { Run } from './document.js';

/** Private-use characters stand in for the runs while the sentence is made. */
const FIRST_MARK = 0xe000;

/** Says `key`; an argument that is a run is set as such, in the place the sentence gives it. */
export function richSentence(
  words: Words,
  key: string,
  details: Readonly<Record<string, string | number | Run>>,
): readonly Run[] {
  const runs: Run[] = [];
  const marked = Object.entries(details).map(([name, value]): [string, string | number] =>
    typeof value === 'object' ? [name, String.fromCharCode(FIRST_MARK + runs.push(value) - 1)] : [name, value],
  );
  return words
    .say(key, Object.fromEntries(marked))
    .split(/([\uE000-\uE0FF])/)
    .filter((text) => text !== '')
    .map((text) => runs[text.charCodeAt(0) - FIRST_MARK] ?? { text });
}
