import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../../../src/core/workflow/actions.js';
import { permit, type Where } from '../../../src/core/workflow/permission.js';
import { type Person, ROLES, VISITOR } from '../../../src/core/workflow/roles.js';
import { EDITION_STATUSES } from '../../../src/core/workflow/statuses.js';
import { aPerson } from './people.js';
import {
  AFTER,
  answerOf,
  BEFORE,
  CLOSES,
  combinations,
  edition,
  expected,
  HOUSE,
  says,
  where,
} from './permission-rules.js';

describe('a right ends where it was given', () => {
  const permitted = combinations.filter(
    (one) => one.action !== 'see-results' && expected(one.role, one.action, one.submission, one.status) === 'yes',
  );
  const elsewhere = (change: (one: (typeof combinations)[number]) => Partial<Where>) =>
    permitted.map((one) =>
      answerOf(
        aPerson(one.role),
        one.action,
        where({ edition: edition(one.status), submission: one.submission, ...change(one) }),
      ),
    );

  it('at the edition', () => {
    expect(new Set(elsewhere((one) => ({ edition: edition(one.status, { id: 'e2' }) })))).toEqual(
      new Set(['not-permitted']),
    );
  });

  it('at the country, for its own people', () => {
    for (const role of ['delegate', 'contributor', 'signatory'] as const) {
      const mine = permitted.filter((one) => one.role === role);
      expect(mine.length).toBeGreaterThan(0);
      for (const country of ['XAB', undefined]) {
        const answers = mine.map((one) => {
          const { country: _own, ...place } = where({ edition: edition(one.status), submission: one.submission });
          return answerOf(aPerson(role), one.action, country === undefined ? place : { ...place, country });
        });
        expect(new Set(answers)).toEqual(new Set(['not-permitted']));
      }
    }
  });

  it('at the section, for contributors with sections; seeing is whole', () => {
    const { section: _own, ...anywhere } = where();
    for (const place of [where({ section: 'access' }), anywhere]) {
      expect(answerOf(aPerson('contributor'), 'record-answer', place)).toBe('not-permitted');
      expect(answerOf(aPerson('contributor'), 'attach-evidence', place)).toBe('not-permitted');
      expect(answerOf(aPerson('contributor'), 'see-submission', place)).toBe('yes');
    }
    const { account, name } = aPerson('contributor');
    const ofAll: Person = { account, name, grants: [{ role: 'contributor', edition: 'e1', country: 'XAA' }] };
    expect(answerOf(ofAll, 'record-answer', where({ section: 'access' }))).toBe('yes');
    const ofNone = aPerson('contributor', { sections: [] });
    expect(answerOf(ofNone, 'record-answer', where())).toBe('not-permitted');
  });

  it('nowhere for secretariat and validators of all editions, and there for nobody else', () => {
    const place = where({ edition: edition('collecting', { id: 'e2' }), submission: 'submitted' });
    expect(answerOf(aPerson('secretariat', { edition: '*' }), 'assess', place)).toBe('yes');
    expect(answerOf(aPerson('validator', { edition: '*' }), 'assess', place)).toBe('yes');
    expect(answerOf(aPerson('delegate', { edition: '*' }), 'see-submission', place)).toBe('not-permitted');
    expect(answerOf(aPerson('signatory', { edition: '*' }), 'see-submission', place)).toBe('not-permitted');
  });

  it('at the house, for who runs one edition', () => {
    for (const action of ['create-edition', 'see-accounts', 'see-outbox'] as const) {
      for (const place of [{ now: BEFORE }, where()]) {
        expect(answerOf(aPerson('secretariat', { edition: '*' }), action, place)).toBe('yes');
        expect(answerOf(aPerson('secretariat'), action, place)).toBe('not-permitted');
        expect(answerOf(aPerson('validator', { edition: '*' }), action, place)).toBe('not-permitted');
        expect(answerOf(VISITOR, action, place)).toBe('sign-in-first');
      }
    }
  });

  it('without an edition, for all that belongs to one', () => {
    const everybody = [...ROLES.map((role) => aPerson(role)), aPerson('secretariat', { edition: '*' })];
    const ofEditions = ACTIONS.filter((action) => !says(HOUSE, action));
    for (const person of everybody) {
      for (const action of ofEditions) {
        expect(answerOf(person, action, { now: BEFORE, country: 'XAA' })).toBe('not-permitted');
      }
    }
  });

  it('adds up over several roles', () => {
    const both: Person = {
      account: 'a',
      name: 'both',
      grants: [...aPerson('reader').grants, ...aPerson('delegate').grants, ...aPerson('signatory').grants],
    };
    expect(answerOf(both, 'submit', where())).toBe('yes');
    expect(answerOf(both, 'sign-off', where({ submission: 'validated' }))).toBe('yes');
    expect(answerOf(both, 'assess', where({ submission: 'submitted' }))).toBe('not-permitted');
  });

  it('for somebody without any role', () => {
    const nobody: Person = { account: 'a', name: 'nobody', grants: [] };
    for (const action of ACTIONS) expect(answerOf(nobody, action, where())).toBe('not-permitted');
  });
});

describe('a visitor', () => {
  it('is asked to sign in where somebody could, whatever the state', () => {
    for (const action of ACTIONS) {
      for (const status of EDITION_STATUSES) {
        const isResults = action === 'see-results';
        const open = status === 'published' ? 'yes' : 'not-permitted';
        expect(answerOf(VISITOR, action, where({ edition: edition(status) }))).toBe(isResults ? open : 'sign-in-first');
      }
    }
  });
});

