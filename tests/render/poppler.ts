/**
 * What a PDF says to readers that are not ours: its text, its structure and its soundness, by poppler and qpdf.
 * Must never: be skipped where CI is set; there a missing tool fails.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const found = ['pdftotext', 'pdfinfo', 'qpdf'].every((tool) => spawnSync(tool, ['--version']).error === undefined);
export const withoutPdfTools = !found && process.env.CI === undefined;

export const textOf = (pdf: Buffer): string => read(pdf, (file) => execFileSync('pdftotext', ['-layout', file, '-']));
export const pagesOf = (pdf: Buffer): readonly string[] => textOf(pdf).split('\f').slice(0, -1);
export const structureOf = (pdf: Buffer): string =>
  read(pdf, (file) => execFileSync('pdfinfo', ['-struct-text', file]));
export const infoOf = (pdf: Buffer): string => read(pdf, (file) => execFileSync('pdfinfo', [file]));
export const fontsOf = (pdf: Buffer): string => read(pdf, (file) => execFileSync('pdffonts', [file]));
/** Throws with qpdf's complaints when the file is not sound. */
export const soundness = (pdf: Buffer): string => read(pdf, (file) => execFileSync('qpdf', ['--check', file]));
/** The file with its streams unpacked, for bookmarks and metadata. */
export const unpacked = (pdf: Buffer): string =>
  read(pdf, (file) => execFileSync('qpdf', ['--qdf', '--object-streams=disable', file, '-'], { maxBuffer: 1e8 }));

function read(pdf: Buffer, run: (file: string) => Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'alidade-pdf-'));
  try {
    const file = join(folder, 'report.pdf');
    writeFileSync(file, pdf);
    return run(file).toString('utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
