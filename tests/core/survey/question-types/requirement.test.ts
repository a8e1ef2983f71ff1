import { describe, expect, it } from 'vitest';
import { typeOf } from '../../../../src/core/survey/question-types/index.js';
import { codes, expectRoundTrip, reading } from './round-trip.js';

const spec = { type: 'requirement' } as const;
const ids = ['whole', 'some', 'none'];

describe('how far a requirement reaches', () => {
  it('offers its choices without a label of its own, or with that of the questionnaire', () => {
    expect(typeOf(spec).choices(spec)).toEqual(ids.map((id) => ({ id, label: '' })));
    const labelled = { ...spec, labels: { whole: 'Own words' } };
    expect(
      typeOf(labelled)
        .choices(labelled)
        .find((choice) => choice.id === 'whole'),
    ).toEqual({ id: 'whole', label: 'Own words' });
  });

  it('reads each choice and writes it back', () => {
    for (const id of ids) expectRoundTrip(spec, id);
    expect(reading(spec, ' whole ')).toBe('whole');
  });

  it('takes nothing for no answer', () => {
    expect(reading(spec)).toBeUndefined();
    expect(reading(spec, '', '  ')).toBeUndefined();
  });

  it('refuses what is not a choice, and two answers at once', () => {
    expect(reading(spec, 'perhaps')).toEqual(codes('not-a-choice'));
    expect(reading(spec, 'whole'.toUpperCase())).toEqual(codes('not-a-choice'));
    expect(reading(spec, ids[0]!, ids[1]!)).toEqual(codes('one-answer-only'));
    expect(typeOf(spec).check(spec, 1)).toHaveLength(1);
    expect(typeOf(spec).check(spec, [ids[0]!])).toHaveLength(1);
  });

  it('is ordered from worst to best', () => {
    const type = typeOf(spec);
    expect(type.order?.(spec)).toEqual(ids.toReversed());
    expect(type.reaches?.(spec, ids[0]!, ids[1]!)).toBe(true);
    expect(type.reaches?.(spec, ids[1]!, ids[1]!)).toBe(true);
    expect(type.reaches?.(spec, ids[2]!, ids[1]!)).toBe(false);
    expect(type.reaches?.(spec, ids[0]!, 'no such choice')).toBe(false);
  });
});
