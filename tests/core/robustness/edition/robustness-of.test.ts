/** A run as a whole: what holds of any round, and which replication ends it. */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Problem } from '../../../../src/core/problem.js';
import type { RobustnessJob } from '../../../../src/core/robustness/edition/job.js';
import { openJob } from '../../../../src/core/robustness/edition/open-job.js';
import type { Analysis } from '../../../../src/core/robustness/edition/robustness.js';
import { robustnessOf } from '../../../../src/core/robustness/edition/robustness-of.js';
import type { Input } from '../../../../src/core/robustness/scenarios/input.js';
import { makeWords } from '../../../../src/core/text/make-words.js';
import { aMethod } from '../../../fixtures/tiny-survey.js';
import { group, indexOf, indicator } from '../../scoring/raw-steps/a-round.js';
import { analysis, aRound, asked, type Figures, opened, robustness } from './a-job.js';

const leaveOut = { ...aMethod().missing, 'not-answered': 'leave-out' } as const;
const uniform: Input = { kind: 'weights', how: { type: 'uniform' } };
const drop: Input = { kind: 'drop' };
const tree = group('index', [group('A', [indicator('a1'), indicator('a2')]), indicator('b')]);

const onlyAnalysis = (job: RobustnessJob): Analysis => {
  const [own] = robustness(job).analyses;
  if (own === undefined) throw new Error('there is no analysis');
  return own;
};

describe('two countries, by exact enumeration', () => {
  const job = (runs: number): RobustnessJob => ({
    round: aRound(indexOf('i0', 'i1'), { XAA: [2, 0], XAB: [0, 1] }),
    asked: asked([analysis('weights', uniform)], { runs }),
  });

  it('one with twice the lead is ahead in three of four cases, which is no tier of its own', () => {
    const { ahead, both, frequencies, tiers } = onlyAnalysis(job(20_000));
    const share = (ahead[0]?.[1] ?? 0) / 20_000;
    expect(Math.abs(share - 3 / 4)).toBeLessThan(4 * Math.sqrt((3 / 4) * (1 / 4) * (1 / 20_000)));
    expect(both).toEqual([
      [20_000, 20_000],
      [20_000, 20_000],
    ]);
    expect(frequencies[0]).toEqual([ahead[0]?.[1], ahead[1]?.[0]]);
    expect(tiers).toEqual([['XAA', 'XAB']]);
  });

  it('one that is ahead in nine of ten cases or more has a tier of its own', () => {
    // Ahead where w₂ < 6·w₁: 1 − 1/12.
    const round = aRound(indexOf('i0', 'i1'), { XAA: [6, 0], XAB: [0, 1] });
    const { ahead, tiers } = onlyAnalysis({ ...job(5000), round });
    expect((ahead[0]?.[1] ?? 0) / 5000).toBeCloseTo(11 / 12, 1);
    expect(tiers).toEqual([['XAA'], ['XAB']]);
  });
});

describe('of any round', () => {
  const cell = fc.option(fc.integer({ min: 1, max: 9 }), { freq: 5 });
  const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), cell, cell), { minLength: 2, maxLength: 6 });
  const CODES = ['XAA', 'XAB', 'XAC', 'XAD', 'XAE', 'XAF'];
  const jobOf = (cells: readonly Figures[string][], codes: readonly string[] = CODES): RobustnessJob => ({
    round: aRound(tree, Object.fromEntries(cells.map((row, at) => [codes[at] ?? '', row])), { missing: leaveOut }),
    asked: asked([analysis('all', uniform, drop)], { runs: 150, onProblem: 'count' }),
  });

  it('the frequencies of a country are the replications in which it had a rank', () => {
    fc.assert(
      fc.property(rows, (cells) => {
        const { frequencies, nodes, both, runs, failed } = onlyAnalysis(jobOf(cells));
        frequencies.forEach((times, row) => {
          const sum = times.reduce((total, one) => total + one, 0);
          expect(sum).toBe(nodes[0]?.[row]?.present);
          expect(sum).toBe(both[row]?.[row]);
          expect(sum).toBeLessThanOrEqual(runs - failed);
        });
      }),
      { numRuns: 25 },
    );
  });

  it('countries under other codes have the same numbers, each its own', () => {
    fc.assert(
      fc.property(rows, fc.shuffledSubarray(CODES, { minLength: 6 }), (cells, codes) => {
        const before = onlyAnalysis(jobOf(cells));
        const after = onlyAnalysis(jobOf(cells, codes));
        const order = cells.map((_, at) => codes[at] ?? '').sort();
        const row = cells.map((_, at) => order.indexOf(codes[at] ?? ''));
        const moved = <T>(list: readonly T[]): readonly (T | undefined)[] => row.map((to) => list[to]);
        before.nodes.forEach((node, at) => {
          expect(moved(after.nodes[at] ?? [])).toEqual(node);
        });
        expect(moved(after.frequencies)).toEqual(before.frequencies);
        expect(moved(after.ahead).map((line) => moved(line ?? []))).toEqual(before.ahead);
        expect(after.tiers.map(({ length }) => length)).toEqual(before.tiers.map(({ length }) => length));
      }),
      { numRuns: 25 },
    );
  });
});

