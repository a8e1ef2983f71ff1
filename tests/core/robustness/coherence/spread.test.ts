/** When scores count as different: beyond a millionth of a millionth of the largest, and of one where all are small. */
import { describe, expect, it } from 'vitest';
import { hasSpread, present } from '../../../../src/core/robustness/coherence/spread.js';
import { column } from './hand-made.js';

describe('scores differ', () => {
  it.each([
    ['by more than a millionth of a millionth', [0, 2e-12], true],
    ['not by exactly that much', [0, 1e-12], false],
    ['not by half of it, however small the scores are themselves', [0, 5e-13], false],
    ['not by as little of a large score', [1e6, 1e6 + 1e-7], false],
    ['not by as little of a large score below nought', [-1e6 - 1e-7, -1e6], false],
    ['by a little more of a large score', [1e6, 1e6 + 1e-5], true],
    ['not where there is one alone', [4, null], false],
    ['not where there is none', [null, null], false],
    ['whichever comes first', [3, 1], true],
    ['whichever is missing', [null, 1, 3], true],
  ] as const)('%s', (_, scores, differ) => {
    expect(hasSpread(column(scores))).toBe(differ);
  });

  it('are told without those that are missing, in the order they come', () => {
    expect([...present(column([3, null, 0, null, 1]))]).toEqual([3, 0, 1]);
  });
});
