/** The whole examination of small rounds: what is listed as without scores, and what is told only once. */
import { describe, expect, it } from 'vitest';
import { type Coherence, coherenceOf } from '../../../../src/core/robustness/coherence/coherence.js';
import type { Node } from '../../../../src/core/scoring/framework.js';
import { branch, compute, leaf, type Stated } from '../../scoring/a-computation.js';

const none = 'not-known' as const;
const BLOCK = {
  'not-answered': 'block',
  'not-asked': 'block',
  'not-applicable': 'block',
  'not-known': 'block',
  withheld: 'block',
} as const;

function examine(index: Node, stated: Stated): Coherence {
  const { plan, state } = compute(index, stated, { method: { missing: BLOCK } });
  return coherenceOf(plan, state);
}

const pillars = (): Node =>
  branch('index', [branch('a', [leaf('x'), leaf('y')]), branch('b', [branch('c', [leaf('u'), leaf('v')])])]);

describe('an examined round', () => {
  it('lists the indicators no country has a score at, deep in the tree too, but not the nodes above them', () => {
    const { unscored, items, countries, standing } = examine(pillars(), {
      XAA: { x: 1, y: 4, u: none, v: none },
      XAB: { x: 2, y: none, u: none, v: none },
      XAC: { x: none, y: 2, u: none, v: none },
      XAD: { x: none, y: none, u: none, v: none },
    });
    expect(unscored).toEqual(['u', 'v']);
    expect(items).toEqual(['x', 'y']);
    expect([countries, standing]).toEqual([3, 'examined']);
  });

  it('lists no indicator that only some countries lack', () => {
    const { unscored } = examine(branch('index', [leaf('x'), leaf('y')]), {
      XAA: { x: 1, y: none },
      XAB: { x: none, y: 2 },
    });
    expect(unscored).toEqual([]);
  });

  it('tells its layers with their pairs, and two siblings that say the same once, though two layers hold them', () => {
    const { correlations, redundant, descriptives } = examine(
      branch('index', [branch('a', [leaf('x'), leaf('y')]), leaf('z')]),
      {
        XAA: { x: 1, y: 2, z: 3 },
        XAB: { x: 2, y: 4, z: 1 },
        XAC: { x: 3, y: 6, z: 3 },
      },
    );
    expect(
      correlations.map(({ depth, isItems, nodes, pairs }) => [depth, isItems, nodes, pairs.map(({ a, b }) => a + b)]),
    ).toEqual([
      [1, false, ['a', 'z'], ['az']],
      [2, false, ['x', 'y'], ['xy']],
      [null, true, ['x', 'y', 'z'], ['xy', 'xz', 'yz']],
    ]);
    expect(redundant).toHaveLength(1);
    expect(redundant[0]).toMatchObject({ a: 'x', b: 'y', countries: 3 });
    expect(redundant[0]?.pearson?.value).toBeCloseTo(1, 12);
    expect(descriptives.map(({ node, mean }) => [node, mean])).toEqual([
      ['index', expect.closeTo(8 / 3, 12)],
      ['a', 3],
      ['x', 2],
      ['y', 4],
      ['z', expect.closeTo(7 / 3, 12)],
    ]);
  });
});
