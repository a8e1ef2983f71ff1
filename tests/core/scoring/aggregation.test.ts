import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arithmeticMean } from '../../../src/core/scoring/aggregation/arithmetic-mean.js';
import { none } from '../../../src/core/scoring/aggregation/none.js';
import { sum } from '../../../src/core/scoring/aggregation/sum.js';

/** One country's children combined. */
const combine = (aggregator: typeof sum, scores: readonly number[], weights: readonly number[]): number => {
  const out = new Float64Array(1);
  aggregator.combine(
    scores.map((score) => Float64Array.of(score)),
    weights,
    out,
  );
  return out[0] ?? 0;
};

describe('arithmetic mean', () => {
  it('weighs, and re-bases on the children that are there', () => {
    expect(combine(arithmeticMean, [0.4, 1], [1, 2])).toBeCloseTo(0.8, 12);
    expect(combine(arithmeticMean, [0.4, Number.NaN], [1, 2])).toBe(0.4);
  });
  it('has no value where no child has', () => expect(combine(arithmeticMean, [Number.NaN], [1])).toBeNaN());
  it('lies within its children’s range, and is the same under rescaled weights', () => {
    const child = fc.record({
      score: fc.double({ min: -1, max: 1, noNaN: true }),
      weight: fc.double({ min: 0.01, max: 50, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(child, { minLength: 1, maxLength: 12 }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (children, factor) => {
          const scores = children.map(({ score }) => score);
          const weights = children.map(({ weight }) => weight);
          const value = combine(arithmeticMean, scores, weights);
          expect(value).toBeGreaterThanOrEqual(Math.min(...scores) - 1e-12);
          expect(value).toBeLessThanOrEqual(Math.max(...scores) + 1e-12);
          expect(
            combine(
              arithmeticMean,
              scores,
              weights.map((weight) => weight * factor),
            ),
          ).toBeCloseTo(value, 10);
        },
      ),
    );
  });
});

describe('sum', () => {
  it('adds weighted points', () => {
    expect(combine(sum, [3, 4, 5], [1, 1, 1])).toBe(12);
    expect(combine(sum, [3, 4], [2, 1])).toBe(10);
  });
  it('keeps its maximum where a child is left out', () => {
    expect(combine(sum, [3, 4, Number.NaN], [1, 1, 1])).toBe(10.5);
    expect(sum.shareOf(1, 2, 3)).toBe(1.5);
    expect(sum.shareOf(2, 3, 3)).toBe(2);
  });
  it('has no value where no child has', () => expect(combine(sum, [Number.NaN], [1])).toBeNaN());
});

describe('no roll-up', () => {
  it('gives no number, and no child a share', () => {
    expect(combine(none, [1, 1], [1, 1])).toBeNaN();
    expect(none.shareOf(1, 1, 1)).toBe(0);
  });
});
