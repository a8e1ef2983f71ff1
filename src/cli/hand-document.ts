/**
 * A report in the format that was typed: to a folder, or to standard output where none was named.
 * Must never: write bytes that are not text to a terminal; leave half of a file.
 */
import { resolve } from 'node:path';
import type { Document } from '../core/report/document.js';
import type { Format } from '../render/formats.js';
import type { Shell } from './shell.js';
import { writeDocument } from './write-document.js';

interface Piece {
  readonly document: Document;
  readonly format: Format;
  readonly out: string | undefined;
}

/** These go to a folder only. */
export const BINARY: readonly string[] = ['pdf', 'xlsx'];

export async function handDocument(shell: Shell, { document, format, out }: Piece): Promise<void> {
  if (out === undefined) return shell.out((await format.render(document)).toString('utf8'));
  await writeDocument(document, format, resolve(shell.cwd, out));
  shell.err(`${document.name}${format.ending} written to ${out}\n`);
}
