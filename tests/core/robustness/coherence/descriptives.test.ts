/** What is said of few scores, and of none. */
import { describe, expect, it } from 'vitest';
import { type Descriptives, descriptivesOf } from '../../../../src/core/robustness/coherence/descriptives.js';
import { drawn, sketch } from './hand-made.js';

const described = (scores: readonly (number | null)[]): Descriptives | undefined =>
  drawn(sketch('x', scores)).map(descriptivesOf)[0];

describe('descriptive statistics', () => {
  it('of no score are none, not nought', () => {
    expect(described([null, null])).toEqual({
      node: 'x',
      n: 0,
      missing: 2,
      mean: null,
      sd: null,
      min: null,
      q1: null,
      median: null,
      q3: null,
      max: null,
      skewness: null,
      kurtosis: null,
      zeros: null,
      distinct: 0,
    });
  });

  it('of one score have no spread', () => {
    expect(described([3, null])).toMatchObject({
      n: 1,
      missing: 1,
      mean: 3,
      sd: null,
      median: 3,
      zeros: 0,
      distinct: 1,
    });
  });

  it('of two scores have a spread and no shape', () => {
    expect(described([0, 4])).toMatchObject({
      n: 2,
      mean: 2,
      sd: expect.closeTo(Math.sqrt(8), 12),
      q1: 1,
      q3: 3,
      skewness: null,
      kurtosis: null,
      zeros: 0.5,
      distinct: 2,
    });
  });

  it('of 0, 0, 0, 4 lean by 2 with a tail of 4', () => {
    // Mean 1, deviations −1, −1, −1, 3, variance 4: cubes (−3 + 27)/8 = 3 times 4/6; fourths 84/16 times 20/6, less 27/2.
    expect(described([0, 0, 0, 4])).toMatchObject({
      sd: 2,
      skewness: expect.closeTo(2, 12),
      kurtosis: expect.closeTo(4, 12),
      zeros: 0.75,
      distinct: 2,
    });
  });
});
