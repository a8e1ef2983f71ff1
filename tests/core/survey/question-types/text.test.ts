import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typeOf } from '../../../../src/core/survey/question-types/index.js';
import { codes, expectReadOrRefused, expectRoundTrip, reading } from './round-trip.js';

const spec = { type: 'text' } as const;

describe('text', () => {
  it.each([
    '  leading and trailing  ',
    '<script>alert(1)</script>',
    "'; DROP TABLE answers; --",
    'é é',
    '=1+1',
    '👩‍👩‍👧',
    '\u202Eabc',
    'tab\there',
  ])('keeps %j exactly as it was typed', (typed) => {
    expect(reading(spec, typed)).toBe(typed);
    expectRoundTrip(spec, typed);
  });

  it('keeps line ends as LF, and nothing else of a CR', () => {
    expect(reading(spec, 'one\r\ntwo\nthree')).toBe('one\ntwo\nthree');
    expect(reading(spec, 'a\rb')).toBe('a\rb');
  });

  it('takes white space alone for no answer', () => {
    expect(reading(spec, '  \r\n ')).toBeUndefined();
    expect(reading(spec)).toBeUndefined();
  });

  it('refuses what cannot be kept', () => {
    expect(reading(spec, 'a\0b')).toEqual(codes('text-unreadable'));
    expect(reading(spec, 'a\uD800b')).toEqual(codes('text-unreadable'));
    expect(reading(spec, 'a\uDC00')).toEqual(codes('text-unreadable'));
  });

  it('counts characters, not code units or line ends of the wire', () => {
    const short = { type: 'text', atMost: 3 } as const;
    expect(reading(short, '👍👍👍')).toBe('👍👍👍');
    expect(reading(short, 'a\r\nb')).toBe('a\nb');
    expect(reading(short, 'abcd')).toEqual(codes('text-too-long'));
    expect(typeOf(short).check(short, 'abcde')).toEqual([
      { code: 'text-too-long', details: { most: 3, length: 5, over: 2 } },
    ]);
  });

  it('takes one text only, and nothing but text', () => {
    expect(reading(spec, 'a', 'b')).toEqual(codes('one-answer-only'));
    for (const value of [1, ['a'], '', '  ', 'a\r\nb']) expect(typeOf(spec).check(spec, value)).not.toEqual([]);
  });

  it('whatever is typed is read soundly or refused', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => expectReadOrRefused(spec, [typed])));
    const units = fc.string({ unit: fc.constantFrom('\uD83D', '\uDC4D', '\r', '\n', '\0', 'a', ' ') });
    fc.assert(fc.property(units, (typed) => expectReadOrRefused(spec, [typed])));
  });
});
