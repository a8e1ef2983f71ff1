import { describe, expect, it } from 'vitest';
import type { Node } from '../../../src/core/scoring/framework.js';
import type { Method } from '../../../src/core/scoring/method.js';
import { aMethod, anIndicator } from '../../fixtures/tiny-survey.js';
import { branch, compute, type Stated } from './a-computation.js';

const tagged = (id: string, ...tags: string[]): Node => anIndicator(id, { type: 'as-answered' }, { tags });

const index = branch('index', [
  branch('A', [tagged('a1', '1.a'), tagged('a2', '1.a', '1.b')]),
  branch('B', [tagged('b1', '2'), tagged('b2')]),
]);
const rollUp = {
  id: 'charter',
  title: 'By principle',
  nodes: [
    { id: 'one', name: 'One', tags: ['1.a', '1.b'] },
    { id: 'two', name: 'Two', tags: ['1.b', '2'] },
  ],
};

const scores = (stated: Stated, method: Partial<Method> = {}, given: Parameters<typeof compute>[2] = {}) =>
  compute(index, stated, { method, rollUps: [rollUp], ...given }).results.rollUps[0]!.nodes.map((node) => node.score);

describe('a roll-up by tag', () => {
  it('is the mean of the indicators that bear any of its tags, once each', () => {
    const done = compute(
      index,
      { XAA: { a1: 1, a2: 0.5, b1: 0, b2: 0 }, XAB: { a1: 0, a2: 0, b1: 1, b2: 0 } },
      { rollUps: [rollUp] },
    );
    expect(done.results.rollUps).toEqual([
      {
        id: 'charter',
        nodes: [
          { id: 'one', score: [0.75, 0], rank: [1, 2], presented: ['0.75', '0.00'], indicators: 2 },
          { id: 'two', score: [0.25, 0.5], rank: [2, 1], presented: ['0.25', '0.50'], indicators: 2 },
        ],
      },
    ]);
  });

  const gap = { XAA: { a1: 'not-known', a2: 0.5, b1: 0, b2: 0 } } as const;
  const treated = (treatment: 'leave-out' | { score: number }) => ({
    missing: { ...aMethod().missing, 'not-known': treatment },
  });

  it('treats a missing indicator as the tree does', () => {
    expect(scores(gap)).toEqual([[null], [0.25]]);
    expect(scores(gap, treated({ score: 0.1 }))).toEqual([[0.3], [0.25]]);
    expect(scores(gap, treated('leave-out'))).toEqual([[0.5], [0.25]]);
  });

  it('treats it also where the tree does not combine it', () => {
    expect(scores(gap, { ...treated({ score: 0.1 }), nodes: { A: { aggregation: 'none' } } })).toEqual([[0.3], [0.25]]);
  });

  it('has no score below the general coverage', () => {
    expect(scores(gap, { ...treated('leave-out'), coverage: 0.6 })).toEqual([[null], [0.25]]);
  });

  it('leaves out what a given score replaced, and blocks where a scale rule has no meaning', () => {
    expect(scores(gap, {}, { given: [{ country: 'XAA', node: 'A', value: 1 }] })).toEqual([[null], [0]]);
    expect(scores(gap, { nodes: { b1: { scale: { type: 'min-max', low: 0, high: 1 } } } })).toEqual([[null], [null]]);
  });
});
