import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typeOf } from '../../../../src/core/survey/question-types/index.js';
import { anOption } from '../../../fixtures/tiny-survey.js';
import { codes, expectReadOrRefused, expectRoundTrip, reading } from './round-trip.js';

const spec = { type: 'single-choice', options: [anOption('a'), anOption('b')] } as const;

describe('single choice', () => {
  it('offers the options of the questionnaire, in no order', () => {
    expect(typeOf(spec).choices(spec)).toBe(spec.options);
    expect(typeOf(spec).order).toBeUndefined();
  });

  it('reads one option and writes it back', () => {
    for (const { id } of spec.options) expectRoundTrip(spec, id);
  });

  it('refuses options that are not there, and more than one', () => {
    expect(reading(spec, 'c')).toEqual(codes('not-a-choice'));
    expect(reading(spec, 'a', 'b')).toEqual(codes('one-answer-only'));
  });

  it('names what was given and what there is, without filling the page', () => {
    const many = { type: 'single-choice', options: Array.from({ length: 40 }, (_, at) => anOption(`o${at}`)) } as const;
    const [problem] = typeOf(many).check(many, 'x'.repeat(5000));
    expect(String(problem?.details?.given).length).toBeLessThanOrEqual(80);
    expect(String(problem?.details?.choices)).toBe('o0, o1, o2, o3, o4, o5, o6, o7, o8, o9, o10, o11, …');
  });

  it('whatever is entered is read soundly or refused', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('a', 'b', ''))), (raw) =>
        expectReadOrRefused(spec, raw),
      ),
    );
  });
});
