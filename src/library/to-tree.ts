/**
 * The nodes of the YAML package → our tree, with what YAML allows and these files do not: a key that is no text, a key
 * written twice, `__proto__`.
 * Must never: see more than the forty levels that reading lets through.
 */
import { isMap, isPair, isScalar, isSeq } from 'yaml';
import type { Finding } from './read-text.js';
import { type Entry, idsIn, type Place, type Tree } from './tree.js';

interface Making {
  readonly place: (offset: number) => Place;
  readonly findings: Finding[];
  readonly doubtful: Set<string>;
}

export interface Grown {
  readonly tree: Tree;
  readonly findings: readonly Finding[];
  /** Ids that stood in what was dropped. */
  readonly doubtful: ReadonlySet<string>;
}

/** The tree of a document's contents. */
export function treeOf(contents: unknown, place: (offset: number) => Place): Grown {
  const making: Making = { place, findings: [], doubtful: new Set() };
  return { tree: grow(contents, { line: 1, column: 1 }, making), findings: making.findings, doubtful: making.doubtful };
}

function grow(node: unknown, near: Place, making: Making): Tree {
  const at = startOf(node, making) ?? near;
  if (isMap(node)) return { kind: 'map', at, entries: entriesOf(node.items, at, making) };
  if (isSeq(node)) return { kind: 'list', at, items: node.items.map((item) => grow(item, at, making)) };
  return { kind: 'text', at, text: scalarText(node, at, making) };
}

function entriesOf(items: readonly unknown[], near: Place, making: Making): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const pair of items) {
    if (!isPair(pair)) continue;
    const at = startOf(pair.key, making) ?? near;
    const key = keyText(pair.key);
    const refused = refusalOf(key, entries);
    const value = grow(pair.value, at, making);
    if (key !== undefined && refused === undefined) {
      entries.set(key, { at, value });
      continue;
    }
    making.findings.push({ at, level: 'error', message: refused ?? 'a key must be plain text' });
    for (const id of idsIn(value)) making.doubtful.add(id);
  }
  return entries;
}

function refusalOf(key: string | undefined, entries: ReadonlyMap<string, Entry>): string | undefined {
  if (key === undefined) return undefined;
  if (key === '__proto__') return "'__proto__' cannot be a key";
  const first = entries.get(key);
  return first && `the key '${key}' is written twice; first on line ${first.at.line}`;
}

function keyText(key: unknown): string | undefined {
  return isScalar(key) && typeof key.value === 'string' ? key.value : undefined;
}

function scalarText(node: unknown, at: Place, making: Making): string {
  const text = isScalar(node) && typeof node.value === 'string' ? node.value : '';
  // An escape in double quotes can make what the file itself may not hold.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  if (!/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u.test(text)) return text;
  making.findings.push({ at, level: 'error', message: 'the text holds a control character' });
  return 'x';
}

function startOf(node: unknown, making: Making): Place | undefined {
  const range = isMap(node) || isSeq(node) || isScalar(node) ? node.range : undefined;
  return range ? making.place(range[0]) : undefined;
}
