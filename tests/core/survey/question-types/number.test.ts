import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typeOf } from '../../../../src/core/survey/question-types/index.js';
import { codes, expectReadOrRefused, expectRoundTrip, reading } from './round-trip.js';

const free = { type: 'number' } as const;
const days = { type: 'number', unit: 'days', from: 0, to: 365, integer: true } as const;

describe('number', () => {
  it('reads plain decimals', () => {
    expect(reading(free, '30')).toBe(30);
    expect(reading(free, ' -12.5 ')).toBe(-12.5);
    expect(reading(free, '007.50')).toBe(7.5);
    expect(reading(free, '0.1')).toBe(0.1);
  });

  it.each([
    'NaN',
    'Infinity',
    '-Infinity',
    '1e5',
    '1E5',
    '0x1F',
    '0b1',
    '1,5',
    '1,000',
    '1 000',
    '1_000',
    '12.',
    '.5',
    '+3',
    '--3',
    '３０',
    '½',
    'about 30',
    '30 days',
    'null',
    'true',
    '-',
    '.',
    '1.2.3',
    '9007199254740993',
    '9'.repeat(400),
  ])('refuses %j instead of guessing', (text) => {
    expect(reading(free, text)).toEqual(codes('not-a-number'));
  });

  it('never holds minus zero', () => {
    expect(Object.is(reading(free, '-0'), 0)).toBe(true);
    expect(typeOf(free).check(free, -0)).toHaveLength(1);
  });

  it('says what is wanted, with an example inside the bounds', () => {
    const [problem] = typeOf(days).check(days, 'soon');
    expect(problem).toEqual({ code: 'not-a-whole-number', details: { given: 'soon', unit: 'days', example: '30' } });
    const years = { type: 'number', from: 1990, integer: true } as const;
    expect(typeOf(years).check(years, 'soon')[0]?.details?.example).toBe('1990');
  });

  it('holds to whole numbers and to both bounds', () => {
    expect(reading(days, '30.5')).toEqual(codes('not-a-whole-number'));
    expect(reading(days, '-1')).toEqual(codes('number-too-low'));
    expect(reading(days, '366')).toEqual(codes('number-too-high'));
    expect(reading(days, '0')).toBe(0);
    expect(reading(days, '365')).toBe(365);
  });

  it('takes one number only', () => {
    expect(reading(free, '1', '2')).toEqual(codes('one-answer-only'));
    expect(reading(free, '', ' ')).toBeUndefined();
  });

  it('finds values from elsewhere faulty that cannot be written in digits', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1e30, 1e-30, '3', ['3']]) {
      expect(typeOf(free).check(free, value)).toHaveLength(1);
    }
  });

  it('very small numbers are written without an exponent', () => {
    expect(typeOf(free).write(free, 1.5e-7)).toEqual(['0.00000015']);
    expect(typeOf(free).write(free, -2e-10)).toEqual(['-0.0000000002']);
  });

  it('every number that can be read is written and read back to the last digit', () => {
    const any = fc.double({ noNaN: true, min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(
        any.filter((value) => Math.abs(value) >= 1e-20),
        (value) => expectRoundTrip(free, value),
      ),
    );
    fc.assert(
      fc.property(
        fc.maxSafeInteger().map((value) => value + 0),
        (value) => expectRoundTrip(free, value),
      ),
    );
  });

  it('whatever is typed is read soundly or refused', () => {
    const typed = fc.oneof(fc.string({ unit: fc.constantFrom(...'0123456789.-+eE,x ') }), fc.string());
    fc.assert(fc.property(typed, (text) => expectReadOrRefused(free, [text])));
  });

  it('reaches a bound at and above it', () => {
    const type = typeOf(days);
    expect([29, 30, 31].map((value) => type.reaches?.(days, value, 30))).toEqual([false, true, true]);
    expect(type.reaches?.(days, 30, '30')).toBe(true);
  });
});
