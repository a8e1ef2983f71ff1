/**
 * Text the font has no signs for, drawn as replacement signs with the true text behind them ("actual text"), which is what
 * is found, copied and read aloud. pdfkit closes the text's own space before a span around it would end, and readers then
 * look for the span in the wrong place: so here the operators are written one by one.
 * Must never: be used for text the font can draw.
 */
import type { Pdf } from './pdf-open.js';

/** The font in use, as pdfkit keeps it for itself. */
interface FontInUse {
  readonly id: string;
  readonly ref: () => unknown;
  readonly encode: (text: string) => readonly [readonly string[], unknown];
}

/** @param place start of the baseline, points from the top left, in the space that is current */
export function drawReplaced(
  pdf: Pdf,
  text: { readonly shown: string; readonly actual: string; readonly size: number },
  place: { readonly x: number; readonly y: number },
): void {
  const { _font: font } = pdf as unknown as { readonly _font: FontInUse };
  pdf.page.fonts[font.id] ??= font.ref();
  const [codes] = font.encode(text.shown);
  const { height } = pdf.page;
  pdf.save();
  pdf.transform(1, 0, 0, -1, 0, height);
  pdf.markContent('Span', { actual: text.actual });
  pdf.addContent(`BT 1 0 0 1 ${place.x.toFixed(3)} ${(height - place.y).toFixed(3)} Tm`);
  pdf.addContent(`/${font.id} ${text.size.toFixed(2)} Tf <${codes.join('')}> Tj ET`);
  pdf.endMarkedContent();
  pdf.restore();
}
