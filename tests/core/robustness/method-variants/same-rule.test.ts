/** When two rules of a method say the same. */
import { describe, expect, it } from 'vitest';
import { isSameRule } from '../../../../src/core/robustness/method-variants/same-rule.js';

describe('two rules', () => {
  it('say the same in whatever order their keys stand, one that is undefined counting as not there', () => {
    expect(isSameRule({ a: [1, { b: null }], c: 'x' }, { c: 'x', a: [1, { b: null }] })).toBe(true);
    expect(isSameRule({ a: 1, b: undefined }, { a: 1 })).toBe(true);
    expect(isSameRule({ a: 1 }, { a: 1, b: undefined })).toBe(true);
  });

  it('differ where one states more than the other, whichever comes first', () => {
    expect(isSameRule({ a: 1 }, { a: 1, b: 2 })).toBe(false);
    expect(isSameRule({ a: 1, b: 2 }, { a: 1 })).toBe(false);
    expect(isSameRule([1], [1, 2])).toBe(false);
  });

  it('differ where one is a list, a text or nothing and the other a map, whatever is in them', () => {
    expect(isSameRule([5], { 0: 5 })).toBe(false);
    expect(isSameRule({ 0: 'x' }, 'x')).toBe(false);
    expect(isSameRule('x', { 0: 'x' })).toBe(false);
    expect(isSameRule(null, {})).toBe(false);
    expect(isSameRule({}, null)).toBe(false);
  });
});
