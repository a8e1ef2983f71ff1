/**
 * The one place where permission is asked: rights say who, transitions say in which state, the calendar until when.
 * Must never: permit what no table names; tell apart, for who has no right, what exists from what does not.
 */
import { done, type Outcome, refused } from '../problem.js';
import type { Action } from './actions.js';
import { isTooLate } from './deadline.js';
import { type EditionKind, EVERYBODYS, type Reach, RIGHTS } from './rights.js';
import { type Grant, type Person, type Role, VISITOR } from './roles.js';
import type { EditionStatus, SubmissionStatus } from './statuses.js';
import { EDITION_TRANSITIONS, SUBMISSION_TRANSITIONS } from './transitions.js';
import { wrongState } from './wrong-state.js';

export type { Action } from './actions.js';

/** What the action is about. What is left out is not reached: no section, no right that is given by section. */
export interface Where {
  readonly edition?: WhereEdition;
  readonly country?: string;
  readonly section?: string;
  /** Status of the country's submission; absent is `not-started`. */
  readonly submission?: SubmissionStatus;
  /** Whether the secretariat returned, reopened or readmitted the submission, and so gave it back to its country. */
  readonly givenBack?: boolean;
  /** ISO instant. */
  readonly now: string;
}

export interface WhereEdition {
  readonly id: string;
  /** Editions of the library are published or demonstrations; `collected` are those that are run here. */
  readonly kind: EditionKind;
  /** Of a collected edition; anything for the others. */
  readonly status: EditionStatus;
  /** ISO instant; the instant itself is too late. */
  readonly closes?: string;
}

/**
 * Problems: `sign-in-first` (a visitor, where somebody could) · `not-permitted` (to be answered like what does not exist) ·
 * `not-in-this-state` { status } · `too-late` { closes }.
 */
export function permit(person: Person, action: Action, where: Where): Outcome<undefined> {
  const { edition } = where;
  if (edition !== undefined && isEverybodys(action, edition)) return done(undefined);
  // The library's editions are not run here: nothing of the workflow happens in them.
  if (edition !== undefined && edition.kind !== 'collected') return refused({ code: 'not-permitted' });
  const rights = RIGHTS[action];
  if (person.account === VISITOR.account) {
    return refused({ code: Object.keys(rights).length === 0 ? 'not-permitted' : 'sign-in-first' });
  }
  const has = person.grants.some((grant) => reaches(grant, rights[grant.role], where));
  return has ? inState(action, where) : refused({ code: 'not-permitted' });
}

function isEverybodys(action: Action, { kind, status }: WhereEdition): boolean {
  return EVERYBODYS[kind].includes(action) && (kind !== 'collected' || status === 'published');
}

/** Roles that may be held in all editions at once. */
const IN_ALL: readonly Role[] = ['secretariat', 'validator'];

function reaches(grant: Grant, reach: Reach | undefined, { edition, country, section }: Where): boolean {
  const everywhere = grant.edition === '*' && IN_ALL.includes(grant.role);
  const here = everywhere || (edition !== undefined && edition.id === grant.edition);
  const ownCountry = here && country !== undefined && grant.country === country;
  switch (reach) {
    case undefined:
      return false;
    case 'house':
      return everywhere;
    case 'edition':
      return here && edition !== undefined;
    case 'country':
      return ownCountry;
    case 'sections':
      return (
        ownCountry && (grant.sections === undefined || (section !== undefined && grant.sections.includes(section)))
      );
    default:
      return reach satisfies never;
  }
}

function inState(
  action: Action,
  { edition, submission = 'not-started', givenBack = false, now }: Where,
): Outcome<undefined> {
  if (edition === undefined) return done(undefined);
  const { status, closes } = edition;
  const moves = EDITION_TRANSITIONS.filter((line) => line.action === action);
  if (moves.length > 0 && !moves.some((line) => line.from === status)) return refused(wrongState(status));
  const steps = SUBMISSION_TRANSITIONS.filter((line) => line.action === action);
  if (steps.length === 0) return done(undefined);
  const possible = steps.filter((line) => line.from === submission && (givenBack || line.givenBack !== true));
  if (possible.length === 0) return refused(wrongState(submission));
  const during = possible.filter((line) => line.during.includes(status));
  if (during.length === 0) return refused(wrongState(status));
  if (during.every((line) => line.byDeadline) && closes !== undefined && isTooLate(now, closes)) {
    return refused({ code: 'too-late', details: { closes } });
  }
  return done(undefined);
}
