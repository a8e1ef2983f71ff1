/**
 * Source: numbers of a second program, written from docs/methodology.md alone; see second-computation/README.md. The tables are
 * invented and ours (tests/fixtures/index).
 * Tolerance: 1e-9 relative (absolute below 1); counts and tiers exact.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { run } from '../cli/run.js';

type Row = Readonly<Record<string, string>>;

const FIXTURES = 'tests/fixtures/index';
const ORACLES = 'tests/oracles/second-computation';
const DROP = ['--vary', 'drop:indicators'];
const NORMALISE = ['--vary', 'normalise=min-max:1,100|z-score:50,5|rank'];

const rowsOf = (text: string): readonly Row[] => parse(text, { columns: true });
const expected = (name: string): readonly Row[] => rowsOf(readFileSync(join(ORACLES, name), 'utf8'));

async function index(...flags: readonly string[]): Promise<string> {
  const tables = ['--data', join(FIXTURES, 'DATA.csv'), '--meta', join(FIXTURES, 'META.csv')];
  const { code, out, err } = await run('index', ...tables, '--normalise', 'min-max:1,100', ...flags);
  expect(code, err).toBe(0);
  return out;
}

/** All columns of the second program in the row of the same name; how many numbers were held against each other. */
function compare(found: readonly Row[], wanted: readonly Row[], [a, b]: readonly [string, string]): number {
  const byName = new Map(found.map((row) => [`${row[a]} ${row[b]}`, row]));
  let numbers = 0;
  for (const row of wanted) {
    const own = byName.get(`${row[a]} ${row[b]}`) ?? {};
    for (const [column, cell] of Object.entries(row)) {
      const said = `${row[a]} ${row[b]} ${column}`;
      if (column === a || column === b || cell === '') expect(own[column], said).toBe(cell);
      else {
        const off = Math.abs(Number(own[column] || Number.NaN) - Number(cell));
        expect(off, said).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(Number(cell))));
        numbers += 1;
      }
    }
  }
  return numbers;
}

describe('a second computation of how sure ranks are', () => {
  it('draws the same weights and choices from the seed, and finds the same means and intervals', async () => {
    const vary = ['--vary', 'weights:0.25', ...NORMALISE, '--vary', 'aggregate', ...DROP];
    const out = await index('--robustness', '260', '--seed', '9', ...vary);
    expect(compare(rowsOf(out), expected('drawn.csv'), ['unit', 'node'])).toBe((24 * 2 - 1) * 7);
  });

  it('finds the same under weights and choices that somebody states', async () => {
    const out = await index('--replay', join(ORACLES, 'replay.csv'));
    expect(compare(rowsOf(out), expected('replayed.csv'), ['unit', 'node'])).toBe(24 * 2 * 7);
  });

  it('counts the same pairs, and draws the same line between tiers', async () => {
    const { robustness } = JSON.parse(await index('--replay', join(ORACLES, 'replay.csv'), '--format', 'json'));
    const told: readonly Readonly<Record<string, string | number>>[] = robustness.pairs;
    const listed = new Map(told.map((pair) => [`${pair.a} ${pair.b}`, pair]));
    const clear = { both: 60, ahead: 60, behind: 0 };
    const counts = expected('replayed-pairs.csv').map(({ a, b, ...own }) => {
      const { both, ahead, behind } = listed.get(`${a} ${b}`) ?? clear;
      expect({ both: `${both}`, ahead: `${ahead}`, behind: `${behind}` }, `${a} ${b}`).toEqual(own);
      return both;
    });
    expect(counts).toHaveLength((24 * 23) / 2);
    expect(robustness.tiers.map((tier: readonly string[]) => tier.length)).toEqual([23, 1]);
    expect(robustness.tiers[1]).toEqual(['U05']);
  });

  it('puts the spread down to the same inputs, with the same intervals', async () => {
    const out = await index('--sensitivity', '128', '--seed', '3', '--vary', 'weights:0.25', ...NORMALISE, ...DROP);
    expect(compare(rowsOf(out), expected('indices.csv'), ['input', 'output'])).toBe(3 * 4 * 6);
  });
});
