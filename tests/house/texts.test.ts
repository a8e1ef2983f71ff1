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

describe('the wording', () => {
  it('has a sentence for every problem code', () => {
    const codes = [...program.matchAll(/\bcode: '([a-z-]+)'/g)].map((m) => m[1] ?? '');
    const known = new Set(keys.map((key) => key.split('.').at(-1)));
    expect(codes.length).toBeGreaterThan(10);
    expect([...new Set(codes)].filter((code) => !known.has(code))).toEqual([]);
  });

  it('has a sentence for every key that is said', () => {
    const said = [...program.matchAll(/\bsay\(\s*'([a-z0-9.-]+)'/g)].map((m) => m[1] ?? '');
    expect(said.length).toBeGreaterThan(50);
    const unknown = [...new Set(said)].filter(
      (key) => !keys.includes(key) && !keys.some((known) => known.endsWith(`.${key}`)),
    );
    expect(unknown).toEqual([]);
  });
});

function flatten(tree: Tree, prefix: string): string[] {
  if (tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key}`] : flatten(value, `${prefix}${key}.`),
  );
}
