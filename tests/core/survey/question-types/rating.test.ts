import { describe, expect, it } from 'vitest';
import { typeOf } from '../../../../src/core/survey/question-types/index.js';
import { anOption } from '../../../fixtures/tiny-survey.js';
import { codes, expectRoundTrip, reading } from './round-trip.js';

const spec = { type: 'rating', levels: [anOption('red'), anOption('amber'), anOption('green')] } as const;

describe('rating', () => {
  it('is ordered as its levels are written, from worst to best', () => {
    expect(typeOf(spec).order?.(spec)).toEqual(['red', 'amber', 'green']);
    expect(typeOf(spec).reaches?.(spec, 'green', 'amber')).toBe(true);
    expect(typeOf(spec).reaches?.(spec, 'red', 'amber')).toBe(false);
  });

  it('reads a level and writes it back', () => {
    for (const { id } of spec.levels) expectRoundTrip(spec, id);
  });

  it('takes no number for a level', () => {
    expect(reading(spec, '2')).toEqual(codes('not-a-choice'));
    expect(typeOf(spec).check(spec, 2)).toHaveLength(1);
  });
});
