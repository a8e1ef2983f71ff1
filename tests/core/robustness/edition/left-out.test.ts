/** The index without one element is the index of a framework that never had it. */
import { describe, expect, it } from 'vitest';
import { elementsOf, leftOutOf } from '../../../../src/core/robustness/edition/left-out.js';
import type { Round } from '../../../../src/core/robustness/edition/round.js';
import type { Node } from '../../../../src/core/scoring/framework.js';
import type { Method } from '../../../../src/core/scoring/method.js';
import { branch, compute, leaf, nodeOf, type Stated } from '../../scoring/a-computation.js';
import { aKeptRound, reopened } from './a-kept-round.js';

const tree = (): Node =>
  branch('index', [branch('A', [leaf('a1'), leaf('a2', 3)], 2), branch('B', [leaf('b1')]), leaf('c', 1)]);
const TABLE: Stated = {
  XAA: { a1: 4, a2: 1, b1: 7, c: 2 },
  XAB: { a1: 1, a2: 9, b1: 2, c: 5 },
  XAC: { a1: 5, a2: 3, b1: 9, c: 1 },
  XAD: { a1: 2, a2: 8, b1: 3, c: 'not-known' },
};
/** The same where all indicators go together, so that loadings have one sign. */
const TOGETHER: Stated = {
  XAA: { a1: 4, a2: 7, b1: 7, c: 2 },
  XAB: { a1: 1, a2: 1, b1: 2, c: 1 },
  XAC: { a1: 5, a2: 9, b1: 9, c: 5 },
  XAD: { a1: 2, a2: 2, b1: 3, c: 'not-known' },
};
const LENIENT: Partial<Method> = {
  missing: {
    'not-answered': 'leave-out',
    'not-asked': 'leave-out',
    'not-applicable': 'leave-out',
    'not-known': 'leave-out',
    withheld: 'leave-out',
  },
};

const elements = (round: Round) => {
  const found = elementsOf(reopened(round));
  return found.ok ? found.value : found.problems;
};
const without = (round: Round, ...ids: readonly string[]) => {
  const found = leftOutOf(reopened(round), ids.length === 0 ? undefined : ids);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
};

