import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typeOf } from '../../../../src/core/survey/question-types/index.js';
import { anOption } from '../../../fixtures/tiny-survey.js';
import { codes, expectReadOrRefused, expectRoundTrip, reading } from './round-trip.js';

const spec = {
  type: 'multiple-choice',
  options: [anOption('a'), anOption('b'), anOption('c'), anOption('none', { exclusive: true })],
} as const;

describe('multiple choice', () => {
  it('keeps the ticked options in the order of the questionnaire', () => {
    expect(reading(spec, 'c', 'a')).toEqual(['a', 'c']);
  });

  it('takes no tick at all for no answer', () => {
    expect(reading(spec)).toBeUndefined();
    expect(reading(spec, '')).toBeUndefined();
  });

  it('takes an exclusive option by itself and refuses it beside another', () => {
    expect(reading(spec, 'none')).toEqual(['none']);
    expect(reading(spec, 'a', 'none')).toEqual(codes('exclusive-choice'));
    expect(reading(spec, 'none', 'a')).toEqual(codes('exclusive-choice'));
  });

  it('names every unknown and every repeated option', () => {
    expect(reading(spec, 'x', 'a', 'a', 'y')).toEqual(codes('not-a-choice', 'duplicate-choice', 'not-a-choice'));
  });

  it('finds values from elsewhere faulty that it would not have read', () => {
    const type = typeOf(spec);
    for (const value of ['a', 1, [], ['c', 'a'], ['a', 'a'], ['none', 'a'], ['x']]) {
      expect(type.check(spec, value), JSON.stringify(value)).not.toEqual([]);
    }
  });

  it('every set of options that may stand together is written and read back', () => {
    fc.assert(fc.property(fc.subarray(['a', 'b', 'c'], { minLength: 1 }), (value) => expectRoundTrip(spec, value)));
    expectRoundTrip(spec, ['none']);
  });

  it('whatever is entered is read soundly or refused', () => {
    const entry = fc.oneof(fc.constantFrom('a', 'b', 'c', 'none', '', ' a '), fc.string());
    fc.assert(fc.property(fc.array(entry, { maxLength: 5 }), (raw) => expectReadOrRefused(spec, raw)));
  });
});
