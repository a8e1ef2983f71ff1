/** Small files with one idea, each opening with what it is for; nothing left behind. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|js)$/.test(name))
  .map((name) => ({ name: `src/${name}`, text: readFileSync(`src/${name}`, 'utf8') }));

describe('files', () => {
  it('stay under 300 lines (migrations exempt)', () => {
    const long = sources.filter(({ name, text }) => text.split('\n').length > 301 && !name.includes('/migrations/'));
    expect(long.map(({ name }) => name)).toEqual([]);
  });

  it('have a median of at most 80 lines', () => {
    const lengths = sources.map(({ text }) => text.split('\n').length).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(80);
  });

  it('open with what they are for', () => {
    const silent = sources.filter(({ text }) => !/^(#!.*\n)?(\/\*\*|\/\/)/.test(text));
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('say first of all what they must never do', () => {
    const modules = sources.filter(({ name }) => name.endsWith('.ts'));
    expect(modules.length).toBeGreaterThan(150);
    const silent = modules.filter(({ text }) => !text.slice(0, text.indexOf('*/')).includes('Must never:'));
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('are named in kebab-case, and none is a drawer for odds and ends', () => {
    const odd = sources.filter(
      ({ name }) =>
        !/^[a-z0-9/-]+(\.d)?\.(ts|js)$/.test(name) || /(utils?|helpers?|common|misc|manager|service)\b/.test(name),
    );
    expect(odd.map(({ name }) => name)).toEqual([]);
  });

  it('read the environment in one place', () => {
    const readers = sources.filter(({ text }) => /process\.env/.test(text.replace(/\/\*\*[\s\S]*?\*\//g, '')));
    expect(readers.map(({ name }) => name)).toEqual(['src/config.ts']);
  });
});

describe('nothing is left behind', () => {
  it('neither unfinished work nor a test that was switched off', () => {
    const marks = new RegExp(
      ['TO' + 'DO', 'FIX' + 'ME', '\\.on' + 'ly\\(', '\\b(it|describe|test)\\.sk' + 'ip\\(', 'to' + 'do\\('].join('|'),
    );
    const tracked = execFileSync('git', ['ls-files', 'src', 'tests', 'views'], { encoding: 'utf8' }).split('\n');
    const left = tracked.filter((name) => /\.(ts|js|ejs|css)$/.test(name) && marks.test(readFileSync(name, 'utf8')));
    expect(left).toEqual([]);
  });
});
