/** Every sentence the program says stands in a catalogue, and no catalogue keeps a sentence nobody says. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const FOLDER = 'views/texts/en';
const program = ['src', 'views']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
  .filter((name) => /\.(ts|ejs|js)$/.test(name) && !name.includes('/assets/') && !name.includes('/shapes/'))
  .map((name) => readFileSync(name, 'utf8'))
  .join('\n');
const keys = readdirSync(FOLDER).flatMap((file) =>
  flatten(parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as Tree, ''),
);

type Tree = { readonly [key: string]: Tree | string } | null;

/** Keys written out, and keys put together from a pattern: `question.reason.${reason}`. */
const quoted = new Set([...program.matchAll(/'([a-z0-9.-]+)'/g)].map((m) => m[1] ?? ''));
const patterns = [...program.matchAll(/`((?:report|page|question)\.[a-z0-9.-]*\$\{[^`]*)`/g)].map(
  (m) => new RegExp(`^${(m[1] ?? '').replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[a-z0-9-]+')}$`),
);

describe('the wording', () => {
  it('has a sentence for every problem code', () => {
    const codes = [...program.matchAll(/\bcode: '([a-z-]+)'/g)].map((m) => m[1] ?? '');
    expect(codes.length).toBeGreaterThan(10);
    expect([...new Set(codes)].filter((code) => !keys.includes(code))).toEqual([]);
  });

  it('has a sentence for every key that is said', () => {
    const said = [...quoted].filter((key) => /^(report|page|question|words)\./.test(key) && !key.endsWith('.css'));
    expect(said.length).toBeGreaterThan(200);
    expect(said.filter((key) => !keys.includes(key))).toEqual([]);
  });

  it('keeps no sentence that nobody says', () => {
    const isSaid = (key: string) =>
      quoted.has(key.replace(/^block\./, '')) || patterns.some((pattern) => pattern.test(key));
    expect(patterns.length).toBeGreaterThan(10);
    expect(keys.filter((key) => !isSaid(key))).toEqual([]);
  });
});

function flatten(tree: Tree, prefix: string): string[] {
  if (tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key}`] : flatten(value, `${prefix}${key}.`),
  );
}
