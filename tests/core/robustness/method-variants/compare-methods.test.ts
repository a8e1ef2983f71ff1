/** Comparing methods: who moves and why, by hand on rounds of three or four countries; what cannot be computed is refused whole. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareMethods } from '../../../../src/core/robustness/method-variants/compare-methods.js';
import { aMethod } from '../../../fixtures/tiny-survey.js';
import { aRound, aVariant, byCountry, compared, GEOMETRIC, THREE } from './a-comparison.js';

describe('a variant beside the official method', () => {
  it('moves countries by the ranks that both methods give, up counted as plus', () => {
    const comparison = compared(aRound(THREE), aVariant(GEOMETRIC));
    const [variant] = comparison.variants;
    expect(byCountry(comparison, variant?.moves ?? [])).toEqual({ XAA: -1, XAB: 1, XAC: 0 });
    const scores = [Math.sqrt(0.9 * 0.2), 0.5, Math.sqrt(0.6 * 0.1)].map((score) => expect.closeTo(score, 14));
    expect(variant?.results.nodes[0]?.score).toEqual(scores);
    expect(variant?.results.nodes[0]?.rank).toEqual([2, 1, 3]);
    expect(comparison.official.nodes[0]?.rank).toEqual([1, 2, 3]);
    expect(variant?.agreement).toMatchObject({ ranked: 3, keep: 1, longest: 1, movers: [0, 1], spearman: 0.5 });
    expect(variant?.agreement.kendall).toBeCloseTo(1 / 3, 12);
    expect(variant?.agreement.meanMove).toBeCloseTo(2 / 3, 12);
  });

  it('that is the official method again has no steps and moves nobody', () => {
    const comparison = compared(aRound(THREE), aVariant({ title: 'By another name', scale: null }));
    const [variant] = comparison.variants;
    expect(variant?.steps).toEqual([]);
    expect(byCountry(comparison, variant?.moves ?? [])).toEqual({ XAA: 0, XAB: 0, XAC: 0 });
    expect(variant?.agreement).toMatchObject({ spearman: 1, kendall: 1, meanMove: 0, keep: 3, movers: [] });
    expect(variant?.movers).toEqual([]);
  });

  it('keeps those apart that it alone ranks, or does not rank', () => {
    const figures = { ...THREE, XAD: [0.8, null] } as const;
    const leaveOut = { ...aMethod().missing, 'not-answered': 'leave-out' } as const;
    const comparison = compared(aRound(figures), aVariant({ missing: leaveOut }));
    const [variant] = comparison.variants;
    // XAD enters first with 0.8, and everybody else goes one down.
    expect(byCountry(comparison, variant?.moves ?? [])).toEqual({ XAA: -1, XAB: -1, XAC: -1, XAD: null });
    expect(variant?.agreement).toMatchObject({ ranked: 3, gained: [3], lost: [] });
    const [back] = compared(aRound(figures, { method: aMethod({ missing: leaveOut }) }), aVariant({})).variants;
    expect(back?.agreement).toMatchObject({ ranked: 3, gained: [], lost: [3] });
  });
});

describe('why a country moves', () => {
  const both = aVariant({ nodes: { index: { aggregation: 'geometric-mean', weights: { '1': 1, '2': 3 } } } });

  it('is told by each changed rule alone, and by what they do only together, so that the sum is the whole', () => {
    const comparison = compared(aRound(THREE), both);
    const [variant] = comparison.variants;
    expect(variant?.steps.map(({ id, tried }) => [id, tried])).toEqual([
      ['index: aggregation', 'alone'],
      ['index: weights', 'alone'],
    ]);
    const rows = [variant?.moves, ...(variant?.steps.map(({ moves }) => moves) ?? []), variant?.together];
    expect(rows.map((moves) => byCountry(comparison, moves ?? []))).toEqual([
      { XAA: -1, XAB: 1, XAC: 0 },
      { XAA: -1, XAB: 1, XAC: 0 },
      // Weighed 1 : 3, XAA has 0.375 and XAB 0.5.
      { XAA: -1, XAB: 1, XAC: 0 },
      { XAA: 1, XAB: -1, XAC: 0 },
    ]);
  });

  it('tries a rule that cannot stand alone on top of those that can, and says why it cannot', () => {
    const zero = { ...THREE, XAC: [0.6, 0] } as const;
    const raised = { type: 'linear', intercept: 0.01, slope: 0.99 } as const;
    const nodes = { ...GEOMETRIC.nodes, '1': { scale: raised }, '2': { scale: raised } };
    const comparison = compared(aRound(zero), aVariant({ nodes }));
    const [first, ...others] = comparison.variants[0]?.steps ?? [];
    expect(first).toMatchObject({ id: 'index: aggregation', tried: 'on-others', problems: [{ code: 'not-positive' }] });
    expect(byCountry(comparison, first?.moves ?? [])).toEqual({ XAA: -1, XAB: 1, XAC: 0 });
    expect(others.map(({ tried }) => tried)).toEqual(['alone', 'alone']);
  });

  it('adds up for every country, whatever is changed', () => {
    const figure = fc.integer({ min: 1, max: 100 }).map((n) => n / 100);
    const round = fc.array(fc.tuple(figure, figure), { minLength: 3, maxLength: 8 });
    const weight = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(round, weight, weight, (rows, one, two) => {
        const figures = Object.fromEntries(rows.map((row, at) => [`XA${String.fromCharCode(65 + at)}`, row]));
        const method = {
          aggregation: 'geometric-mean',
          nodes: { index: { weights: { '1': one, '2': two } } },
        } as const;
        const [variant] = compared(aRound(figures), aVariant(method)).variants;
        variant?.moves.forEach((move, row) => {
          const steps = variant.steps.reduce((sum, { moves }) => sum + (moves[row] ?? 0), 0);
          expect(steps + (variant.together[row] ?? 0)).toBe(move);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('names the pillars that stand elsewhere, by how far among the others and not by their scale', () => {
    const hundred = { type: 'linear', intercept: 0, slope: 100 } as const;
    const ranks = { type: 'percentile-rank', ties: 'average' } as const;
    const figures = { XAA: [0.9, 0.2], XAB: [0.85, 0.5], XAC: [0.1, 0.45], XAD: [0.5, 0.46] } as const;
    const variant = aVariant({ nodes: { '1': { scale: ranks }, '2': { scale: hundred } } });
    const [one] = compared(aRound(figures), variant).variants;
    const shifted = new Set(one?.movers.flatMap(({ shifts }) => shifts.map(({ node }) => node)));
    expect([...shifted]).toEqual(['1']);
  });
});

describe('a variant that cannot be computed', () => {
  it('is refused with all that is wrong with all of them, each named, and nothing of the others is shown', () => {
    const zero = { XAA: [0.9, 0], XAB: [0, 0], XAC: [0.6, 0] } as const;
    const outcome = compareMethods(aRound(zero), [
      aVariant({ title: 'Fine' }, 'fine'),
      aVariant(GEOMETRIC, 'geometric'),
      aVariant({ nodes: { '2': { scale: { type: 'z-score', deviation: 'sample' } } } }, 'scaled'),
    ]);
    expect(outcome.ok).toBe(false);
    const problems = outcome.ok ? [] : outcome.problems;
    expect(problems.map(({ code, field, details }) => [field, code, details?.variant])).toEqual([
      ['geometric', 'not-positive', 'The geometric'],
      ['geometric', 'not-positive', 'The geometric'],
      ['scaled', 'no-spread', 'The scaled'],
    ]);
  });

  it('is not refused for what the official method cannot do either', () => {
    const scaled = { nodes: { '2': { scale: { type: 'z-score', deviation: 'sample' } } } } as const;
    const framework = { ...aRound(THREE).input.framework };
    const computation = aRound({ XAA: [0.9, 0.3], XAB: [0.5, 0.3] }, { method: aMethod(scaled), framework });
    expect(compareMethods(computation, [aVariant({ ...scaled, weights: 'stated' })]).ok).toBe(true);
  });

  it('is refused where it ranks nobody, and nothing is compared where the official method ranks nobody', () => {
    const gaps = { XAA: [0.9, null], XAB: [0.5, null] } as const;
    const leaveOut = aMethod({ missing: { ...aMethod().missing, 'not-answered': 'leave-out' } });
    const codes = (outcome: ReturnType<typeof compareMethods>) =>
      outcome.ok ? [] : outcome.problems.map(({ code }) => code);
    expect(codes(compareMethods(aRound(gaps, { method: leaveOut }), [aVariant({})]))).toEqual(['variant-ranks-nobody']);
    expect(codes(compareMethods(aRound(gaps), [aVariant({})]))).toEqual(['nothing-to-compare']);
  });
});

describe('the countries that move most', () => {
  it('are five, the longest move first, equally long ones in the order of their codes', () => {
    // Ranks by the first figure 1–7, by the second 4, 1, 2, 3, 7, 5, 6: moves −3, 1, 1, 1, −2, 1, 1.
    const second = [4, 1, 2, 3, 7, 5, 6];
    const figures = Object.fromEntries(
      second.map((rank, at) => [`XA${'ABCDEFG'[at]}`, [1 - (at + 1) / 10, 1 - rank / 10]]),
    );
    const weighed = (one: number, two: number) => ({ nodes: { index: { weights: { '1': one, '2': two } } } });
    const computation = aRound(figures, { method: aMethod(weighed(99, 1)) });
    const [variant] = compared(computation, aVariant(weighed(1, 99))).variants;
    expect(variant?.moves).toEqual([-3, 1, 1, 1, -2, 1, 1]);
    expect(variant?.movers.map(({ row }) => row)).toEqual([0, 4, 1, 2, 3]);
  });
});

describe('what changes do only together', () => {
  it('is not told of a country that one of the methods does not rank', () => {
    const leaveOut = { ...aMethod().missing, 'not-answered': 'leave-out' } as const;
    const [variant] = compared(aRound({ ...THREE, XAD: [0.8, null] }), aVariant({ missing: leaveOut })).variants;
    expect(variant?.together).toEqual([0, 0, 0, null]);
  });
});

describe('a variant beside an official method with troubles of its own', () => {
  it('is not refused for the same trouble at the same country', () => {
    const zero = aRound({ ...THREE, XAC: [0.6, 0] }, { method: aMethod(GEOMETRIC) });
    const comparison = compared(zero, aVariant({ ...GEOMETRIC, weights: 'stated' }));
    expect(byCountry(comparison, comparison.variants[0]?.moves ?? [])).toEqual({ XAA: 0, XAB: 0, XAC: null });
  });

  it('is refused for what a step on raw values cannot do', () => {
    const outcome = compareMethods(aRound(THREE), [aVariant({ denominators: { '1': 'gone' } })]);
    expect(outcome.ok ? [] : outcome.problems.map(({ field }) => field)).toEqual(['variant']);
  });
});