describe('of several replications without numbers', () => {
  // The first pillar, −2 and 4, falls below nought where more weight is on its first indicator.
  const nothing = { choices: [], dropped: '', weights: [1, 1, 3, 1, 1] };
  const sound = { choices: [], dropped: '', weights: [1, 1, 1, 1, 1] };
  const replications = Array.from({ length: 400 }, (_, r) => (r === 149 || r === 299 ? nothing : sound));
  const job: RobustnessJob = {
    round: aRound(tree, { XAA: [-2, 4, 3], XAB: [3, 2, 1] }, { nodes: { index: { aggregation: 'geometric-mean' } } }),
    asked: asked([{ id: 'replayed', inputs: [], stated: { hash: 'f00d', replications } }]),
  };
  const reasonsOf = (problems: readonly Problem[]) => problems.map(({ details }) => details);

  it('the first ends the run, also where tasks are done from the last to the first', () => {
    const found = robustnessOf(job);
    const reason = { analysis: 'replayed', under: 'replication 150' };
    expect(found.ok ? [] : reasonsOf(found.problems)).toEqual([expect.objectContaining(reason)]);
    const { phases, take } = opened(job);
    const refusals = (phases[0] ?? [])
      .toReversed()
      .map((task) => take(task, () => ({})))
      .filter((part) => !part.ok);
    expect(refusals).toHaveLength(2);
    expect(refusals.at(-1)).toEqual(found);
  });

  it('each is counted, where they are to be', () => {
    expect(onlyAnalysis({ ...job, asked: { ...job.asked, onProblem: 'count' } }).failed).toBe(2);
  });
});

describe('what is refused is said', () => {
  const catalogue = parse(readFileSync('views/texts/en/problems.yaml', 'utf8')) as Record<string, string>;
  const words = makeWords(catalogue, 'en');
  const round = aRound(tree, Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`X${at}`, [1 + at, 2, 3]])));

  it.each([
    [{ runs: 1e9 }, 'There can be 1 to 1,000,000 replications, and 1,000,000,000 are asked for.'],
    [{ baseSamples: 0.5 }, 'There can be 0 to 100,000 base samples, and 0.5 are asked for.'],
    [{ seed: -1 }, 'A seed is a whole number of 0 or more, up to 9,007,199,254,740,991; -1 is none.'],
    [{ analyses: [] }, 'No analysis is asked for. Name at least one, and what varies in it.'],
    [
      { analyses: [analysis('w', uniform), analysis('w', uniform)] },
      'There are two analyses called “w”. Give each a name of its own.',
    ],
    [
      { analyses: [analysis('w')] },
      'Nothing varies in the analysis “w”. Name at least one assumption that could have been made otherwise.',
    ],
    [
      { analyses: [{ ...analysis('w'), stated: { hash: '', replications: [] } }] },
      'No replication is stated for the analysis “w”.',
    ],
    [
      { analyses: [{ ...analysis('w'), stated: { hash: '', replications: [{ choices: [], dropped: 'x' }] } }] },
      'One stated replication of the analysis “w” does not fit this round, the first of them number 1: a choice that is not there, an indicator that is not there, or weights that are negative, all 0 below a node, or not one for each node.',
    ],
    [
      { runs: 1_000_000 },
      'The analysis “w” would leave more scores than can be kept. With so many countries and nodes there can be 447,392 replications at most.',
    ],
    [
      { baseSamples: 100_000, analyses: [analysis('w', uniform, drop, ...manyChoices())] },
      'The analysis “w” would leave more numbers than can be kept. With so many countries and assumptions there can be 55,831 base samples at most.',
    ],
  ] as const)('%#', (given, sentence) => {
    const found = openJob({ round, asked: asked([analysis('w', uniform)], given) });
    expect(found.ok ? [] : found.problems.map(({ code, details }) => words.say(code, details))).toEqual([sentence]);
  });
});

/** So many inputs that their evaluations are too many. */
function manyChoices(): readonly Input[] {
  const alternatives = ['none', 'mean'].map((rule) => ({ label: rule, rule: rule as 'none' | 'mean' }));
  return [
    { kind: 'impute', alternatives },
    { kind: 'treat', alternatives: [{ label: 'none', rule: 'none' }] },
    { kind: 'aggregate', alternatives: [{ label: 'arithmetic', rule: 'arithmetic-mean' }] },
    { kind: 'missing', alternatives: [{ label: 'block', rule: 'block' }] },
  ];
}
