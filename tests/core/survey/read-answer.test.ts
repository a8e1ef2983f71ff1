import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../../src/core/survey/outline.js';
import { type Entered, readAnswer } from '../../../src/core/survey/read-answer.js';
import { tinyQuestionnaire } from '../../fixtures/tiny-survey.js';

const { point } = outlineOf(tinyQuestionnaire);
const read = (key: string, entered: Entered) => readAnswer(point.get(key)!, entered);

describe('reading what was entered', () => {
  it('a value becomes an answer', () => {
    expect(read('q3b', { values: ['120'] })).toEqual({ ok: true, value: { value: 120 } });
    expect(read('q3a', { values: ['interface', 'search'], status: '' })).toEqual({
      ok: true,
      value: { value: ['search', 'interface'] },
    });
  });

  it('nothing becomes no answer, and "not-answered" says the same', () => {
    expect(read('q3', { values: [] })).toEqual({ ok: true, value: undefined });
    expect(read('q3', { values: [''], status: 'not-answered' })).toEqual({ ok: true, value: undefined });
  });

  it('a reason is taken where the question allows it', () => {
    expect(read('q2/i4', { values: [], status: 'not-known' })).toEqual({ ok: true, value: { missing: 'not-known' } });
    expect(read('q4', { values: [''], status: ' not-applicable ' })).toEqual({
      ok: true,
      value: { missing: 'not-applicable' },
    });
    expect(read('q3', { values: [], status: 'withheld' })).toEqual({ ok: true, value: { missing: 'withheld' } });
  });

  it.each([
    ['q4', { values: [], status: 'not-known' }, 'reason-not-allowed'],
    ['q3', { values: [], status: 'not-asked' }, 'unknown-reason'],
    ['q3', { values: [], status: 'constructor' }, 'unknown-reason'],
    ['q2/i4', { values: ['yes'], status: 'not-known' }, 'value-and-reason'],
    ['q2/i4', { values: ['yes'], status: 'not-answered' }, 'value-and-reason'],
    ['q2/i4', { values: ['perhaps'], status: 'not-known' }, 'value-and-reason'],
    ['q3', { values: ['perhaps'] }, 'not-a-choice'],
  ])('refuses for %s %j', (key, entered, code) => {
    expect(read(key, entered)).toMatchObject({ ok: false, problems: [{ code, field: key }] });
  });
});
