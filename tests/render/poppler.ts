/**
 * What a PDF says to readers that are not ours: its text, its structure and its soundness, by poppler and qpdf.
 * Must never: be skipped where CI is set; there a missing tool fails.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const found = ['pdftotext', 'pdfinfo', 'pdffonts', 'qpdf'].every((tool) => spawnSync(tool, ['-v']).error === undefined);
export const withoutPdfTools = !found && process.env.CI === undefined;

export const textOf = (pdf: Buffer): string => read(pdf, 'pdftotext', (file) => ['-layout', file, '-']);
export const pagesOf = (pdf: Buffer): readonly string[] => textOf(pdf).split('\f').slice(0, -1);
export const structureOf = (pdf: Buffer): string => read(pdf, 'pdfinfo', (file) => ['-struct-text', file]);
export const infoOf = (pdf: Buffer): string => read(pdf, 'pdfinfo', (file) => [file]);
export const fontsOf = (pdf: Buffer): string => read(pdf, 'pdffonts', (file) => [file]);
/** Throws with qpdf's complaints when the file is not sound. */
export const soundness = (pdf: Buffer): string => read(pdf, 'qpdf', (file) => ['--check', file]);
/** The file with its streams unpacked, for bookmarks and metadata. */
export const unpacked = (pdf: Buffer): string =>
  read(pdf, 'qpdf', (file) => ['--qdf', '--object-streams=disable', file, '-']);

function read(pdf: Buffer, tool: string, wordsFor: (file: string) => readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'alidade-pdf-'));
  try {
    const file = join(folder, 'report.pdf');
    writeFileSync(file, pdf);
    return execFileSync(tool, wordsFor(file), { maxBuffer: 1e8 }).toString('utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
