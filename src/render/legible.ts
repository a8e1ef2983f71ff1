/**
 * The one gate of every renderer: text that no file format can carry (NUL, half a surrogate pair) is refused before the first
 * byte is written. Answers and definitions refuse it on their way in, so here it is a bug.
 * Must never: repair or drop a character; what comes out is what went in.
 */
import type { Document } from '../core/report/document.js';

const ILLEGIBLE = /\0|\p{Surrogate}/u;

/** Throws when any text of the document holds a character that no format can hold; returns the document. */
export function legible(document: Document): Document {
  const pending: unknown[] = [document];
  while (pending.length > 0) {
    const next = pending.pop();
    if (typeof next === 'string') refuseIllegible(next, document.name);
    else if (typeof next === 'object' && next !== null) for (const part of Object.values(next)) pending.push(part);
  }
  return document;
}

function refuseIllegible(text: string, name: string): void {
  const found = ILLEGIBLE.exec(text);
  if (found === null) return;
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  throw new Error(`the report ${name} holds the character U+${code}, which no file can carry`);
}
