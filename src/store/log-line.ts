/**
 * The hash of a line of the log: over the line's own content and the hash of the line before, so that no line can be altered,
 * taken out or put in without all later ones telling.
 * Must never: change its form; lines that stand would no longer verify.
 */
import { createHash } from 'node:crypto';
import type { Tables } from './tables.js';

export type LogLine = Tables['change_log'];

/** What the first line follows. */
export const BEFORE_THE_FIRST = '';

/** sha-256, in hexadecimal, of the JSON array of all that the line says. */
export function hashOfLine(line: Omit<LogLine, 'hash'>): string {
  const { id, edition, country, account, revision, by, at, change, prev } = line;
  const content = JSON.stringify([id, edition, country, account, revision, by, at, change, prev]);
  return createHash('sha256').update(content).digest('hex');
}