describe('results', () => {
  it('are nobody’s before publication, not even the secretariat’s', () => {
    const people = [VISITOR, ...ROLES.map((role) => aPerson(role)), aPerson('secretariat', { edition: '*' })];
    for (const person of people) {
      for (const status of EDITION_STATUSES) {
        expect(answerOf(person, 'see-results', where({ edition: edition(status) }))).toBe(
          status === 'published' ? 'yes' : 'not-permitted',
        );
      }
    }
  });

  it('before that are provisional, for those who check', () => {
    const may = ROLES.filter((role) => answerOf(aPerson(role), 'see-provisional', where()) === 'yes');
    expect(may).toEqual(['secretariat', 'validator']);
  });
});

describe('an edition of the library', () => {
  const people = [VISITOR, ...ROLES.map((role) => aPerson(role)), aPerson('secretariat', { edition: '*' })];
  const permitted = (kind: 'published' | 'demonstration', person: Person) =>
    ACTIONS.filter((action) => permit(person, action, where({ edition: edition('preparing', { kind }) })).ok);

  it('that is published is read by everybody and run by nobody', () => {
    for (const person of people) expect(permitted('published', person)).toEqual(['see-results']);
  });

  it('that is a demonstration is also played with by everybody, for as long as they like', () => {
    for (const person of people) {
      expect(permitted('demonstration', person)).toEqual(['see-submission', 'record-answer', 'see-results']);
    }
    const late = where({ edition: edition('validating', { kind: 'demonstration' }), now: AFTER });
    expect(answerOf(VISITOR, 'record-answer', late)).toBe('yes');
  });
});

describe('the closing date', () => {
  const delegate = aPerson('delegate');
  const filling = ['record-answer', 'attach-evidence', 'submit'] as const;

  it('lets a second before through, and neither the instant nor a second after', () => {
    for (const action of filling) {
      const at = (now: string) => answerOf(delegate, action, where({ now }));
      expect([at(BEFORE), at(CLOSES), at(AFTER)]).toEqual(['yes', 'too-late', 'too-late']);
    }
  });

  it('is the same instant however it is written', () => {
    const at = (now: string) => answerOf(delegate, 'submit', where({ now }));
    expect([at('2026-06-30T21:59:59.999Z'), at('2026-06-30T22:00:00.000Z')]).toEqual(['yes', 'too-late']);
    expect([at('2026-06-30T23:59:59+02:00'), at('2026-07-01T00:00:00+02:00')]).toEqual(['yes', 'too-late']);
  });

  it('says until when it was', () => {
    expect(permit(delegate, 'submit', where({ now: AFTER }))).toEqual({
      ok: false,
      problems: [{ code: 'too-late', details: { closes: CLOSES } }],
    });
  });

  it('that cannot be read is past, and one that is not set never comes', () => {
    expect(answerOf(delegate, 'submit', where({ edition: edition('collecting', { closes: 'soon' }) }))).toBe(
      'too-late',
    );
    const { closes: _none, ...open } = edition('collecting');
    expect(answerOf(delegate, 'submit', where({ edition: open, now: AFTER }))).toBe('yes');
  });

  it('does not bind a submission that was given back, while collecting or validating', () => {
    for (const status of ['collecting', 'validating'] as const) {
      for (const action of filling) {
        const place = { edition: edition(status), now: AFTER };
        expect(answerOf(delegate, action, where({ ...place, submission: 'returned' }))).toBe('yes');
        expect(answerOf(delegate, action, where({ ...place, givenBack: true }))).toBe('yes');
        expect(answerOf(delegate, action, where(place))).toBe(
          status === 'collecting' ? 'too-late' : 'not-in-this-state',
        );
      }
    }
    for (const status of ['preparing', 'previewing', 'published'] as const) {
      const place = where({ edition: edition(status), submission: 'returned', givenBack: true, now: BEFORE });
      for (const action of filling) expect(answerOf(delegate, action, place)).toBe('not-in-this-state');
    }
  });

  it('does not bind those who check', () => {
    const place = where({ submission: 'submitted', now: AFTER });
    expect(answerOf(aPerson('secretariat'), 'reopen', place)).toBe('yes');
    expect(answerOf(aPerson('validator'), 'validate', place)).toBe('yes');
  });
});

describe('a refusal for the state', () => {
  it('names the submission’s state, or the edition’s where that is in the way', () => {
    expect(permit(aPerson('delegate'), 'submit', where({ submission: 'in-validation' }))).toMatchObject({
      problems: [{ code: 'not-in-this-state', details: { status: 'in-validation', state: 'in_validation' } }],
    });
    expect(permit(aPerson('delegate'), 'submit', where({ edition: edition('previewing') }))).toMatchObject({
      problems: [{ details: { status: 'previewing' } }],
    });
    expect(permit(aPerson('secretariat'), 'publish', where())).toMatchObject({
      problems: [{ details: { status: 'collecting' } }],
    });
  });

  it('takes a submission of which nothing is said for one that was not started', () => {
    const { submission: _none, ...place } = where();
    expect(answerOf(aPerson('delegate'), 'record-answer', place)).toBe('yes');
    expect(answerOf(aPerson('delegate'), 'submit', place)).toBe('not-in-this-state');
  });
});
