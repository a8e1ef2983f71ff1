/**
 * The blocks' templates for files written outside a page, compiled once, and the sheet that belongs to them.
 * Must never: be given a name that came from a request.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Template, templateAt } from './compile-template.js';

const views = new URL('../../views/', import.meta.url);
const assets = new Map<string, string>();

/** views/blocks/<name>.ejs as a function of its view model; compiled when first called. */
export function template(name: string): Template {
  const filename = fileURLToPath(new URL(`blocks/${name}.ejs`, views));
  return (view) => templateAt(filename)(view);
}

/** The text of views/assets/<name>, read once. */
export function asset(name: string): string {
  const text = assets.get(name) ?? readFileSync(new URL(`assets/${name}`, views), 'utf8');
  assets.set(name, text);
  return text;
}
