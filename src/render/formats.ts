/**
 * The formats a report can be had in: pages, the command line and the tests read this list and never switch on a format.
 * Must never: load a renderer before it is asked for (pdfkit and the spreadsheet library are heavy).
 */
import type { Document } from '../core/report/document.js';

export interface Format {
  readonly id: 'pdf' | 'html' | 'csv' | 'xlsx' | 'json';
  /** The ending of file names and addresses, with its dot. */
  readonly ending: string;
  readonly mediaType: string;
  readonly render: (document: Document) => Promise<Buffer>;
}

export const FORMATS: readonly Format[] = [
  {
    id: 'pdf',
    ending: '.pdf',
    mediaType: 'application/pdf',
    render: async (document) => (await import('./pdf.js')).toPdf(document),
  },
  {
    id: 'html',
    ending: '.html',
    mediaType: 'text/html; charset=utf-8',
    render: async (document) => Buffer.from((await import('./html.js')).toHtml(document)),
  },
  {
    id: 'csv',
    ending: '.csv',
    mediaType: 'text/csv; charset=utf-8',
    render: async (document) => Buffer.from((await import('./csv.js')).toCsv(document)),
  },
  {
    id: 'xlsx',
    ending: '.xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    render: async (document) => (await import('./xlsx.js')).toXlsx(document),
  },
  {
    id: 'json',
    ending: '.json',
    mediaType: 'application/json; charset=utf-8',
    render: async (document) => Buffer.from((await import('./json.js')).toJson(document)),
  },
];

export const formatOf = (id: string): Format | undefined => FORMATS.find((format) => format.id === id);
