/**
 * The rules of permission, written a second time and by role: what this telling and the tables disagree on is a fault in one of
 * them. Also the places and questions that the tests ask about.
 */
import { ACTIONS, type Action } from '../../../src/core/workflow/actions.js';
import { permit, type Where, type WhereEdition } from '../../../src/core/workflow/permission.js';
import { type Person, ROLES, type Role } from '../../../src/core/workflow/roles.js';
import {
  EDITION_STATUSES,
  type EditionStatus,
  SUBMISSION_STATUSES,
  type SubmissionStatus,
} from '../../../src/core/workflow/statuses.js';

export const CLOSES = '2026-06-30T22:00:00Z';
export const BEFORE = '2026-06-30T21:59:59Z';
export const AFTER = '2026-06-30T22:00:01Z';

export const edition = (status: EditionStatus, given: Partial<WhereEdition> = {}): WhereEdition => ({
  id: 'e1',
  kind: 'collected',
  status,
  closes: CLOSES,
  ...given,
});

/** In XAA's section `policy`, while it answers. */
export const where = (given: Partial<Where> = {}): Where => ({
  edition: edition('collecting'),
  country: 'XAA',
  section: 'policy',
  submission: 'in-progress',
  now: BEFORE,
  ...given,
});

export const answerOf = (person: Person, action: Action, place: Where): string => {
  const answer = permit(person, action, place);
  return answer.ok ? 'yes' : answer.problems.map(({ code }) => code).join();
};

/** Who may do what in the own edition, country and section. */
export const MAY: Record<Role, string> = {
  secretariat:
    'see-submission reopen begin-validation return assess validate exclude readmit see-board see-provisional change-edition open-edition invite publish analyse',
  validator: 'see-submission begin-validation return assess validate see-board see-provisional',
  delegate: 'see-submission record-answer attach-evidence submit ask-reopening',
  contributor: 'see-submission record-answer attach-evidence',
  signatory: 'see-submission sign-off',
  reader: '',
};

/** What the state of a submission allows, whoever asks, while the edition is collecting and before it closes. */
const WHILE: Record<SubmissionStatus, string> = {
  'not-started': 'record-answer attach-evidence exclude',
  'in-progress': 'record-answer attach-evidence submit exclude',
  submitted: 'ask-reopening reopen begin-validation assess validate exclude',
  'in-validation': 'ask-reopening return assess validate exclude',
  returned: 'record-answer attach-evidence submit exclude',
  validated: 'ask-reopening reopen sign-off exclude',
  'signed-off': 'ask-reopening reopen',
  excluded: 'readmit',
};

/** Actions on a submission that the edition's state forbids, by that state. */
const COUNTRYS_OWN = 'record-answer attach-evidence submit ask-reopening return readmit';
const CHECKS = 'begin-validation assess validate sign-off reopen exclude';
const NOT_DURING: Record<EditionStatus, string> = {
  preparing: `${COUNTRYS_OWN} ${CHECKS} publish analyse`,
  collecting: 'publish',
  validating: 'publish',
  previewing: COUNTRYS_OWN,
  published: `${COUNTRYS_OWN} open-edition`,
};

const STATELESS =
  'see-submission see-board see-provisional change-edition open-edition invite publish analyse create-edition see-accounts see-outbox';
export const HOUSE = 'create-edition see-accounts see-outbox';
export const says = (words: string, action: string) => words.split(' ').includes(action);

export function expected(role: Role, action: Action, submission: SubmissionStatus, status: EditionStatus): string {
  if (action === 'see-results') return status === 'published' ? 'yes' : 'not-permitted';
  if (!says(MAY[role], action)) return 'not-permitted';
  if (says(NOT_DURING[status], action)) return 'not-in-this-state';
  if (says(STATELESS, action)) return 'yes';
  if (!says(WHILE[submission], action)) return 'not-in-this-state';
  // A submission that was only submitted is not given back to a country any more once results are previewed.
  if (action === 'reopen' && submission === 'submitted' && !says('collecting validating', status)) {
    return 'not-in-this-state';
  }
  const isLate = status === 'validating' && submission !== 'returned';
  return isLate && says('record-answer attach-evidence submit', action) ? 'not-in-this-state' : 'yes';
}

export const combinations = ROLES.flatMap((role) =>
  ACTIONS.flatMap((action) =>
    SUBMISSION_STATUSES.flatMap((submission) =>
      EDITION_STATUSES.map((status) => ({ role, action, submission, status })),
    ),
  ),
);
export const nameOf = (one: (typeof combinations)[number]) => Object.values(one).join(' ');
