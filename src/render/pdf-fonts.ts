/**
 * IBM Plex Sans for PDFs. The three font files are read and parsed once in the life of the program; every document embeds
 * its own subset of them. Also what texts measure, remembered word by word, since that is most of the work of a page.
 * Must never: hold anything of a document.
 */
import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';

export type Weight = 400 | 600 | 700;

/** What pdfkit's parsed fonts can do, as far as we ask. */
export interface ParsedFont {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly capHeight: number;
  layout: (text: string, features?: unknown) => { readonly advanceWidth: number };
  hasGlyphForCodePoint: (code: number) => boolean;
}

const FILES: Readonly<Record<Weight, string>> = {
  400: 'IBMPlexSans_400Regular.ttf',
  600: 'IBMPlexSans_600SemiBold.ttf',
  700: 'IBMPlexSans_700Bold.ttf',
};
const KEPT = 20_000;
const folder = new URL('../../views/assets/fonts/', import.meta.url);
const parsed = new Map<Weight, ParsedFont>();
const widths: Readonly<Record<Weight, Map<string, number>>> = { 400: new Map(), 600: new Map(), 700: new Map() };

export function fontOf(weight: Weight): ParsedFont {
  const font = parsed.get(weight) ?? remembering(parse(weight));
  parsed.set(weight, font);
  return font;
}

/** Width of a text in points at this size. */
export function widthOf(text: string, weight: Weight, size: number): number {
  const known = widths[weight];
  let width = known.get(text);
  if (width === undefined) {
    const font = fontOf(weight);
    width = font.layout(text).advanceWidth / font.unitsPerEm;
    if (known.size >= KEPT) known.clear();
    known.set(text, width);
  }
  return width * size;
}

/** pdfkit takes parsed fonts but does not export its parser: a document that is thrown away parses for us. */
function parse(weight: Weight): ParsedFont {
  const scratch = new PDFDocument({ autoFirstPage: false });
  scratch.font(readFileSync(new URL(FILES[weight], folder)));
  return (scratch as unknown as { readonly _font: { readonly font: ParsedFont } })._font.font;
}

/**
 * Lays out each word once for all documents. pdfkit multiplies the positions it is handed by 1000 / units per em, in
 * place: with 1000 units that is 1 and the remembered positions stay true; with any other font nothing is remembered.
 */
function remembering(font: ParsedFont): ParsedFont {
  if (font.unitsPerEm !== 1000) return font;
  const layout = font.layout.bind(font);
  const known = new Map<string, { readonly advanceWidth: number }>();
  font.layout = (text, features) => {
    if (features !== undefined) return layout(text, features);
    let run = known.get(text);
    if (run === undefined) {
      run = layout(text);
      if (known.size >= KEPT) known.clear();
      known.set(text, run);
    }
    return run;
  };
  return font;
}
