import { describe, expect, it } from 'vitest';
import { typeOf } from '../../../../src/core/survey/question-types/index.js';
import { codes, expectRoundTrip, reading } from './round-trip.js';

const spec = { type: 'yes-no' } as const;
const ids = ['yes', 'no'];

describe('yes or no', () => {
  it('offers its choices without a label of its own, or with that of the questionnaire', () => {
    expect(typeOf(spec).choices(spec)).toEqual(ids.map((id) => ({ id, label: '' })));
    const labelled = { ...spec, labels: { yes: 'Own words' } };
    expect(
      typeOf(labelled)
        .choices(labelled)
        .find((choice) => choice.id === 'yes'),
    ).toEqual({ id: 'yes', label: 'Own words' });
  });

  it('reads each choice and writes it back', () => {
    for (const id of ids) expectRoundTrip(spec, id);
    expect(reading(spec, ' yes ')).toBe('yes');
  });

  it('takes nothing for no answer', () => {
    expect(reading(spec)).toBeUndefined();
    expect(reading(spec, '', '  ')).toBeUndefined();
  });

  it('refuses what is not a choice, and two answers at once', () => {
    expect(reading(spec, 'perhaps')).toEqual(codes('not-a-choice'));
    expect(reading(spec, 'yes'.toUpperCase())).toEqual(codes('not-a-choice'));
    expect(reading(spec, ids[0]!, ids[1]!)).toEqual(codes('one-answer-only'));
    expect(typeOf(spec).check(spec, 1)).toHaveLength(1);
    expect(typeOf(spec).check(spec, [ids[0]!])).toHaveLength(1);
  });

  it('has no order', () => {
    expect(typeOf(spec).order).toBeUndefined();
    expect(typeOf(spec).reaches).toBeUndefined();
  });
});
