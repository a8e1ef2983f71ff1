import { describe, expect, it } from 'vitest';
import type { CellSpec } from '../../../src/core/survey/answer-spec.js';
import { typeOf } from '../../../src/core/survey/question-types/index.js';
import { inventCell } from '../../../src/journeys/preparing/invent-cell.js';
import { noise } from '../../../src/journeys/preparing/noise.js';

const options = [
  { id: 'a', label: 'A' },
  { id: 'b', label: 'B' },
  { id: 'none', label: 'None', exclusive: true },
];

const SPECS: readonly CellSpec[] = [
  { type: 'yes-no' },
  { type: 'requirement' },
  { type: 'frequency' },
  { type: 'share' },
  { type: 'single-choice', options },
  { type: 'multiple-choice', options },
  { type: 'rating', levels: options },
  { type: 'scale', to: 10 },
  { type: 'number', from: 5, to: 60, integer: true },
  { type: 'number' },
  { type: 'date', from: '2015-06-01', to: '2016-12-31' },
  { type: 'date', from: '2015-06-01' },
  { type: 'date', to: '2016-12-31' },
  { type: 'date' },
  { type: 'text', atMost: 40 },
  { type: 'link-list', atMost: 2 },
];

const drawn = (spec: CellSpec, strength: number, seed: string) =>
  inventCell(spec, {
    strength,
    chance: (purpose) => noise(seed, purpose),
    isScored: seed.endsWith('1'),
    address: (nth) => `https://data.xaa.example/q1-${nth}`,
    words: 'Invented.',
  });

describe('an invented answer', () => {
  for (const spec of SPECS) {
    it(`is one that its question takes: ${JSON.stringify(spec)}`, () => {
      for (let at = 0; at < 200; at++) {
        const value = drawn(spec, (at % 11) / 10, `seed-${at}`);
        expect(value).toBeDefined();
        expect(value === undefined ? [] : typeOf(spec).check(spec, value)).toEqual([]);
      }
    });
  }

  it('is better, on the average, the stronger the country is', () => {
    const rank = (spec: CellSpec, strength: number) => {
      const order = typeOf(spec).order?.(spec) ?? ['no', 'yes'];
      const places = Array.from({ length: 500 }, (_, at) => order.indexOf(String(drawn(spec, strength, `seed-${at}`))));
      return places.reduce((sum, place) => sum + place, 0) / places.length;
    };
    for (const type of ['yes-no', 'requirement', 'frequency', 'share'] as const) {
      expect(rank({ type }, 0.2)).toBeLessThan(rank({ type }, 0.5));
      expect(rank({ type }, 0.5)).toBeLessThan(rank({ type }, 0.8));
    }
  });

  it('is missing only where words were needed and none were invented', () => {
    const draw = { strength: 1, chance: () => 0.5, isScored: false, address: () => '', words: undefined };
    expect(inventCell({ type: 'text' }, draw)).toBeUndefined();
  });
});
