/** Two rankings against each other, by hand and against an independent library. */
import { sampleRankCorrelation } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { agreementOf, movesOf } from '../../../../src/core/robustness/method-variants/rank-moves.js';

describe('two rankings', () => {
  it('agree as far as their order does', () => {
    const official = [1, 2, 3, 4, 5, 6];
    const other = [2, 1, 3, 6, 4, 5];
    const { spearman, kendall, meanMove, longest, movers, keep } = agreementOf(official, other);
    // d² sums to 1+1+0+4+1+1 = 8: 1 − 6 · 8 / 210. Of 15 pairs 3 are in the other order.
    expect(spearman).toBeCloseTo(1 - 48 / 210, 12);
    expect(spearman).toBeCloseTo(sampleRankCorrelation(official, other), 12);
    expect(kendall).toBeCloseTo((12 - 3) / 15, 12);
    expect({ meanMove, longest, movers, keep }).toEqual({ meanMove: 1, longest: 2, movers: [3], keep: 1 });
  });

  it('count a shared rank as shared, whatever the rule for ties: lowest or dense', () => {
    const other = [4, 3, 2, 1];
    const lowest = agreementOf([1, 2, 2, 4], other);
    const dense = agreementOf([1, 2, 2, 3], other);
    expect(lowest.spearman).toBe(dense.spearman);
    expect(lowest.kendall).toBe(dense.kendall);
    // tau-b: 5 of 6 pairs are ordered, all the other way: −5 / √(5 · 6).
    expect(lowest.kendall).toBeCloseTo(-5 / Math.sqrt(30), 12);
  });

  it('say nothing where there is nothing to say', () => {
    expect(agreementOf([1, null], [null, 1])).toMatchObject({
      ranked: 0,
      spearman: null,
      kendall: null,
      meanMove: null,
      gained: [1],
      lost: [0],
    });
    expect(agreementOf([1, 1, 1], [1, 2, 3])).toMatchObject({ spearman: null, kendall: null });
    expect(movesOf([3, null, 1.5], [1, 2, 2.5])).toEqual([2, null, -1]);
  });

  it('share of the first ten those that both have there', () => {
    const official = Array.from({ length: 12 }, (_, at) => at + 1);
    const other = [12, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1, 11];
    expect(agreementOf(official, other).top).toEqual({ shared: 9, of: 10 });
    expect(agreementOf([1, 2, 3], [3, 2, 1]).top).toEqual({ shared: 3, of: 3 });
  });
});

describe('countries with a rank in one ranking only, or in none', () => {
  it('are not among the first that could be shared, and neither gained nor lost where both lack them', () => {
    expect(agreementOf([1, 2, null], [1, null, null])).toMatchObject({
      gained: [],
      lost: [1],
      top: { shared: 1, of: 1 },
    });
    expect(agreementOf([1, null, null], [1, 2, null])).toMatchObject({ gained: [1], lost: [] });
  });
});
