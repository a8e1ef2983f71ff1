/** Each alternative of each choice by itself, beside the method as it is. */
import { describe, expect, it } from 'vitest';
import { choicesTakenOf } from '../../../../src/core/robustness/edition/choices-taken.js';
import type { Input } from '../../../../src/core/robustness/scenarios/input.js';
import { branch, compute, leaf, nodeOf, type Stated } from '../../scoring/a-computation.js';
import { aKeptRound, reopened } from './a-kept-round.js';

const index = branch('index', [leaf('a'), leaf('b')]);
const TABLE: Stated = { XAA: { a: 1, b: 10 }, XAB: { a: 5, b: 5 }, XAC: { a: 3, b: 9 } };
const aggregate: Input = {
  kind: 'aggregate',
  alternatives: [
    { label: 'arithmetic', rule: 'arithmetic-mean' },
    { label: 'geometric', rule: 'geometric-mean' },
  ],
};
const normalise: Input = {
  kind: 'normalise',
  alternatives: [
    { label: 'min-max', rule: { type: 'min-max', low: 1, high: 2 } },
    { label: 'none', rule: { type: 'none' } },
  ],
};
/** More than there are. */
const ALL = { from: 0, to: 100 };
const weights: Input = { kind: 'weights', how: { type: 'spread', spread: 0.5 } };

describe('who moves under which choice', () => {
  it('is told for each alternative of each choice by itself, and for nothing that is drawn', () => {
    const taken = choicesTakenOf(
      reopened(aKeptRound(index, TABLE)),
      [weights, normalise, { kind: 'drop' }, aggregate],
      ALL,
    );
    if (!taken.ok) throw new Error(JSON.stringify(taken.problems));
    expect(taken.value.map(({ input, label }) => [input, label])).toEqual([
      [1, 'min-max'],
      [1, 'none'],
      [3, 'arithmetic'],
      [3, 'geometric'],
    ]);
    const geometric = nodeOf(compute(index, TABLE, { method: { aggregation: 'geometric-mean' } }), 'index');
    expect(taken.value[3]).toMatchObject({ ranks: geometric.rank, scores: geometric.score });
    // Means 5.5, 5, 6 and √10, 5, √27: from 2, 3, 1 to 3, 2, 1.
    expect(taken.value.map(({ meanShift }) => meanShift).slice(1)).toEqual([0, 0, 2 / 3]);
  });

  it('is nothing where nothing is chosen', () => {
    expect(choicesTakenOf(reopened(aKeptRound(index, TABLE)), [weights], ALL)).toEqual({ ok: true, value: [] });
  });

  it('is told of any stretch of the alternatives as of all of them', () => {
    const round = reopened(aKeptRound(index, TABLE));
    const all = choicesTakenOf(round, [normalise, aggregate], ALL);
    const middle = choicesTakenOf(round, [normalise, aggregate], { from: 1, to: 3 });
    if (!all.ok || !middle.ok) throw new Error('refused');
    expect(middle.value).toEqual(all.value.slice(1, 3));
  });

  it('has no numbers under an alternative that cannot be computed, and says why', () => {
    const zero: Stated = { ...TABLE, XAD: { a: 0, b: 1 } };
    const taken = choicesTakenOf(reopened(aKeptRound(index, zero)), [normalise, aggregate], ALL);
    const nobody = [null, null, null, null];
    expect(taken.ok && taken.value.map(({ label, problem }) => [label, problem])).toEqual([
      ['min-max', undefined],
      ['none', undefined],
      ['arithmetic', undefined],
      ['geometric', 'not-positive'],
    ]);
    expect(taken.ok && taken.value[3]).toMatchObject({ ranks: nobody, scores: nobody, meanShift: null });
  });
});
