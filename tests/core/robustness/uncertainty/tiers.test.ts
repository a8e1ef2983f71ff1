/** Who is ahead of whom, and where the ranking breaks into tiers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countPairs, emptyPairs, type PairCounts } from '../../../../src/core/robustness/uncertainty/pair-counts.js';
import { rankedRows, tiersOf } from '../../../../src/core/robustness/uncertainty/tiers.js';

/** Counts of the rankings stated, each so many times; 0 for no rank. */
function counted(
  rows: number,
  ...rankings: readonly (readonly [times: number, ranks: readonly number[]])[]
): PairCounts {
  const counts = emptyPairs(rows);
  for (const [times, ranks] of rankings) {
    for (let again = 0; again < times; again++) countPairs(counts, Uint16Array.from(ranks));
  }
  return counts;
}

describe('who is ahead of whom', () => {
  const { ahead, both } = counted(3, [3, [1, 2, 3]], [2, [1, 1, 3]], [1, [0, 1, 2]]);

  it('is counted without ties, and where both have a rank', () => {
    expect([...ahead]).toEqual([0, 3, 5, 0, 0, 6, 0, 0, 0]);
    expect([...both]).toEqual([5, 5, 5, 5, 6, 6, 5, 6, 6]);
  });
});

describe('a tier ends', () => {
  const tiers = (...rankings: Parameters<typeof counted>[1][]) => tiersOf([0, 1, 2], counted(3, ...rankings));

  it('where everyone above is ahead of everyone below in nine of ten replications, and not below that', () => {
    expect(tiers([9, [1, 2, 3]], [1, [2, 1, 3]])).toEqual([[0], [1], [2]]);
    expect(tiers([89, [1, 2, 3]], [11, [2, 1, 3]])).toEqual([[0, 1], [2]]);
  });

  it('nowhere that somebody from further down comes past too often', () => {
    // 0 beats 1 always, and 1 beats 2 always but once in five, when 2 comes up to the first place.
    expect(tiers([4, [1, 2, 3]], [1, [2, 3, 1]])).toEqual([[0, 1, 2]]);
  });

  it('not where a tie is no lead', () => {
    expect(tiers([10, [1, 1, 3]])).toEqual([[0, 1], [2]]);
  });

  it('by the replications in which both have a rank, and not where there are none', () => {
    expect(tiers([9, [0, 1, 2]], [1, [1, 2, 3]])).toEqual([[0], [1], [2]]);
    expect(tiers([5, [0, 1, 2]], [5, [1, 0, 2]])).toEqual([[0, 1], [2]]);
  });

  it('between countries that tie in the ranking, if the counts say so', () => {
    const ranked = rankedRows([0, 1, 2], [1, 1, 3]);
    expect(tiersOf(ranked, counted(3, [95, [1, 2, 3]], [5, [2, 1, 3]]))).toEqual([[0], [1], [2]]);
  });
});

it('the ranking is by rank, ties in the order given, and without those who have no rank', () => {
  expect(rankedRows([3, 0, 1, 2, 4], [2, 1, Number.NaN, 2, 0])).toEqual([1, 3, 0]);
});

describe('of any rankings', () => {
  const rows = 6;
  const ranking = fc.array(fc.integer({ min: 0, max: rows }), { minLength: rows, maxLength: rows });
  const rankings = fc.array(ranking, { minLength: 1, maxLength: 12 });
  const all = Array.from({ length: rows }, (_, row) => row);

  it('leads of both sides are never more than the replications with both, in whatever order they stand', () => {
    fc.assert(
      fc.property(rankings, fc.shuffledSubarray(all, { minLength: rows }), (ranks, order) => {
        const counts = counted(rows, ...ranks.map((one) => [1, one] as const));
        const turned = counted(rows, ...ranks.map((one) => [1, order.map((row) => one[row] ?? 0)] as const));
        const at = (of: Uint32Array, a: number, b: number): number => of[a * rows + b] ?? Number.NaN;
        for (const a of all) {
          for (const b of all) {
            const { ahead, both } = counts;
            expect(at(ahead, a, b) + at(ahead, b, a)).toBeLessThanOrEqual(at(both, a, b));
            expect(at(both, a, b)).toBe(at(both, b, a));
            expect(at(turned.ahead, a, b)).toBe(at(ahead, order[a] ?? -1, order[b] ?? -1));
            expect(at(turned.both, a, b)).toBe(at(both, order[a] ?? -1, order[b] ?? -1));
          }
        }
      }),
    );
  });

  it('tiers are the ranking cut at every place, and at no other, where the rule allows it', () => {
    fc.assert(
      fc.property(rankings, fc.shuffledSubarray(all), (ranks, ranked) => {
        const counts = counted(rows, ...ranks.map((one) => [1, one] as const));
        const tiers = tiersOf(ranked, counts);
        expect(tiers.flat()).toEqual(ranked);
        const clear = (a: number, b: number): boolean => {
          const times = counts.both[a * rows + b] ?? 0;
          return times > 0 && (counts.ahead[a * rows + b] ?? 0) / times >= 0.9;
        };
        const cuts = ranked.flatMap((_, place) => {
          const [above, below] = [ranked.slice(0, place + 1), ranked.slice(place + 1)];
          return above.every((a) => below.every((b) => clear(a, b))) ? [place + 1] : [];
        });
        let length = 0;
        expect(tiers.map((tier) => (length += tier.length))).toEqual(cuts);
      }),
    );
  });
});
