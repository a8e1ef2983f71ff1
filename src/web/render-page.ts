/**
 * Page templates by name, compiled once. EJS keeps its default scoping, so that a name the view model lacks throws with
 * template and line.
 * Must never: be given a name that came from a request.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ejs from 'ejs';

const pages = new URL('../../views/pages/', import.meta.url);
const compiled = new Map<string, ejs.TemplateFunction>();

export function renderPage(name: string, view: object): string {
  const template = compiled.get(name) ?? compile(name);
  return template(view);
}

function compile(name: string): ejs.TemplateFunction {
  const filename = fileURLToPath(new URL(`${name}.ejs`, pages));
  const template = ejs.compile(readFileSync(filename, 'utf8'), { filename, cache: true });
  compiled.set(name, template);
  return template;
}
