/**
 * The kinds of files that may support an answer, told by looking at the content: documents, tables, slides, images, plain text.
 * Must never: believe a name or what a browser says of a file; let through what runs when it is opened.
 */
import { done, type Outcome, refused } from '../../core/problem.js';
import { namesInZip } from './names-in-zip.js';

export interface FileKind {
  /** Media type. */
  readonly type: string;
  /** Without the dot. */
  readonly ending: string;
}

/** Problems have `file` as their field. */
export function kindOf(content: Buffer, name: string): Outcome<FileKind> {
  const known = SIGNATURES.find(({ at = 0, begins }) => content.subarray(at, at + begins.length).equals(begins));
  if (known?.kind !== undefined) return done(known.kind);
  if (known?.refusal !== undefined) return refusal(known.refusal);
  if (content.subarray(0, 4).equals(ZIP)) return zippedKind(content);
  return isPlainText(content) ? done(/\.csv$/i.test(name) ? CSV : TEXT) : refusal('file-kind-refused');
}

const refusal = (code: string): Outcome<never> => refused({ code, field: 'file' });

interface Signature {
  readonly begins: Buffer;
  readonly at?: number;
  readonly kind?: FileKind;
  readonly refusal?: string;
}

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

const ZIP = bytes('PK\x03\x04');
const PNG = { type: 'image/png', ending: 'png' };
const GIF = { type: 'image/gif', ending: 'gif' };
const TEXT: FileKind = { type: 'text/plain', ending: 'txt' };
const CSV: FileKind = { type: 'text/csv', ending: 'csv' };

const SIGNATURES: readonly Signature[] = [
  { begins: bytes('%PDF-'), kind: { type: 'application/pdf', ending: 'pdf' } },
  { begins: bytes('\x89PNG\r\n\x1a\n'), kind: PNG },
  { begins: bytes('\xff\xd8\xff'), kind: { type: 'image/jpeg', ending: 'jpg' } },
  { begins: bytes('GIF87a'), kind: GIF },
  { begins: bytes('GIF89a'), kind: GIF },
  { begins: bytes('WEBP'), at: 8, kind: { type: 'image/webp', ending: 'webp' } },
  // Office files of the old kind may hold programs that nothing shows from outside.
  { begins: bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), refusal: 'file-old-office' },
];

const OPEN_XML = 'application/vnd.openxmlformats-officedocument';
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument';

const OFFICE: readonly { readonly within: string; readonly kind: FileKind }[] = [
  { within: 'word/document.xml', kind: { type: `${OPEN_XML}.wordprocessingml.document`, ending: 'docx' } },
  { within: 'xl/workbook.xml', kind: { type: `${OPEN_XML}.spreadsheetml.sheet`, ending: 'xlsx' } },
  { within: 'ppt/presentation.xml', kind: { type: `${OPEN_XML}.presentationml.presentation`, ending: 'pptx' } },
];

const OPEN_DOCUMENTS: readonly FileKind[] = [
  { type: `${OPEN_DOCUMENT}.text`, ending: 'odt' },
  { type: `${OPEN_DOCUMENT}.spreadsheet`, ending: 'ods' },
  { type: `${OPEN_DOCUMENT}.presentation`, ending: 'odp' },
];

function zippedKind(content: Buffer): Outcome<FileKind> {
  const names = namesInZip(content);
  if (names === undefined) return refusal('file-kind-refused');
  if ([...names].some((name) => /vbaproject|macrosheets|^basic\/|^scripts\//i.test(name)))
    return refusal('file-macros');
  const office = names.has('[Content_Types].xml') ? OFFICE.find(({ within }) => names.has(within)) : undefined;
  const kind = office?.kind ?? openDocumentKind(content, names);
  return kind === undefined ? refusal('file-kind-refused') : done(kind);
}

/** An OpenDocument file says what it is in its first entry, which is stored as it is. */
function openDocumentKind(content: Buffer, names: ReadonlySet<string>): FileKind | undefined {
  if (!names.has('mimetype') || !names.has('META-INF/manifest.xml')) return undefined;
  const nameLength = content.readUInt16LE(26);
  const from = 30 + nameLength + content.readUInt16LE(28);
  if (content.toString('latin1', 30, 30 + nameLength) !== 'mimetype') return undefined;
  const size = content.readUInt32LE(22);
  const said = content.toString('latin1', from, from + Math.min(size, 100));
  return OPEN_DOCUMENTS.find(({ type }) => type === said);
}

/** Readable text without control characters that is no page, picture or script. */
function isPlainText(content: Buffer): boolean {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return false;
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
  return !/[\x00-\x08\x0b\x0e-\x1f\x7f]/.test(text) && !/^\s*(<|#!|\{\\rtf)/.test(text);
}
