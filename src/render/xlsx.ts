/**
 * A document as a workbook: the tidy figures first, then what each column means, what the edition is, and every table.
 * Must never: write a formula (texts are stored as texts, whatever they begin with) or a time of its own.
 */
import type { Document } from '../core/report/document.js';
import { legible } from './legible.js';
import { sheetsOf } from './xlsx-sheets.js';
import { writeWorkbook } from './xlsx-write.js';

/** The same document gives the same bytes: the workbook is dated by its edition. */
export async function toXlsx(document: Document): Promise<Buffer> {
  return writeWorkbook({ title: document.title, date: document.edition.date, sheets: sheetsOf(legible(document)) });
}
