import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ground } from '../../../../src/core/robustness/scenarios/ground.js';
import type { Input, WeightsInput } from '../../../../src/core/robustness/scenarios/input.js';
import {
  type Uncertainty,
  type UncertaintyRun,
  uncertaintyOf,
} from '../../../../src/core/robustness/uncertainty/uncertainty.js';
import { rank } from '../../../../src/core/statistics/rank.js';
import { aMethod } from '../../../fixtures/tiny-survey.js';
import { group, indexOf, indicator, type Table } from '../../scoring/raw-steps/a-round.js';
import { aGround, opened } from '../scenarios/a-ground.js';

const ASKED: UncertaintyRun = { design: 'random', seed: 1, count: 20_000, onProblem: 'stop', tolerance: 1e-9 };

function uncertainty(ground: Ground, inputs: readonly Input[], asked: Partial<UncertaintyRun> = {}): Uncertainty {
  const found = uncertaintyOf(opened(ground, ...inputs), { ...ASKED, ...asked });
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

const weights = (how: WeightsInput['how']): WeightsInput => ({ kind: 'weights', how });
const uniform = weights({ type: 'uniform' });
const leaveOut = { ...aMethod().missing, 'not-answered': 'leave-out' } as const;

/** Share of the replications in which the first country was ahead, and how far off it may be: four standard errors. */
const aheadIn = ({ ranks, count }: Uncertainty): number => (ranks[0]?.counts[1] ?? 0) / count;
const error = (probability: number, count = ASKED.count): number =>
  4 * Math.sqrt((probability * (1 - probability)) / count);

/** Two countries: the first leads by `lead` in each indicator (less than 0 where it is behind). */
const duel = (...leads: readonly number[]): Ground =>
  aGround(indexOf(...leads.map((_, at) => `i${at}`)), {
    XAA: leads.map((lead) => Math.max(0, lead)),
    XAB: leads.map((lead) => Math.max(0, -lead)),
  });

describe('two countries, by exact enumeration', () => {
  // A is ahead where w₁ > k·w₂, with w₁ and w₂ even over the unit square: an area of 1 − k/2 for k ≤ 1, and of 1/(2k) beyond.
  it.each([
    ['the same lead each', [1, -1], 1 / 2],
    ['a lead twice as long', [2, -1], 3 / 4],
    ['a lead a third as long', [1, -3], 1 / 6],
    // w₁ > w₂ + w₃: the corner of the unit cube cut off by a plane, 1/6.
    ['one lead against two', [1, -1, -1], 1 / 6],
    ['no lead at all', [0.5, 0.5], 1],
  ] as const)('%s under weights even over 0 to 1', (_, leads, probability) => {
    const found = uncertainty(duel(...leads), [uniform]);
    expect(Math.abs(aheadIn(found) - probability)).toBeLessThanOrEqual(error(probability));
    const mean = found.nodes[0]?.[0]?.rank.mean ?? 0;
    expect(mean).toBeCloseTo(2 - aheadIn(found), 12);
  });

  it('under weights of 1 ± 50 %: the area where w₁ > 1.25·w₂ in a square from 0.5 to 1.5', () => {
    // ∫ from 0.5 to 1.2 of (1.5 − 1.25·w₂) dw₂ = 1.05 − 1.25·(1.44 − 0.25)/2
    const probability = 1.05 - (1.25 * 1.19) / 2;
    const found = uncertainty(duel(1, -1.25), [weights({ type: 'spread', spread: 0.5 })]);
    expect(Math.abs(aheadIn(found) - probability)).toBeLessThanOrEqual(error(probability));
  });

  it('has the interval of w₁ / (w₁ + w₂): from 1/11 to 10/11 under U(0, 1), from 0.05 to 0.95 under Dirichlet', () => {
    const scoreOf = (input: Input) => uncertainty(duel(1, -1), [input]).nodes[0]?.[0]?.score;
    const even = scoreOf(uniform);
    // F(x) = x / (1 − x) / 2 up to a half, so that a share of 0.0062 (four standard errors at 5 %) is 0.0102 wide at 1/11.
    expect(Math.abs((even?.p05 ?? 0) - 1 / 11)).toBeLessThan(0.0102);
    expect(even?.median).toBeCloseTo(0.5, 2);
    expect(Math.abs((even?.p95 ?? 0) - 10 / 11)).toBeLessThan(0.0102);
    expect(even?.mean).toBeCloseTo(0.5, 2);
    const shares = scoreOf(weights({ type: 'dirichlet' }));
    expect(Math.abs((shares?.p05 ?? 0) - 0.05)).toBeLessThanOrEqual(error(0.05));
    expect(Math.abs((shares?.p95 ?? 0) - 0.95)).toBeLessThanOrEqual(error(0.05));
  });

  it('counts a choice by the number of its alternatives', () => {
    // Arithmetic: 5 against 4.5. Geometric: 3 against 4.47. Harmonic: 1.8 against 4.44. So A is ahead in one of three.
    const ground = aGround(indexOf('i0', 'i1'), { XAA: [9, 1], XAB: [5, 4] });
    const rules = ['arithmetic-mean', 'geometric-mean', 'harmonic-mean'] as const;
    const input: Input = { kind: 'aggregate', alternatives: rules.map((rule) => ({ label: rule, rule })) };
    expect(Math.abs(aheadIn(uncertainty(ground, [input])) - 1 / 3)).toBeLessThanOrEqual(error(1 / 3));
    expect(aheadIn(uncertainty(ground, [input], { design: 'latin', count: 3000 }))).toBe(1 / 3);
  });

  it('nears the exact share as one over the root of the number of replications', () => {
    const scenarios = opened(duel(1, -3), uniform);
    const missedBy = (count: number): number => {
      const squares = Array.from({ length: 200 }, (_, seed) => {
        const found = uncertaintyOf(scenarios, { ...ASKED, seed, count });
        return found.ok ? (aheadIn(found.value) - 1 / 6) ** 2 : Number.NaN;
      });
      return Math.sqrt(squares.reduce((sum, one) => sum + one, 0) / squares.length);
    };
    const [few, many] = [missedBy(64), missedBy(1024)];
    expect(few).toBeCloseTo(Math.sqrt(5 / 36 / 64), 2);
    expect(few / many).toBeGreaterThan(3.3);
    expect(few / many).toBeLessThan(4.8);
  });
});

/** index ─ A (a1, a2), b */
const tree = group('index', [group('A', [indicator('a1'), indicator('a2', { weight: 2 })]), indicator('b')]);
const TABLE: Table = {
  XAA: [3, 9, 7],
  XAB: [8, null, 2],
  XAC: [5, 4, 3],
  XAD: [1, 6, 9],
  XAE: [5, 4, 3],
};
const ground = aGround(tree, TABLE, { missing: leaveOut });
const choices: Input = {
  kind: 'normalise',
  alternatives: [
    { label: 'none', rule: { type: 'none' } },
    { label: 'min-max', rule: { type: 'min-max', low: 0, high: 10 } },
  ],
};
const everything: readonly Input[] = [weights({ type: 'spread', spread: 0.4 }), choices, { kind: 'drop' }];

describe('an uncertainty analysis', () => {
  it.each(['random', 'sobol', 'latin'] as const)(
    'is the same to the last byte for the same seed, another for another (%s)',
    (design) => {
      const run = (seed: number) => JSON.stringify(uncertainty(ground, everything, { design, seed, count: 300 }));
      expect(run(7)).toBe(run(7));
      expect(run(8)).not.toBe(run(7));
    },
  );

  it('gives each country the same numbers in whatever order the countries stand', () => {
    const order = fc.shuffledSubarray(Object.keys(TABLE), { minLength: 5 });
    const before = uncertainty(ground, everything, { count: 200 });
    fc.assert(
      fc.property(order, (codes) => {
        const turned = aGround(tree, Object.fromEntries(codes.map((code) => [code, TABLE[code] ?? []])), {
          missing: leaveOut,
        });
        const after = uncertainty(turned, everything, { count: 200 });
        const rows = codes.map((code) => Object.keys(TABLE).indexOf(code));
        after.nodes.forEach((node, at) => {
          expect(node).toEqual(rows.map((row) => before.nodes[at]?.[row]));
        });
      }),
      { numRuns: 10 },
    );
  });

  it('gives intervals of no width, at the scores and ranks of the method, where what varies can change nothing', () => {
    const scenarios = opened(ground, weights({ type: 'spread', spread: 0 }), {
      kind: 'impute',
      alternatives: ['a', 'b'].map((label) => ({ label, rule: 'none' })),
    });
    const found = uncertaintyOf(scenarios, { ...ASKED, count: 100 });
    scenarios.nominal.forEach((scores, at) => {
      const ranks = rank(scores, 'lowest', ASKED.tolerance);
      scores.forEach((score, row) => {
        const cell = found.ok ? found.value.nodes[at]?.[row] : undefined;
        expect(cell?.score).toEqual({ mean: expect.closeTo(score, 12), median: score, p05: score, p95: score });
        expect(cell?.rank).toEqual({
          mean: ranks[row],
          median: ranks[row],
          p05: ranks[row],
          p95: ranks[row],
          present: 100,
        });
      });
    });
    expect(scenarios.nominal.map((scores) => scores.length)).toEqual([5, 5]);
  });

  it('gives countries with the same values the same rank in every replication', () => {
    const [twin, other] = [2, 4].map((row) => uncertainty(ground, everything, { count: 200 }).nodes[0]?.[row]);
    expect(twin).toEqual(other);
  });

  it('counts a country only in the replications in which it has a score', () => {
    const input: Input = {
      kind: 'missing',
      alternatives: [
        { label: 'leave-out', rule: 'leave-out' },
        { label: 'block', rule: 'block' },
      ],
    };
    const found = uncertainty(ground, [input], { design: 'latin', count: 100 });
    expect(found.failed).toBe(0);
    expect(found.nodes[0]?.map(({ rank: { present } }) => present)).toEqual([100, 50, 100, 100, 100]);
    expect(found.nodes[0]?.[1]?.score).toEqual({ mean: 5, median: 5, p05: 5, p95: 5 });
  });

  it('tells as it goes how much of it is done', () => {
    const shares: number[] = [];
    uncertainty(ground, everything, { count: 1000, onProgress: (share) => shares.push(share) });
    expect(shares).toEqual([0, 0.128, 0.256, 0.384, 0.512, 0.64, 0.768, 0.896]);
  });
});

describe('who is ahead of whom', () => {
  const table = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })),
    {
      minLength: 2,
      maxLength: 5,
    },
  );

  it('is counted by the area, as the share of the first rank is', () => {
    const { pairs, count } = uncertainty(duel(2, -1), [uniform], { pairs: true });
    expect(Math.abs((pairs?.ahead[1] ?? 0) / count - 3 / 4)).toBeLessThanOrEqual(error(3 / 4));
    expect((pairs?.ahead[1] ?? 0) + (pairs?.ahead[2] ?? 0)).toBe(count);
    expect([...(pairs?.both ?? [])]).toEqual([count, count, count, count]);
  });

  it('is always the one that is better in every indicator, whatever weighs how much', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('uniform' as const, 'dirichlet' as const), (cells, type) => {
        const tested = aGround(tree, Object.fromEntries(cells.map((row, at) => [`X${at}`, row])));
        const { pairs, ranks } = uncertainty(tested, [weights({ type })], { count: 60, pairs: true });
        if (pairs === undefined) throw new Error('nobody counted');
        const { rows, ahead, both } = pairs;
        for (let a = 0; a < rows; a++) {
          const held = ranks[0]?.counts.subarray(a * (rows + 1) + 1, (a + 1) * (rows + 1)) ?? [];
          expect([...held].reduce((sum, times) => sum + times, 0)).toBe(both[a * rows + a]);
          for (let b = 0; b < rows; b++) {
            const isBetter = (cells[a] ?? []).every((cell, at) => cell > (cells[b]?.[at] ?? 0));
            if (isBetter) expect(ahead[a * rows + b]).toBe(60);
            expect((ahead[a * rows + b] ?? 0) + (ahead[b * rows + a] ?? 0)).toBeLessThanOrEqual(
              both[a * rows + b] ?? 0,
            );
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is counted only where it is asked for', () => {
    expect(uncertainty(ground, everything, { count: 10 }).pairs).toBeUndefined();
  });
});

describe('a replication that has no numbers', () => {
  // Without a, nobody has a value: a third of all replications, as none may be left out as well.
  const bare = aGround(indexOf('a', 'b'), { XAA: [1, null], XAB: [2, null] }, { missing: leaveOut });
  const asked = { ...ASKED, design: 'latin', count: 300 } as const;

  it('stops the run with its reason', () => {
    const found = uncertaintyOf(opened(bare, { kind: 'drop' }), asked);
    expect(found).toEqual({ ok: false, problems: [{ code: 'nobody-has-a-score', details: { under: 'drop=a' } }] });
  });

  it('is counted where it is to be, and enters nothing', () => {
    const found = uncertainty(bare, [{ kind: 'drop' }], { ...asked, onProblem: 'count' });
    expect(found.count).toBe(300);
    expect(found.failed).toBe(100);
    expect(found.nodes[0]?.[1]).toEqual({
      score: { mean: 2, median: 2, p05: 2, p95: 2 },
      rank: { mean: 1, median: 1, p05: 1, p95: 1, present: 200 },
    });
  });
});
