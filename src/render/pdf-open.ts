/**
 * Opens a PDF: tagged for PDF/UA-1, dated by its edition, with our fonts, and closes it as bytes.
 * Must never: ask the clock; the same document gives the same bytes.
 */
import PDFDocument from 'pdfkit';
import type { Document } from '../core/report/document.js';
import { fontOf, type Weight } from './pdf-fonts.js';

export type Pdf = PDFKit.PDFDocument;
export type Element = PDFKit.PDFStructureElement;

const WEIGHTS: readonly Weight[] = [400, 600, 700];

export function openPdf(document: Document): Pdf {
  const date = new Date(`${document.edition.date.slice(0, 10)}T00:00:00Z`);
  const options = {
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    lang: document.language,
    displayTitle: true,
    autoFirstPage: false,
    bufferPages: true,
    info: {
      Title: document.title,
      Subject: [document.edition.title, document.edition.notice].filter((part) => part !== undefined).join('. '),
      Creator: 'Alidade',
      Producer: 'Alidade (pdfkit)',
      CreationDate: date,
      ModDate: date,
    },
  };
  const pdf = new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions);
  for (const weight of WEIGHTS)
    pdf.registerFont(String(weight), fontOf(weight) as unknown as PDFKit.Mixins.PDFFontSource);
  escapeMetadata(pdf);
  return pdf;
}

/** Ends the document and gathers its bytes. */
export function closePdf(pdf: Pdf): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
    pdf.end();
  });
}

/** pdfkit writes title and subject into its XML metadata as they are: a "<" in a title would make it ill-formed. */
function escapeMetadata(pdf: Pdf): void {
  const inner = pdf as unknown as { _addInfo: () => void };
  const write = inner._addInfo.bind(pdf);
  inner._addInfo = () => {
    for (const key of ['Title', 'Subject'] as const) pdf.info[key] = escapeXml(pdf.info[key] ?? '');
    write();
  };
}

const XML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escapeXml = (text: string): string => text.replace(/[&<>\p{Cc}\uFFFE\uFFFF]/gu, (sign) => XML[sign] ?? '\uFFFD');
