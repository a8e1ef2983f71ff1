import { describe, expect, it } from 'vitest';
import { typeOf } from '../../../../src/core/survey/question-types/index.js';
import { codes, expectRoundTrip, reading } from './round-trip.js';

const spec = { type: 'scale', to: 10, labels: { 0: 'None at all', 10: 'Complete' } } as const;

describe('scale', () => {
  it('offers every position from 0 to its end, the ends by name', () => {
    const choices = typeOf(spec).choices(spec);
    expect(choices).toHaveLength(11);
    expect(choices[0]).toEqual({ id: '0', label: 'None at all' });
    expect(choices[5]).toEqual({ id: '5', label: '5' });
    expect(typeOf(spec).order?.(spec)).toEqual(choices.map((choice) => choice.id));
  });

  it('reads each position as a number and writes it back', () => {
    for (let position = 0; position <= 10; position++) expectRoundTrip(spec, position);
    expect(reading(spec, '7')).toBe(7);
  });

  it('refuses what lies beyond or between the steps', () => {
    for (const text of ['-1', '11', '5.5', 'five', '1e1', 'NaN'])
      expect(reading(spec, text)).toEqual(codes('not-on-the-scale'));
    for (const value of [-1, 11, 5.5, Number.NaN, -0, '5', ['5']])
      expect(typeOf(spec).check(spec, value)).toHaveLength(1);
    expect(reading(spec, '1', '2')).toEqual(codes('one-answer-only'));
  });

  it('reaches a bound at and above it', () => {
    expect([4, 5, 6].map((value) => typeOf(spec).reaches?.(spec, value, 5))).toEqual([false, true, true]);
  });

  it('does not lay out a scale without a sensible end', () => {
    for (const to of [1e9, -3, 2.5, Number.NaN]) {
      const odd = { type: 'scale', to } as const;
      expect(typeOf(odd).choices(odd).length).toBeLessThanOrEqual(1);
    }
  });
});
