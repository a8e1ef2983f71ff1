/**
 * Wording: figures, dates, ordinals and lists as a reader sees them.
 */
import { describe, expect, it } from 'vitest';
import { makeWords } from '../../../src/core/text/make-words.js';

const words = makeWords(
  {
    'words.ordinal': '{rank, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}',
    'test.count': '{count, plural, one {# country} other {# countries}} of {name}',
    'test.tag': 'a < b and <b>c</b>',
  },
  'en',
);

describe('words', () => {
  it('round half away from zero on the shortest decimal, as a reader would by hand', () => {
    expect(words.number(1.005, 2)).toBe('1.01');
    expect(words.number(0.285, 2)).toBe('0.29');
    expect(words.number(-0.125, 2)).toBe('−0.13');
    expect(words.number(0.7878, 2)).toBe('0.79');
  });
  it('write a true minus, and never a negative nought', () => {
    expect(words.number(-3, 0)).toBe('−3');
    expect(words.number(-0.001, 2)).toBe('0.00');
    expect(words.number(-0, 2)).toBe('0.00');
  });
  it('write differences with their sign, and none where there is no difference', () => {
    expect(words.signed(0.161, 2)).toBe('+0.16');
    expect(words.signed(-0.07, 2)).toBe('−0.07');
    expect(words.signed(0.004, 2)).toBe('0.00');
    expect(words.signed(-0.004, 2)).toBe('0.00');
  });
  it('write dates in full', () => {
    expect(words.date('2026-11-21')).toBe('21 November 2026');
    expect(words.date('2023-12-14T23:59:59Z')).toBe('14 December 2023');
  });
  it('write ordinals', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 32, 103].map(words.ordinal)).toEqual([
      '1st',
      '2nd',
      '3rd',
      '4th',
      '11th',
      '12th',
      '13th',
      '21st',
      '32nd',
      '103rd',
    ]);
  });
  it('write lists as one says them', () => {
    expect(words.list(['Korea', 'France', 'Poland'])).toBe('Korea, France and Poland');
    expect(words.list(['Korea'])).toBe('Korea');
  });
  it('fill in sentences with the right plural', () => {
    expect(words.say('test.count', { count: 1, name: 'Europe' })).toBe('1 country of Europe');
    expect(words.say('test.count', { count: 2, name: '<b>' })).toBe('2 countries of <b>');
    expect(words.say('test.tag')).toBe('a < b and <b>c</b>');
  });
  it('refuse a key without wording, since that is a bug', () => {
    expect(() => words.say('test.absent')).toThrow(/test\.absent/);
  });
  it('know which way a language runs', () => {
    expect(words.direction).toBe('ltr');
    expect(makeWords({}, 'ar').direction).toBe('rtl');
  });
});
