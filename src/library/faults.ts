/**
 * Findings of a file → faults with the file's name, in reading order, and bounded.
 * Must never: hide that there are more than it lists.
 */
import type { Fault } from './library.js';
import type { Finding } from './read-text.js';

/** More than anybody reads, and little enough to print. */
const MOST = 1000;

export function faultsOf(file: string, findings: readonly Finding[]): readonly Fault[] {
  const sorted = findings
    .map(({ at, level, message }): Fault => ({ file, line: at.line, column: at.column, level, message }))
    .sort(inReadingOrder);
  const more = sorted.length - MOST;
  const last = sorted[MOST];
  if (more <= 0 || last === undefined) return sorted;
  return [...sorted.slice(0, MOST), { ...last, level: 'error', message: `and ${more} more faults in this file` }];
}

/** By file, line, column. */
export function sortFaults(faults: readonly Fault[]): readonly Fault[] {
  return [...faults].sort(inReadingOrder);
}

export const isError = (fault: Fault): boolean => fault.level === 'error';

/** `file:line:column: message`; a warning says that it is one. */
export function faultLine({ file, line, column, level, message }: Fault): string {
  return `${file}:${line}:${column}: ${level === 'warning' ? 'warning: ' : ''}${message}`;
}

function inReadingOrder(a: Fault, b: Fault): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
