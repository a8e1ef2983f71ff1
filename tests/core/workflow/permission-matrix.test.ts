import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../../../src/core/workflow/actions.js';
import { aPerson } from './people.js';
import { answerOf, combinations, edition, expected, HOUSE, MAY, nameOf, where } from './permission-rules.js';

describe('every role, action, state of the submission and state of the edition', () => {
  it('is answered as the rules say', () => {
    const answers = combinations.map((one) => {
      const place = where({ edition: edition(one.status), submission: one.submission });
      return `${nameOf(one)}: ${answerOf(aPerson(one.role), one.action, place)}`;
    });
    expect(answers).toEqual(
      combinations.map((one) => `${nameOf(one)}: ${expected(one.role, one.action, one.submission, one.status)}`),
    );
  });

  it('was asked of every combination; so many are permitted, not permitted, not in this state', () => {
    expect(combinations).toHaveLength(6 * 24 * 8 * 5);
    const told = combinations.map((one) => expected(one.role, one.action, one.submission, one.status));
    const count = (answer: string) => told.filter((one) => one === answer).length;
    expect([count('yes'), count('not-permitted'), count('not-in-this-state')]).toEqual([679, 4432, 649]);
  });

  it('names every action in the rules of this test, so that a new one cannot be forgotten', () => {
    const named = new Set(`${Object.values(MAY).join(' ')} ${HOUSE} see-results`.split(' ').filter(Boolean));
    expect([...named].sort()).toEqual([...ACTIONS].sort());
  });
});
