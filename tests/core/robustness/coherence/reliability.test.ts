/**
 * Alpha of which groups, and of what is left of them. With x = 0, 1, 2 and y = 0, 0, 3: variances 1 and 3, covariance 1.5, so
 * 2 · (1 − 4/7) = 6/7.
 */
import { describe, expect, it } from 'vitest';
import { type Reliability, reliabilityOf } from '../../../../src/core/robustness/coherence/reliability.js';
import { itemsOf } from '../../../../src/core/robustness/coherence/scored-tree.js';
import { drawn, type Sketch, sketch } from './hand-made.js';

const x = sketch('x', [0, 1, 2]);
const y = sketch('y', [0, 0, 3]);
const z = sketch('z', [5, 1, 9]);
const ALL = [0, 1, 2];

function reliability(top: Sketch): readonly Reliability[] {
  const nodes = drawn(top);
  return reliabilityOf(nodes, itemsOf(nodes));
}

describe('Cronbach’s alpha is told', () => {
  it('of the index alone where the items hang right below it', () => {
    expect(reliability(sketch('index', ALL, [x, y]))).toEqual([
      {
        node: 'index',
        items: 2,
        pairwise: expect.closeTo(6 / 7, 12),
        complete: expect.closeTo(6 / 7, 12),
        completeCountries: 3,
        withoutItem: [
          { item: 'x', pairwise: null, complete: null },
          { item: 'y', pairwise: null, complete: null },
        ],
      },
    ]);
  });

  it('of all items first, then of every node that puts two together or more', () => {
    const told = reliability(sketch('index', ALL, [sketch('a', ALL, [x, y]), sketch('b', ALL, [z])]));
    expect(told.map(({ node, items }) => [node, items])).toEqual([
      [null, 3],
      ['index', 2],
      ['a', 2],
    ]);
    expect(told[2]?.complete).toBeCloseTo(6 / 7, 12);
    expect(told[0]?.withoutItem.map(({ item }) => item)).toEqual(['x', 'y', 'z']);
  });

  it('of one pillar once where it holds all the items', () => {
    expect(reliability(sketch('index', ALL, [sketch('a', ALL, [x, y])])).map(({ node }) => node)).toEqual(['a']);
  });

  it('of nothing where there is a single item', () => {
    expect(reliability(sketch('index', ALL, [x]))).toEqual([]);
    expect(reliability(x)).toEqual([]);
  });

  it('without an item pair by pair and over the countries that have everything, which differ where z has a gap', () => {
    // x is 0, 1, 2 and y 0, 0, 3 where z is there; the fourth country has x = 9 and y = 3 and no z.
    const gaps = sketch(
      'index',
      [0, 1, 2, 3],
      [sketch('x', [0, 1, 2, 9]), sketch('y', [0, 0, 3, 3]), sketch('z', [5, 1, 9, null])],
    );
    const [all] = reliability(gaps);
    const without = all?.withoutItem.find(({ item }) => item === 'z');
    expect(all?.completeCountries).toBe(3);
    expect(without?.complete).toBeCloseTo(6 / 7, 12);
    // Over four: x sums to 12 with squares 86, y to 6 with squares 18, products 33: variances 50/3 and 3, covariance 5.
    expect(without?.pairwise).toBeCloseTo(2 * (1 - (50 / 3 + 3) / (50 / 3 + 3 + 10)), 12);
    // All three over the first three: variances 1, 3 and 16; covariances 1.5, 2 and 6.
    expect(all?.complete).toBeCloseTo(1.5 * (1 - 20 / (20 + 2 * (1.5 + 2 + 6))), 12);
  });

  it('as not to be had where items cancel one another out', () => {
    const [told] = reliability(sketch('index', [1, 1, 1], [sketch('x', [0, 1, 2]), sketch('y', [2, 1, 0])]));
    expect(told).toMatchObject({ pairwise: null, complete: null, completeCountries: 3 });
  });
});
