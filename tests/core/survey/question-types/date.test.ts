import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typeOf } from '../../../../src/core/survey/question-types/index.js';
import { codes, expectReadOrRefused, expectRoundTrip, reading } from './round-trip.js';

const spec = { type: 'date' } as const;

describe('date', () => {
  it.each(['2024-02-29', '2000-02-29', '1999-12-31', '0001-01-01', '9999-12-31'])('takes the day %s', (day) => {
    expect(reading(spec, day)).toBe(day);
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2024-02-30',
    '2024-04-31',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '2024-1-1',
    '24-01-01',
    '0000-01-01',
    '+02024-01-01',
    '2024-01-01T00:00',
    '03/04/2024',
    '20240101',
    'yesterday',
    '２０２４-01-01',
    '2024-01-01\u0000',
  ])('refuses %j', (text) => {
    expect(reading(spec, text)).toEqual(codes('not-a-date'));
  });

  it('agrees with the calendar of the machine on every day it is asked for', () => {
    const day = fc.date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9999-12-31') });
    fc.assert(fc.property(day, (date) => expectRoundTrip(spec, date.toISOString().slice(0, 10))));
    const digits = fc.tuple(fc.integer({ min: 1900, max: 2100 }), fc.nat(14), fc.nat(33));
    fc.assert(
      fc.property(digits, ([year, month, dayOfMonth]) => {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
        const time = new Date(Date.UTC(year, month - 1, dayOfMonth));
        const exists = month >= 1 && dayOfMonth >= 1 && time.toISOString().slice(0, 10) === text;
        expect(reading(spec, text)).toEqual(exists ? text : codes('not-a-date'));
      }),
    );
  });

  it('holds to its bounds', () => {
    const bounded = { type: 'date', from: '2020-01-01', to: '2024-12-31' } as const;
    expect(reading(bounded, '2019-12-31')).toEqual(codes('date-too-early'));
    expect(reading(bounded, '2025-01-01')).toEqual(codes('date-too-late'));
    expect(reading(bounded, '2020-01-01')).toBe('2020-01-01');
  });

  it('reaches a day on and after it', () => {
    expect(['2023-12-31', '2024-01-01'].map((day) => typeOf(spec).reaches?.(spec, day, '2024-01-01'))).toEqual([
      false,
      true,
    ]);
  });

  it('whatever is typed is read soundly or refused', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom(...'0123456789-T ') }), { maxLength: 2 }), (raw) =>
        expectReadOrRefused(spec, raw),
      ),
    );
    expect(typeOf(spec).check(spec, 20240101)).toHaveLength(1);
  });
});
