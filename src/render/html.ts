/**
 * A document as one HTML file that needs nothing else: the pages' blocks with the sheet inside, no script, no font file.
 * Must never: refer to an address of the site; whoever gets the file by mail can open it.
 */
import type { Document } from '../core/report/document.js';
import { legible } from './legible.js';
import { blocksView } from './page-blocks.js';
import { asset, template } from './templates.js';

const page = template('file');

export function toHtml(document: Document): string {
  legible(document);
  return page({
    document,
    view: blocksView(document),
    sheet: withoutFonts(SHEETS.map(asset).join('\n')),
  });
}

/** The pages' sheets that reports need. */
const SHEETS = ['tokens.css', 'page.css', 'tables.css', 'blocks.css', 'print.css'];

/** Font files do not travel along; the reader's own sans serif stands in. */
const withoutFonts = (sheet: string): string => sheet.replace(/@font-face\s*\{[^}]*\}/g, '');
