/**
 * One YAML file of a definition or an edition, read as far as it can be: its value, every fault with its place, and what a
 * later check needs to judge whether a fault is the author's or only follows from another.
 * Must never: read a file that is too large, or stop at the first fault.
 */
import { readFileSync, statSync } from 'node:fs';
import type { z } from 'zod';
import { readMendedYaml } from './read-mended-yaml.js';
import { readShape, type ShapeFinding } from './read-shape.js';
import { type Finding, readText, tooLarge } from './read-text.js';
import { type Tree, textsOn } from './tree.js';

export interface FileRead<T> {
  /** As asked for: what faults name. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Absent where nothing can be said about what the file means. */
  readonly value?: T;
  readonly findings: readonly Finding[];
  readonly doubtful: ReadonlySet<string>;
  readonly madeUp: ReadonlySet<Tree>;
  readonly cutInto: ReadonlySet<Tree>;
  readonly tree?: Tree;
}

const MOST = 1;
const WHAT = 'a definition file';

/** Reads the file by its shape. A file that is not there is a fault like any other. */
export function readDefinitionFile<T>(file: string, shape: z.ZodType<T>): FileRead<T> {
  const read = bytesOf(file);
  if (!('bytes' in read)) return unread(file, new Uint8Array(), [read.finding]);
  return readDefinitionText(file, read.bytes, shape);
}

/** Reads the bytes of a file by its shape. */
export function readDefinitionText<T>(file: string, bytes: Uint8Array, shape: z.ZodType<T>): FileRead<T> {
  const text = readText(bytes, WHAT, MOST);
  if (!('text' in text)) return unread(file, bytes, text.findings);
  const yaml = readMendedYaml(text.text);
  if (yaml.tree === undefined) return unread(file, bytes, yaml.findings);
  const shaped = readShape(shape, yaml.tree);
  const doubtful = new Set([...shaped.doubtful, ...yaml.doubtful]);
  const kept = shaped.findings.filter(
    (finding) => stands(finding, yaml.brokenFrom) && !yaml.mended.has(finding.at.line),
  );
  const whole = yaml.brokenFrom === undefined && shaped.value !== undefined;
  return {
    file,
    bytes,
    findings: [...yaml.findings, ...kept],
    doubtful,
    cutInto: shaped.cutInto,
    madeUp: new Set([...shaped.madeUp, ...textsOn(yaml.tree, yaml.mended)]),
    tree: yaml.tree,
    ...(whole && shaped.value !== undefined ? { value: shaped.value } : {}),
  };
}

/** Behind a place where the text is no YAML, and for what seems to be missing, nothing can be said. */
function stands(finding: ShapeFinding, brokenFrom: number | undefined): boolean {
  return brokenFrom === undefined || (!finding.missing && finding.at.line < brokenFrom);
}

/** A file that should be there and is not. */
export function missingFile<T>(file: string): FileRead<T> {
  return unread(file, new Uint8Array(), [{ at: { line: 1, column: 1 }, level: 'error', message: MISSING }]);
}

const MISSING = 'the file is missing';

function bytesOf(file: string): { readonly bytes: Uint8Array } | { readonly finding: Finding } {
  try {
    const { size } = statSync(file);
    const refused = tooLarge(size, WHAT, MOST);
    return refused === undefined ? { bytes: readFileSync(file) } : { finding: refused };
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    const message = code === 'ENOENT' ? MISSING : `the file cannot be read (${String(code)})`;
    return { finding: { at: { line: 1, column: 1 }, level: 'error', message } };
  }
}

function unread<T>(file: string, bytes: Uint8Array, findings: readonly Finding[]): FileRead<T> {
  return { file, bytes, findings, doubtful: new Set(), madeUp: new Set(), cutInto: new Set() };
}
