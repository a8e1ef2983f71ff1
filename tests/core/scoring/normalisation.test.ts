import { describe, expect, it } from 'vitest';
import type { ScaleRule } from '../../../src/core/scoring/method.js';
import { scalingOf } from '../../../src/core/scoring/normalisation/index.js';

/** The values brought to scale, own parameters taken from them. */
const scaled = (rule: ScaleRule, values: readonly number[]): readonly number[] | undefined => {
  const scaling = scalingOf(rule, values);
  return scaling && values.map(scaling);
};

describe('scale rules', () => {
  it('none changes nothing', () => expect(scaled({ type: 'none' }, [1, 2])).toEqual([1, 2]));

  it('linear is a + b · x', () => {
    expect(scaled({ type: 'linear', intercept: 10, slope: 0.5 }, [0, 4])).toEqual([10, 12]);
  });

  it('min–max lays lowest and highest on the ends', () => {
    expect(scaled({ type: 'min-max', low: 0, high: 100 }, [3, 2, 6])).toEqual([25, 0, 100]);
  });

  it('min–max with stated bounds goes on beyond them, goalposts hold there', () => {
    const bounds = { low: 0, high: 1, min: 20, max: 85 };
    expect(scaled({ type: 'min-max', ...bounds }, [52.5, 150])).toEqual([0.5, 2]);
    expect(scaled({ type: 'goalposts', ...bounds }, [52.5, 150, 3])).toEqual([0.5, 1, 0]);
  });

  it('a z-score by own moments says which deviation', () => {
    expect(scaled({ type: 'z-score', deviation: 'sample' }, [1, 2, 3])).toEqual([-1, 0, 1]);
    const [low] = scaled({ type: 'z-score', deviation: 'population' }, [1, 2, 3]) ?? [];
    expect(low).toBeCloseTo(-Math.sqrt(1.5), 12);
  });

  it('a z-score by fixed moments does not look at the round', () => {
    expect(scaled({ type: 'z-score', mean: 10, sd: 2 }, [10])).toEqual([0]);
    expect(scaled({ type: 'z-score', mean: 10, sd: 2 }, [12, 12])).toEqual([1, 1]);
  });

  it('has no meaning without spread, be it one country or last digits', () => {
    const rules: readonly ScaleRule[] = [
      { type: 'min-max', low: 0, high: 1 },
      { type: 'z-score', deviation: 'sample' },
    ];
    for (const rule of rules) {
      expect(scaled(rule, [0.7])).toBeUndefined();
      expect(scaled(rule, [0, 0])).toBeUndefined();
      expect(scaled(rule, [0.3, 0.1 + 0.2])).toBeUndefined();
      expect(scaled(rule, [])).toBeUndefined();
      expect(scaled(rule, [1e-15, 3e-15])).toBeDefined();
    }
  });
});
