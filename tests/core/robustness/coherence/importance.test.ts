/**
 * Importance, correlations and findings on nodes drawn by hand. With x = 0, 1, 2 and y = 0, 0, 3 under 0, 0.5, 2.5 the squared
 * correlations with the parent are 25/28 and 27/28.
 */
import { describe, expect, it } from 'vitest';
import { type Pair, pairsOf, pearsonOf } from '../../../../src/core/robustness/coherence/correlate.js';
import { redundantPairs, undividedItems, weakNodes } from '../../../../src/core/robustness/coherence/findings.js';
import { type Importance, importanceOf } from '../../../../src/core/robustness/coherence/importance.js';
import { levelCorrelations } from '../../../../src/core/robustness/coherence/level-correlations.js';
import { column, drawn, nodeIn, type Sketch, sketch } from './hand-made.js';

const pillar = (): Sketch => sketch('a', [0, 0.5, 2.5], [sketch('x', [0, 1, 2]), sketch('y', [0, 0, 3])]);

describe('importance', () => {
  it('is told of every node but the index, beside its weight and its share of the index', () => {
    const told = importanceOf(drawn(sketch('index', [0, 1, 5], [pillar(), sketch('z', [0, 1, null])])));
    expect(told.map(({ node, parent }) => [node, parent])).toEqual([
      ['a', 'index'],
      ['x', 'a'],
      ['y', 'a'],
      ['z', 'index'],
    ]);
    expect(told[0]).toMatchObject({ share: 1, countries: 3, weight: 0.5, effective: 0.5 });
    expect(told[1]).toEqual({
      node: 'x',
      parent: 'a',
      weight: 0.5,
      effective: 0.25,
      correlation: expect.closeTo(Math.sqrt(25 / 28), 12),
      importance: expect.closeTo(25 / 28, 12),
      share: expect.closeTo(25 / 52, 12),
      countries: 3,
    });
    expect(told[2]?.share).toBeCloseTo(27 / 52, 12);
    expect(told[3]).toMatchObject({ correlation: null, importance: null, share: null, countries: 2 });
  });

  it('has no shares where no part has anything to do with the whole', () => {
    const told = importanceOf(drawn(sketch('index', [1, 0, 1], [sketch('x', [-1, 0, 1]), sketch('y', [1, 0, -1])])));
    expect(told.map(({ importance, share }) => [importance, share])).toEqual([
      [0, null],
      [0, null],
    ]);
  });
});

describe('correlations', () => {
  it('are not told of two countries, which always lie on a line, but of three', () => {
    expect(pearsonOf(column([0, 1, null, 4]), column([3, 5, 2, null]))).toEqual({ countries: 2, value: null });
    expect(pearsonOf(column([0, 1, 2]), column([3, 5, 7]))).toEqual({ countries: 3, value: expect.closeTo(1, 12) });
    expect(pearsonOf(column([0, 1, 2]), column([3, 3, 3]))).toEqual({ countries: 3, value: null });
    expect(pearsonOf(column([1, 1, 1]), column([3, 5, 7]))).toEqual({ countries: 3, value: null });
  });

  it('are told of each two nodes once, siblings or not', () => {
    const nodes = drawn(sketch('index', [0, 1, 5], [pillar(), sketch('z', [2, 1, 0])]));
    const pairs = pairsOf(['x', 'y', 'z'].map((id) => nodeIn(nodes, id)));
    expect(pairs.map(({ a, b, siblings, countries }) => [a, b, siblings, countries])).toEqual([
      ['x', 'y', true, 3],
      ['x', 'z', false, 3],
      ['y', 'z', false, 3],
    ]);
    expect(pairs[0]?.pearson?.value).toBeCloseTo(Math.sqrt(0.75), 12);
    expect(pairs[0]?.pearson?.p).toBeCloseTo(1 / 3, 9);
    expect(pairs[1]?.spearman?.value).toBe(-1);
    expect(pairs[1]?.kendall?.value).toBe(-1);
  });

  it('follow every node up to the index, the index first', () => {
    const levels = levelCorrelations(drawn(sketch('index', [0, 1, 5], [pillar(), sketch('z', [0, 0, 0])])));
    expect(levels).toEqual([
      { node: 'a', above: 'index', depth: 0, countries: 3, value: expect.closeTo(1, 12) },
      { node: 'x', above: 'index', depth: 0, countries: 3, value: expect.closeTo(Math.sqrt(25 / 28), 12) },
      { node: 'x', above: 'a', depth: 1, countries: 3, value: expect.closeTo(Math.sqrt(25 / 28), 12) },
      { node: 'y', above: 'index', depth: 0, countries: 3, value: expect.closeTo(Math.sqrt(27 / 28), 12) },
      { node: 'y', above: 'a', depth: 1, countries: 3, value: expect.closeTo(Math.sqrt(27 / 28), 12) },
      { node: 'z', above: 'index', depth: 0, countries: 3, value: null },
    ]);
  });
});

describe('what is looked at twice', () => {
  const pair = (value: number | null, siblings = true): Pair => ({
    a: 'x',
    b: 'y',
    siblings,
    countries: 9,
    pearson: value === null ? null : { value, p: 0.5 },
    spearman: null,
    kendall: null,
  });

  it('are siblings correlated beyond 0.92 either way, not at 0.92 itself', () => {
    const pairs = [pair(0.92), pair(-0.92), pair(0.9201), pair(-0.9201), pair(null), pair(1, false)];
    expect(redundantPairs(pairs)).toEqual([pairs[2], pairs[3]]);
  });

  it('are nodes below 0.3 with their parent, not at 0.3 itself, nor where it cannot be told', () => {
    const [x] = importanceOf(drawn(pillar()));
    if (x === undefined) throw new Error('x has an importance');
    const at = (correlation: number | null): Importance => ({ ...x, correlation });
    const told = [at(0.3), at(0.2999), at(-0.9), at(null), at(0.31)];
    expect(weakNodes(told)).toEqual([told[1], told[2]]);
  });

  it('are items on which two countries or more all have one score', () => {
    const items = [
      sketch('one', [4, null, null]),
      sketch('two', [4, null, 4]),
      sketch('none', [null, null, null]),
      sketch('noughts', [0, 0, 0]),
      sketch('divided', [4, 4, 5]),
    ].flatMap(drawn);
    expect(undividedItems(items)).toEqual([
      { node: 'two', score: 4, countries: 2 },
      { node: 'noughts', score: 0, countries: 3 },
    ]);
  });
});
