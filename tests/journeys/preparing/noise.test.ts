import { describe, expect, it } from 'vitest';
import { noise } from '../../../src/journeys/preparing/noise.js';

describe('chance that is the same every time', () => {
  it('gives the same number for the same parts, today as when it was written down', () => {
    // By an independent computation of FNV-1a and the finaliser of MurmurHash3, on 32 bits.
    expect(noise('a', 'b')).toBe(3196242203 / 2 ** 32);
    expect(noise('demonstration-2024', 'XAA', 'q2')).toBe(3916886424 / 2 ** 32);
  });

  it('tells parts from each other where they run together', () => {
    expect(noise('a', 'bc')).not.toBe(noise('ab', 'c'));
  });

  it('spreads evenly over 0 to 1, neighbours included', () => {
    const drawn = Array.from({ length: 10_000 }, (_, at) => noise('even', `q${at}`));
    const tenths = Array.from({ length: 10 }, (_, tenth) => drawn.filter((x) => Math.floor(x * 10) === tenth).length);
    for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(120);
    const steps = drawn.slice(1).map((x, at) => (x - 0.5) * ((drawn[at] ?? 0) - 0.5));
    expect(Math.abs(steps.reduce((sum, x) => sum + x, 0) / steps.length)).toBeLessThan(0.005);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn)).toBeLessThan(1);
  });
});
