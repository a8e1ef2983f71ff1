/** The formats page is true: its definition passes the check, and computes what the page says. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { run } from '../cli/run.js';

const page = readFileSync('docs/formats.md', 'utf8');
const files = new Map(
  [...page.matchAll(/^```(?:yaml|csv) (\S+)\n([\s\S]*?)^```$/gm)].map(([, name = '', text = '']) => [name, text]),
);
const folder = join(mkdtempSync(join(tmpdir(), 'alidade-')), 'open-timetables');

beforeAll(() => {
  mkdirSync(folder);
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
});

describe('the definition on the formats page', () => {
  it('stands there whole', () => {
    expect([...files.keys()]).toEqual([
      'questionnaire.yaml',
      'framework.yaml',
      'method.yaml',
      'answers.csv',
      'result.csv',
    ]);
  });

  it('passes the check without a warning', async () => {
    expect(await run('check', folder)).toEqual({
      code: 0,
      out: 'open-timetables: OK, 2 questions (2 scored), 4 data points, 1 × index, 2 × pillar, 4 × indicator\n',
      err: '',
    });
  });

  it('computes the result on the page', async () => {
    const { out } = await run('compute', folder, '--answers', join(folder, 'answers.csv'));
    expect(out).toBe(files.get('result.csv'));
  });
});
