/** What a definition file may look like, and what is refused before it can cost anything. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDefinitionFile } from '../../src/library/read-definition-file.js';
import { readText } from '../../src/library/read-text.js';
import { readYaml } from '../../src/library/read-yaml.js';
import { frameworkShape } from '../../src/library/shapes/framework-shape.js';
import { plainOf } from '../../src/library/tree.js';

const plain = (text: string): unknown => {
  const { tree } = readYaml(text);
  return tree && JSON.parse(JSON.stringify(plainOf(tree)));
};
const said = (text: string): readonly string[] =>
  readYaml(text).findings.map(({ at, message }) => `${at.line}:${at.column} ${message}`);
const bytesSaid = (bytes: Uint8Array): readonly string[] => {
  const read = readText(bytes, 'a definition file', 1);
  return 'text' in read ? [] : read.findings.map(({ at, message }) => `${at.line}:${at.column} ${message}`);
};

describe('every scalar stays the text its author wrote', () => {
  it('keeps an unquoted 1.10 apart from 1.1, and 01 from 1', () => {
    expect(plain('a: 1.10\nb: 1.1\nc: 01\nd: 1e3\n1.10: x\n')).toEqual({
      a: '1.10',
      b: '1.1',
      c: '01',
      d: '1e3',
      '1.10': 'x',
    });
  });

  it('makes no truth of yes, no, on, off, null or ~', () => {
    expect(plain('yes: no\non: off\na: null\nb: ~\nc:\n')).toEqual({ yes: 'no', on: 'off', a: 'null', b: '~', c: '' });
  });

  it('does not care for a byte order mark or for the line ends of another system', () => {
    const read = readText(new TextEncoder().encode('\ufeffa: 1\r\nb: |\r\n  x\r\n  y\r\n'), 'a file', 1);
    expect('text' in read && plain(read.text)).toEqual({ a: '1', b: 'x\ny\n' });
  });
});

describe('refused with a sentence', () => {
  it.each([
    ['a key written twice', 'a: 1\nb: 2\na: 3\n', "3:1 the key 'a' is written twice; first on line 1"],
    ['a tab as indentation', 'a:\n\tb: 1\n', '2:1 a tab cannot be used to indent: use spaces'],
    ['a second document', 'a: 1\n---\nb: 2\n', '2:1 a second document begins here: a file holds one'],
    ['the key __proto__', 'a:\n  __proto__: 1\n', "2:3 '__proto__' cannot be a key"],
    ['a key that is a list', '? [a, b]\n: 1\n', '1:3 a key must be plain text'],
    ['an empty file', '# nothing yet\n', '1:1 the file is empty'],
    ['a control character by escape', 'a: "\\u0007"\n', '1:4 the text holds a control character'],
  ])('%s', (_what, text, sentence) => {
    expect(said(text)).toEqual([sentence]);
  });

  it.each([
    ['a custom tag', 'a: !!js/function "x"\n', /^1:4 tags \(!\) are not used/],
    ['a tag of YAML itself', 'a: !!int 1\n', /^1:4 tags \(!\) are not used/],
    ['an anchor', 'a: &x 1\nb: 2\n', /^1:4 anchors \(&\) and aliases \(\*\) are not used/],
    ['an alias', 'a: *x\n', /^1:4 anchors/],
    ['a directive', '%TAG ! x\n---\na: 1\n', /^1:1 directives/],
  ])('%s', (_what, text, sentence) => {
    expect(said(text)).toEqual([expect.stringMatching(sentence)]);
  });

  it('a billion laughs, at the first anchor', () => {
    const bomb = Array.from({ length: 30 }, (_, at) => `a${at}: &a${at} [${`*a${at - 1}, `.repeat(9)}]`).join('\n');
    expect(said(bomb)).toEqual([expect.stringMatching(/^1:5 anchors/)]);
  });

  it.each([
    ['brackets', '['.repeat(100_000)],
    ['braces', '{a: '.repeat(100_000)],
    ['dashes', '- '.repeat(100_000)],
    ['question marks', '? '.repeat(100_000)],
    ['indentation', Array.from({ length: 900 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
  ])('nesting without end by %s', (_what, text) => {
    expect(said(text)).toEqual([expect.stringMatching(/nested more than 40 levels deep$/)]);
  });

  it('nesting of 41 levels, while 30 levels are fine', () => {
    expect(said(`a: ${'['.repeat(30)}x${']'.repeat(30)}\n`)).toEqual([]);
    expect(said(`a: ${'['.repeat(42)}x${']'.repeat(42)}\n`)).toHaveLength(1);
  });

  it('more entries than any definition has', () => {
    expect(said('- a\n'.repeat(200_000))).toEqual([expect.stringMatching(/too many entries for one file$/)]);
  });

  it('5 MB, by its size alone', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'alidade-')), 'framework.yaml');
    writeFileSync(file, 'a: 1\n'.repeat(1_040_000));
    expect(readDefinitionFile(file, frameworkShape).findings).toEqual([
      {
        at: { line: 1, column: 1 },
        level: 'error',
        message: 'the file is 5.2 MB; a definition file may be 1 MB at most',
      },
    ]);
  });

  it('bytes that are not UTF-8, at the first of them', () => {
    expect(bytesSaid(Uint8Array.from([...Buffer.from('a: 1\nb: Caf'), 0xe9, 0x0a]))).toEqual([
      '2:7 the file is not UTF-8 text: save it as UTF-8',
    ]);
    expect(bytesSaid(Buffer.from('\ufeffa: 1\n', 'utf16le'))).toEqual([
      '1:1 the file is not UTF-8 text but UTF-16: save it as UTF-8',
    ]);
  });

  it('a damaged file, at its first control character', () => {
    expect(bytesSaid(Buffer.from('a: 1\nb: \u0000\n'))).toEqual([
      '2:4 the file holds a control character: it is no text file, or it was damaged',
    ]);
  });
});
