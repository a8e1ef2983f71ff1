/**
 * Tables of the reference folder (ALIDADE_REFERENCE, or beside the project): figures of others that are not ours to copy.
 * Without the folder its tests are skipped and say so; where CI is set its absence is a fault.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

const folder = process.env.ALIDADE_REFERENCE ?? '../shared/reference';

export const hasReference = existsSync(join(folder, 'README.md'));

/** To be put into the name of a suite that needs the folder. */
export const needsReference = 'needs the reference tables: set ALIDADE_REFERENCE to their folder';

export type Row = Readonly<Record<string, string>>;

export function referenceTable(name: string): readonly Row[] {
  return parse(readFileSync(join(folder, name)), { columns: true, bom: true, skip_empty_lines: true });
}
