/**
 * Bytes of a file → text, refused before anything else looks at them when they are too many or not UTF-8. A byte order mark
 * is dropped and line ends become \n, so that places and hashes do not depend on the editor.
 * Must never: guess an encoding.
 */
import type { Place } from './tree.js';

export interface Finding {
  readonly at: Place;
  readonly level: 'error' | 'warning';
  readonly message: string;
}

export type TextRead = { readonly text: string } | { readonly findings: readonly Finding[] };

const MEGABYTE = 1_000_000;

/** `what` names the kind of file in the sentence; `most` is in megabytes. */
export function readText(bytes: Uint8Array, what: string, most: number): TextRead {
  const refused = tooLarge(bytes.length, what, most);
  if (refused) return { findings: [refused] };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n');
    const control = controlCharacter(text);
    return control ?? { text };
  } catch {
    return fault(placeOfBadByte(bytes), notUtf8(bytes));
  }
}

/** Refused by its size alone, before it is read. */
export function tooLarge(bytes: number, what: string, most: number): Finding | undefined {
  if (bytes <= most * MEGABYTE) return undefined;
  const message = `the file is ${(bytes / MEGABYTE).toFixed(1)} MB; ${what} may be ${most} MB at most`;
  return { at: { line: 1, column: 1 }, level: 'error', message };
}

function fault(at: Place, message: string): TextRead {
  return { findings: [{ at, level: 'error', message }] };
}

function notUtf8(bytes: Uint8Array): string {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return `the file is not UTF-8 text${utf16 ? ' but UTF-16' : ''}: save it as UTF-8`;
}

/** The first line that does not decode, and where the decoder puts its mark for what it cannot read. */
function placeOfBadByte(bytes: Uint8Array): Place {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const next = bytes.indexOf(0x0a, start);
    const end = next < 0 ? bytes.length : next;
    const written = bytes.subarray(start, end);
    if (!decodes(written)) return { line, column: new TextDecoder('utf-8').decode(written).indexOf('\ufffd') + 1 };
    start = end + 1;
  }
  return { line: 1, column: 1 };
}

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function controlCharacter(text: string): TextRead | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  const at = text.search(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/);
  if (at < 0) return undefined;
  const before = text.slice(0, at);
  const place = { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
  return fault(place, 'the file holds a control character: it is no text file, or it was damaged');
}
