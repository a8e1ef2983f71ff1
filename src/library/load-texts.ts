/**
 * The catalogue of wording in one language: all files of views/texts/<locale>/, keys flattened with dots.
 * Must never: fall back to another language in silence.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from './read-text.js';
import { readYaml, type YamlRead } from './read-yaml.js';
import type { Tree } from './tree.js';

/** Throws a sentence where a catalogue cannot be read or says a key twice: the program cannot speak without it. */
export function loadTexts(root: string, locale = 'en'): Readonly<Record<string, string>> {
  const folder = join(root, 'views', 'texts', locale);
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const catalogue: Record<string, string> = {};
  for (const name of files.sort()) {
    for (const [key, text] of entriesOf(treeOf(join(folder, name)), '')) {
      if (Object.hasOwn(catalogue, key))
        throw new Error(`${join(folder, name)}: the key '${key}' is already in another file`);
      catalogue[key] = text;
    }
  }
  return catalogue;
}

function treeOf(file: string): Tree | undefined {
  const text = readText(readFileSync(file), 'a catalogue', 1);
  const read: Omit<YamlRead, 'doubtful'> = 'text' in text ? readYaml(text.text) : text;
  // A catalogue of comments only is one whose sentences are still to come.
  const fault = read.findings.find(({ message }) => message !== 'the file is empty');
  if (fault) throw new Error(`${file}:${fault.at.line}:${fault.at.column}: ${fault.message}`);
  return read.tree;
}

function entriesOf(tree: Tree | undefined, prefix: string): readonly (readonly [string, string])[] {
  if (tree === undefined) return [];
  if (tree.kind === 'text') return prefix === '' ? [] : [[prefix, tree.text]];
  if (tree.kind === 'list') throw new Error(`the wording of '${prefix}' must be a text, not a list`);
  return [...tree.entries].flatMap(([key, { value }]) => entriesOf(value, prefix === '' ? key : `${prefix}.${key}`));
}