describe('an index without one of its elements', () => {
  it('is told of every element below the index, in reading order, and of a part of them alone', () => {
    const round = aKeptRound(tree(), TABLE, { method: LENIENT });
    expect(elements(round)).toEqual(['A', 'a1', 'a2', 'B', 'b1', 'c']);
    const all = without(round);
    expect(all.map(({ node }) => node)).toEqual(elements(round));
    expect(without(round, 'a2', 'B')).toEqual([all[2], all[3]]);
  });

  it.each([
    ['an indicator', 'a1', branch('index', [branch('A', [leaf('a2', 3)], 2), branch('B', [leaf('b1')]), leaf('c')])],
    ['a pillar', 'A', branch('index', [branch('B', [leaf('b1')]), leaf('c')])],
    ['all that its parent has', 'b1', branch('index', [branch('A', [leaf('a1'), leaf('a2', 3)], 2), leaf('c')])],
  ])('is as if it had never been there: %s', (_what, id, other) => {
    for (const method of [
      LENIENT,
      { ...LENIENT, normalisation: { type: 'min-max', low: 0, high: 1 } },
      { ...LENIENT, imputation: 'unit-mean', normalisation: { type: 'z-score', deviation: 'sample' } },
      { ...LENIENT, screening: { units: { data: 0.8 }, indicators: { keep: ['a1', 'b1'], drop: ['c'] } } },
      { ...LENIENT, weights: 'principal-components', imputation: 'mean' },
    ] as const satisfies readonly Partial<Method>[]) {
      const screening = 'screening' in method ? method.screening : undefined;
      const own = {
        ...method,
        ...(screening === undefined
          ? {}
          : {
              screening: {
                ...screening,
                indicators: {
                  keep: ['a1', 'b1'].filter((one) => one !== id && (id !== 'A' || one !== 'a1')),
                  drop: ['c'],
                },
              },
            }),
      };
      const table = 'weights' in method ? TOGETHER : TABLE;
      const expected = nodeOf(compute(other, table, { method: own }), 'index');
      const [found] = without(aKeptRound(tree(), table, { method }), id);
      if (found?.problem !== undefined) expect(expected.score.every((one) => one === null)).toBe(true);
      else expect([found?.scores, found?.ranks]).toEqual([expected.score, expected.rank]);
    }
  });

  it('tells the mean distance of ranks over the countries that have both, by hand', () => {
    const index = branch('index', [leaf('a'), leaf('b')]);
    // Index 5, 4, 3, none; b alone 1, 4, 5, 2.
    const table: Stated = {
      XAA: { a: 9, b: 1 },
      XAB: { a: 4, b: 4 },
      XAC: { a: 1, b: 5 },
      XAD: { a: 'not-known', b: 2 },
    };
    const [withoutA] = without(aKeptRound(index, table), 'a');
    expect(withoutA).toEqual({ node: 'a', scores: [1, 4, 5, 2], ranks: [4, 2, 1, 3], meanShift: (3 + 0 + 2) / 3 });
  });

  it('takes ranks before rounding, ties sharing the lowest, as replications do', () => {
    const index = branch('index', [leaf('a'), leaf('b')]);
    const table: Stated = { XAA: { a: 9, b: 1.3 }, XAB: { a: 4, b: 1.4 }, XAC: { a: 1, b: 1.4 }, XAD: { a: 0, b: 0 } };
    const ranking: Method['ranking'] = { on: 'presented', decimals: 0, ties: 'average', tolerance: 0 };
    expect(without(aKeptRound(index, table, { method: { ranking } }), 'a')[0]?.ranks).toEqual([3, 1, 1, 4]);
  });

  it('leaves alone what lies below a figure that all have, and what is not combined', () => {
    const given = Object.keys(TABLE).map((country, at) => ({ country, node: 'A', value: at }));
    const round = aKeptRound(tree(), TABLE, { method: LENIENT, given });
    expect(elements(round)).toEqual(['A', 'B', 'b1', 'c']);
    const [withoutB] = without(round, 'B');
    // (2·A + c) / 3, and A alone where c is missing.
    expect(withoutB?.scores).toEqual([2 / 3, 7 / 3, 5 / 3, 3]);
    const apart = aKeptRound(tree(), TABLE, { method: { ...LENIENT, nodes: { A: { aggregation: 'none' } } } });
    expect(elements(apart)).toEqual(['B', 'b1', 'c']);
  });

  it('is a reason in place of numbers where nothing is left, or a rule has no meaning any more', () => {
    const only = aKeptRound(branch('index', [branch('A', [leaf('a')])]), { XAA: { a: 1 }, XAB: { a: 2 } });
    expect(without(only)).toEqual(
      ['A', 'a'].map((node) => ({
        node,
        ranks: [null, null],
        scores: [null, null],
        meanShift: null,
        problem: 'nobody-has-a-score',
      })),
    );
    const index = branch('index', [leaf('a'), leaf('b')]);
    const scaled = aKeptRound(
      index,
      { XAA: { a: 1, b: 3 }, XAB: { a: 2, b: 3 } },
      {
        method: { nodes: { index: { scale: { type: 'min-max', low: 0, high: 1 } } } },
      },
    );
    expect(without(scaled).map(({ problem }) => problem)).toEqual(['no-spread', undefined]);
  });

  it('is refused where the index itself cannot be computed', () => {
    const round = aKeptRound(branch('index', [leaf('a')]), { XAA: { a: 1 } });
    const method = { ...round.method, imputation: { type: 'group-mean', by: 'nowhere' } } as const;
    expect(elements({ ...round, method })).toMatchObject([{ code: 'imputation-unknown-grouping' }]);
    expect(leftOutOf(reopened({ ...round, method }), ['a'])).toMatchObject({ ok: false });
  });
});
