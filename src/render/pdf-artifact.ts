/**
 * Marks what carries no meaning of its own (rules, fields, repeated heads, page numbers), so that it is not read aloud.
 * Must never: be used inside the content of a structure element, which it would close.
 */
import type { Pdf } from './pdf-open.js';

export function asArtifact(pdf: Pdf, draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
  pdf.markContent('Artifact', { type });
  draw();
  pdf.endMarkedContent();
}
