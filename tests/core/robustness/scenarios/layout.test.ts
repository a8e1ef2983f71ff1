import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointsOf } from '../../../../src/core/robustness/designs/points.js';
import type { Input, WeightsInput } from '../../../../src/core/robustness/scenarios/input.js';
import { layoutOf, scenarioAt, weighAt } from '../../../../src/core/robustness/scenarios/layout.js';
import { prepare } from '../../../../src/core/scoring/prepare.js';
import { mean } from '../../../../src/core/statistics/mean.js';
import { aFramework, aMethod } from '../../../fixtures/tiny-survey.js';
import { branch, leaf } from '../../scoring/a-computation.js';

/** Places: index 0 ─ A 1 (a1 2, a2 3, a3 4), b 5. */
const plan = prepare(
  aFramework(branch('index', [branch('A', [leaf('a1', 2), leaf('a2', 3), leaf('a3', 5)], 4), leaf('b', 6)])),
  aMethod({ weights: 'stated' }),
);
const weights = (type: 'uniform' | 'dirichlet', nodes?: readonly string[]): WeightsInput => ({
  kind: 'weights',
  how: { type },
  ...(nodes === undefined ? {} : { nodes }),
});
const spread = (size: number): WeightsInput => ({ kind: 'weights', how: { type: 'spread', spread: size } });
const choice = (count: number): Input => ({
  kind: 'normalise',
  alternatives: Array.from({ length: count }, (_, at) => ({ label: `${at}`, rule: { type: 'none' } })),
});
const drop: Input = { kind: 'drop' };

const weighed = (input: WeightsInput, point: readonly number[]): readonly number[] => {
  const own = plan.weights.slice();
  weighAt(layoutOf(plan, [input]), point, own);
  return [...own];
};

describe('the coordinates of a point', () => {
  it('are one for every weight below the index, one for each choice, one for what is left out, in the order of inputs', () => {
    const layout = layoutOf(plan, [choice(3), spread(0.2), drop]);
    expect(layout.dimensions).toBe(7);
    expect(layout.groups.map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [1, 6],
      [6, 7],
    ]);
    expect(layout.weighed).toEqual([1, 2, 3, 4, 5]);
    expect(layout.leaves).toEqual([2, 3, 4, 5]);
  });

  it('are those of the nodes that are named, where any are, in reading order', () => {
    expect(layoutOf(plan, [weights('uniform', ['A'])]).weighed).toEqual([1]);
    expect(layoutOf(plan, [weights('uniform', ['b', 'a3', 'a1'])]).weighed).toEqual([2, 4, 5]);
    expect(layoutOf(plan, [weights('uniform', [])]).dimensions).toBe(0);
  });

  it('pick each of k alternatives over the same share of the way: number ⌊k·u⌋', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0, max: 1 - 2 ** -53, noNaN: true }), (k, u) => {
        const { choices, dropped } = scenarioAt(layoutOf(plan, [choice(k)]), [u]);
        expect(choices).toEqual([Math.floor(k * u)]);
        expect(choices[0]).toBeLessThan(k);
        expect(dropped).toBe(-1);
      }),
    );
    const layout = layoutOf(plan, [choice(4)]);
    const picked = [0, 0.2499, 0.25, 0.5, 0.7499, 0.75, 1 - 2 ** -53].map((u) => scenarioAt(layout, [u]).choices[0]);
    expect(picked).toEqual([0, 0, 1, 2, 2, 3, 3]);
  });

  it('leave out each indicator over the same share of the way, and none over the last', () => {
    const layout = layoutOf(plan, [spread(0.1), drop]);
    const dropped = (u: number) => scenarioAt(layout, [0, 0, 0, 0, 0, u]).dropped;
    expect([0, 0.19, 0.2, 0.5, 0.79, 0.8, 0.99].map(dropped)).toEqual([2, 2, 3, 4, 5, -1, -1]);
  });

  it('hold the choices in the order of the inputs', () => {
    const layout = layoutOf(plan, [choice(2), drop, { ...choice(5), kind: 'aggregate' } as Input]);
    expect(scenarioAt(layout, [0.6, 0.9, 0.3]).choices).toEqual([1, 1]);
  });
});

describe('weights at a point', () => {
  it('are those of the method, each times a factor from 1 − S to 1 + S', () => {
    expect(weighed(spread(0.25), [0, 0.25, 0.5, 0.75, 1])).toEqual([plan.weights[0], 3, 1.75, 3, 5.625, 7.5]);
  });

  it('are exactly those of the method in the middle', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (size) => {
        expect(weighed(spread(size), [0.5, 0.5, 0.5, 0.5, 0.5])).toEqual([...plan.weights]);
      }),
    );
  });

  it('stand in the place of stated ones in the proportions drawn, siblings weighing together what they did', () => {
    const own = weighed(weights('uniform'), [0.3, 0.1, 0.2, 0.7, 0.9]);
    expect(own[1]).toBeCloseTo(2.5, 12);
    expect(own[5]).toBeCloseTo(7.5, 12);
    [1, 2, 7].forEach((one, at) => {
      expect(own[2 + at]).toBeCloseTo(one, 12);
    });
  });

  it('keep their unit beside siblings that do not vary', () => {
    expect(weighed(weights('uniform', ['A']), [0.01])).toEqual([...plan.weights]);
  });

  it('stay as they are where nothing but 0 was drawn', () => {
    expect(weighed(weights('dirichlet'), [0, 0, 0, 0, 0])).toEqual([...plan.weights]);
  });

  it('of a Dirichlet draw sum to what they did, with the moments of shares that are even over all', () => {
    const pointAt = pointsOf('random', { seed: 3, count: 20_000, dimensions: 5 });
    const layout = layoutOf(plan, [weights('dirichlet')]);
    const draws = Array.from({ length: 20_000 }, (_, r) => {
      const own = plan.weights.slice();
      weighAt(layout, pointAt(r), own);
      expect((own[2] ?? 0) + (own[3] ?? 0) + (own[4] ?? 0)).toBeCloseTo(10, 12);
      return own;
    });
    // Dirichlet(1, 1, 1): mean 1/3, variance 2/36, covariance −1/36 of shares; Dirichlet(1, 1) is U(0, 1).
    for (const place of [2, 3, 4]) {
      const shares = draws.map((own) => (own[place] ?? 0) / 10);
      expect(Math.abs(mean(shares) - 1 / 3)).toBeLessThan(4 * Math.sqrt(1 / 18 / 20_000));
      expect(mean(shares.map((one) => (one - 1 / 3) ** 2)) * 18).toBeCloseTo(1, 1);
      expect(shares.filter((one) => one < 0.5).length / 20_000).toBeCloseTo(0.75, 1);
    }
    const first = draws.map((own) => (own[1] ?? 0) / 10);
    expect(Math.abs(first.filter((one) => one < 0.1).length / 20_000 - 0.1)).toBeLessThan(0.01);
    expect(Math.abs(first.filter((one) => one < 0.7).length / 20_000 - 0.7)).toBeLessThan(0.015);
  });

  it('are left alone where they do not vary', () => {
    const own = plan.weights.slice();
    weighAt(layoutOf(plan, [drop]), [0.1], own);
    expect([...own]).toEqual([...plan.weights]);
  });
});
