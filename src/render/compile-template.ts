/**
 * EJS templates by file, compiled once. EJS looks for an included file on the disk each time it is included; here a template is
 * found once. A template includes others by their place beside it, and they see its names and the ones it hands over.
 * Must never: be given a name that came from a request.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ejs from 'ejs';

/** @param own names added to those of the view, and before them */
export type Template = (view: object, own?: object) => string;

/** EJS would copy the view to rid it of its prototype; that is done here. */
const OPTIONS = { async: false, unsafePrototypeLocals: true, escape: escaped } as const;

const compiled = new Map<string, Template>();

/** The template of a file; a name its view lacks throws with template and line. */
export function templateAt(filename: string): Template {
  const before = compiled.get(filename);
  if (before !== undefined) return before;
  const template = compile(filename);
  compiled.set(filename, template);
  return template;
}

function compile(filename: string): Template {
  const run: ejs.TemplateFunction = ejs.compile(readFileSync(filename, 'utf8'), { ...OPTIONS, filename });
  const folder = dirname(filename);
  const included = new Map<string, Template>();
  const find = (name: string): Template => {
    const template = included.get(name) ?? templateAt(join(folder, `${name}.ejs`));
    included.set(name, template);
    return template;
  };
  return (view, own) => {
    // Without a prototype: a template reads nothing that its view does not hold. `include` stands before EJS's own.
    const locals: object = Object.assign(Object.create(null), view, own);
    const include: Include = (name, more) => find(name)(locals, more);
    return run(Object.assign(locals, { include }));
  };
}

type Include = (name: string, more?: object) => string;

/** As EJS escapes, without looking at every character of the many texts that need nothing. */
function escaped(value: unknown): string {
  if (value === undefined || value === null) return '';
  const text = String(value);
  if (!MARKUP.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&#34;')
    .replaceAll("'", '&#39;');
}

const MARKUP = /[&<>'"]/;
