/**
 * Who may do what: for each action the roles that have it, and how far the right reaches. What everybody may do stands apart.
 * Must never: look at a status (transitions do); give a right by leaving something out.
 */
import type { Action } from './actions.js';
import type { Role } from './roles.js';

/**
 * `house`: only who holds the role in all editions · `edition`: all countries of the edition · `country`: the own country ·
 * `sections`: the own sections of the own country.
 */
export type Reach = 'house' | 'edition' | 'country' | 'sections';

export type EditionKind = 'published' | 'demonstration' | 'collected';

type RightsOf = Readonly<Partial<Record<Role, Reach>>>;

const SECRETARIAT: RightsOf = { secretariat: 'edition' };
const READING_DESK: RightsOf = { secretariat: 'edition', validator: 'edition' };
const WHOLE_HOUSE: RightsOf = { secretariat: 'house' };
const DELEGATE: RightsOf = { delegate: 'country' };
const FILLING_IN: RightsOf = { delegate: 'country', contributor: 'sections' };

export const RIGHTS: Readonly<Record<Action, RightsOf>> = {
  'see-submission': { ...READING_DESK, delegate: 'country', contributor: 'country', signatory: 'country' },
  'record-answer': FILLING_IN,
  'attach-evidence': FILLING_IN,
  submit: DELEGATE,
  'ask-reopening': DELEGATE,
  reopen: SECRETARIAT,
  'begin-validation': READING_DESK,
  return: READING_DESK,
  assess: READING_DESK,
  validate: READING_DESK,
  'sign-off': { signatory: 'country' },
  exclude: SECRETARIAT,
  readmit: SECRETARIAT,
  'see-board': READING_DESK,
  'see-provisional': READING_DESK,
  // Nobody's by role: results are everybody's once they are published, and nobody's before.
  'see-results': {},
  'change-edition': SECRETARIAT,
  'open-edition': SECRETARIAT,
  invite: SECRETARIAT,
  publish: SECRETARIAT,
  analyse: SECRETARIAT,
  'create-edition': WHOLE_HOUSE,
  'see-accounts': WHOLE_HOUSE,
  'see-outbox': WHOLE_HOUSE,
};

/** What is everybody's, signed in or not, by the kind of edition; of a collected one only once it is published. */
export const EVERYBODYS: Readonly<Record<EditionKind, readonly Action[]>> = {
  published: ['see-results'],
  demonstration: ['see-results', 'see-submission', 'record-answer'],
  collected: ['see-results'],
};
