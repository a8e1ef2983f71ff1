/** How sure a rank is: intervals shown outward, tiers, and who is ahead of whom. */
import { describe, expect, it } from 'vitest';
import { aheadShare, intervalOf, intervalText, type RankInterval, tierOf } from '../../../src/core/report/strength.js';
import type { CellStrength, Robustness, Spread } from '../../../src/core/robustness/edition/robustness.js';
import { tinyMaterial } from './material.js';

const material = tinyMaterial();
const { words } = material;

const spread = (p05: number | null, p95: number | null): Spread => ({ mean: p05, median: p05, p05, p95 });
const cell = (p05: number | null, p95: number | null): CellStrength => ({
  score: spread(null, null),
  rank: spread(p05, p95),
  present: p05 === null ? 0 : 100,
});

const result: Robustness = {
  engine: 'test',
  runs: 100,
  baseSamples: 0,
  design: 'random',
  seed: 1,
  onProblem: 'stop',
  countries: ['XAA', 'XAB', 'XAC'],
  aggregates: ['index', '1'],
  analyses: [
    {
      id: 'weights',
      inputs: [],
      runs: 100,
      failed: 0,
      nodes: [
        [cell(1, 1), cell(1.95, 4.05), cell(null, null)],
        [cell(1, 2), cell(2, 3), cell(1, 3)],
      ],
      frequencies: [],
      ahead: [
        [0, 90, 0],
        [7, 0, 0],
        [0, 0, 0],
      ],
      both: [
        [100, 100, 0],
        [100, 100, 0],
        [0, 0, 0],
      ],
      tiers: [['XAA'], ['XAB']],
      choices: [],
    },
  ],
  leftOut: [],
};
const tested = { ...material, robustness: { result, widest: 2 } };
const interval = (low: number, high: number): RankInterval => ({ low, high });

describe('the interval of a rank', () => {
  it('is shown outward, so that no rank between two looks surer than it is', () => {
    expect(intervalOf(tested, 'XAB')).toEqual(interval(1, 5));
    expect(intervalOf(tested, 'XAB', '1')).toEqual(interval(2, 3));
  });

  it('is one number where the rank does not move', () => {
    expect(intervalText(words, interval(3, 3))).toBe('3');
    expect(intervalText(words, interval(2, 5))).toBe('2–5');
  });

  it('is not there for a country that never had a rank, that was not analysed, or at a node that is not combined', () => {
    expect(intervalOf(tested, 'XAC')).toBeUndefined();
    expect(intervalOf(tested, 'XZZ')).toBeUndefined();
    expect(intervalOf(tested, 'XAA', '1.1')).toBeUndefined();
  });
});

describe('tiers and pairs', () => {
  it('count tiers from 1, and leave out who never had a rank', () => {
    expect(['XAA', 'XAB', 'XAC'].map((country) => tierOf(tested, country))).toEqual([1, 2, undefined]);
  });

  it('give the share of the replications in which both had a rank, ties for neither', () => {
    expect(aheadShare(tested, 'XAA', 'XAB')).toBe(0.9);
    expect(aheadShare(tested, 'XAB', 'XAA')).toBe(0.07);
    expect(aheadShare(tested, 'XAA', 'XAC')).toBeNull();
    expect(aheadShare(tested, 'XAA', 'XZZ')).toBeUndefined();
  });
});

describe('without an analysis', () => {
  it('nothing is known', () => {
    expect(intervalOf(material, 'XAA')).toBeUndefined();
    expect(tierOf(material, 'XAA')).toBeUndefined();
    expect(aheadShare(material, 'XAA', 'XAB')).toBeUndefined();
  });
});
