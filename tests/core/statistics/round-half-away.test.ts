import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundHalfAway } from '../../../src/core/statistics/round-half-away.js';

describe('rounding for display', () => {
  it.each([
    [0.6, 2, '0.60'],
    [1.005, 2, '1.01'],
    [-1.005, 2, '-1.01'],
    [-0.125, 2, '-0.13'],
    [0.785, 2, '0.79'],
    [0.7849999999999999, 2, '0.78'],
    [2.5, 0, '3'],
    [-2.5, 0, '-3'],
    [0.5, 0, '1'],
    [0.05, 0, '0'],
    [0.005, 2, '0.01'],
    [0.0049, 2, '0.00'],
    [0.0005, 2, '0.00'],
    [9.995, 2, '10.00'],
    [99.5, 0, '100'],
    [1234.5678, 1, '1234.6'],
    [340, 2, '340.00'],
    [1e21, 0, '1000000000000000000000'],
    [1.5e-7, 7, '0.0000002'],
    [0, 3, '0.000'],
    [-0, 1, '0.0'],
    [-0.001, 2, '0.00'],
  ])('shows %d with %d decimals as %s', (value, decimals, shown) => {
    expect(roundHalfAway(value, decimals)).toBe(shown);
  });

  it('is within half a unit of the value, and has exactly the decimals asked for', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.integer({ min: 0, max: 6 }),
        (value, decimals) => {
          const shown = roundHalfAway(value, decimals);
          expect(shown).toMatch(decimals === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${decimals}}$`));
          expect(Math.abs(Number(shown) - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-9);
        },
      ),
    );
  });

  it('never turns the order of two values round', () => {
    const value = fc.double({ min: -10, max: 10, noNaN: true });
    fc.assert(
      fc.property(value, value, (one, other) => {
        const [low, high] = one <= other ? [one, other] : [other, one];
        expect(Number(roundHalfAway(low, 2))).toBeLessThanOrEqual(Number(roundHalfAway(high, 2)));
      }),
    );
  });

  it('refuses what is no number', () => {
    expect(() => roundHalfAway(Number.NaN, 2)).toThrow(RangeError);
    expect(() => roundHalfAway(Number.POSITIVE_INFINITY, 2)).toThrow('Infinity');
  });
});
