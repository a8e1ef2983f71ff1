/**
 * What is wrong with the rows of a file, as lines that an editor can follow: `file:line: what`.
 * Must never: bury a terminal where a file is wrong throughout.
 */
import type { RowFault } from '../library/read-csv.js';

/** Lines that are said of one file. */
const MOST_LINES = 1000;

/** By line. `file`: as it was typed. `word`: what each begins with behind its place. */
export function rowLines(file: string, faults: readonly RowFault[], word = ''): readonly string[] {
  const sorted = faults.toSorted((a, b) => a.line - b.line);
  const more = sorted.length - MOST_LINES;
  return [
    ...sorted.slice(0, MOST_LINES).map(({ line, message }) => `${file}:${line}: ${word}${message}`),
    ...(more > 0 ? [`${file}: and ${more} more like these`] : []),
  ];
}
