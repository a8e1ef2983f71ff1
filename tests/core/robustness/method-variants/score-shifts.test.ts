/** Which pillars and sub-pillars a country stands elsewhere at, by hand on three countries. */
import { describe, expect, it } from 'vitest';
import { shiftsOf } from '../../../../src/core/robustness/method-variants/score-shifts.js';
import type { NodeResult, Results } from '../../../../src/core/scoring/results.js';
import { aFramework, aNode } from '../../../fixtures/tiny-survey.js';

const framework = aFramework(
  aNode({
    id: 'index',
    children: [aNode({ id: '1', children: [aNode({ id: '1.1' }), aNode({ id: '1.2' })] }), aNode({ id: '2' })],
  }),
);

type Scores = readonly (number | null)[];

/** The lowest rank for a tie: one more than those above. */
const rankIn = (scores: Scores, own: number | null): number | null =>
  own === null ? null : 1 + scores.filter((score) => score !== null && score > own).length;

function results(scores: Readonly<Record<string, Scores>>): Results {
  const nodes = Object.entries(scores).map(
    ([id, score]): NodeResult => ({
      id,
      level: 1,
      score,
      rank: score.map((own) => rankIn(score, own)),
      presented: score.map(String),
      coverage: score.map(() => 1),
      status: score.map(() => ({ kind: 'computed' })),
    }),
  );
  return { countries: ['XAA', 'XAB', 'XAC', 'XAD'], nodes, groups: [], rollUps: [], warnings: [] };
}

const shifts = (official: Readonly<Record<string, Scores>>, variant: Readonly<Record<string, Scores>>, row = 0) =>
  shiftsOf({ framework, official: results(official), variant: results(variant) }, row);

describe('where a country stands elsewhere', () => {
  it('is told with both scores and ranks, the most changed first, in standard deviations of the countries', () => {
    const rising = [0, 1, 2];
    const told = shifts(
      { '1': rising, '1.1': [2, 1, 0], '1.2': rising, '2': rising },
      // A standard deviation of 1 but for `1.2`, which is on another scale alone, and `2`, where it is √3.
      { '1': [1, 0, 2], '1.1': rising, '1.2': [10, 20, 30], '2': [0, 0, 3] },
    );
    expect(told).toEqual([
      { node: '1.1', from: { score: 2, rank: 1 }, to: { score: 0, rank: 3 }, shift: -2 },
      { node: '1', from: { score: 0, rank: 3 }, to: { score: 1, rank: 2 }, shift: 1 },
      {
        node: '2',
        from: { score: 0, rank: 3 },
        to: { score: 0, rank: 2 },
        shift: expect.closeTo(1 - 1 / Math.sqrt(3)),
      },
    ]);
  });

  it('goes by the countries with a score under both methods, and is not told of one without', () => {
    const gap = { '1': [0, 1, 2, null], '2': [1, 2, 4, 90] };
    const other = { '1': [0, 1, 2, 50], '2': [1, 2, 4, null] };
    expect(shifts(gap, other)).toEqual([]);
    expect(shifts(gap, other, 3)).toEqual([]);
    const [swapped] = shifts({ '1': [0, 1, 2, null] }, { '1': [1, 0, 2, 50] });
    expect(swapped?.shift).toBeCloseTo(1, 12);
    const [back] = shifts({ '1': [1, 0, 2, 50] }, { '1': [0, 1, 2, null] });
    expect(back?.shift).toBeCloseTo(-1, 12);
  });

  it('is not told of a node that only one of the methods has', () => {
    const one = { '1': [0, 1, 2] };
    const two = { ...one, '2': [2, 1, 0] };
    expect(shifts(one, two)).toEqual([]);
    expect(shifts(two, one)).toEqual([]);
  });

  it('is not told where the countries do not differ', () => {
    expect(shifts({ '1': [1, 1, 1] }, { '1': [0, 1, 2] })).toEqual([]);
  });
});
