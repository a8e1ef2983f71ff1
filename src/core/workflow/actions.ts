/**
 * All that somebody may ask to do or to see, by name. Rights say who, transitions say when.
 * Must never: hold a rule.
 */
/** What is done to one country's submission. Recording covers answers and what is remarked on them. */
export const SUBMISSION_ACTIONS = [
  'see-submission',
  'record-answer',
  'attach-evidence',
  'submit',
  'ask-reopening',
  'reopen',
  'begin-validation',
  'return',
  'assess',
  'validate',
  'sign-off',
  'exclude',
  'readmit',
] as const;

/** What is done to an edition. `open-edition` is every move between its statuses but publication; `analyse` puts its ranks to the test. */
const EDITION_ACTIONS = [
  'see-board',
  'see-provisional',
  'see-results',
  'change-edition',
  'open-edition',
  'invite',
  'publish',
  'analyse',
] as const;

/** What is done to the house as a whole. */
const HOUSE_ACTIONS = ['create-edition', 'see-accounts', 'see-outbox'] as const;

export const ACTIONS = [...SUBMISSION_ACTIONS, ...EDITION_ACTIONS, ...HOUSE_ACTIONS] as const;

export type SubmissionAction = (typeof SUBMISSION_ACTIONS)[number];
export type EditionAction = (typeof EDITION_ACTIONS)[number];
export type Action = (typeof ACTIONS)[number];
