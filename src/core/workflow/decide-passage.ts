/**
 * Decides how a submission passes from state to state once it was handed in: begun to be checked, returned, reopened, validated,
 * signed off, excluded, readmitted. What takes something from a country, or gives it back, says why.
 * Must never: pass a way that the table of transitions does not have.
 */
import { done, type Outcome, refused } from '../problem.js';
import type { SubmissionAction } from './actions.js';
import type { SubmissionChange } from './change.js';
import { LONGEST_WORDS, requireWords } from './read-words.js';
import type { SubmissionStatus } from './statuses.js';
import { stateProblem } from './wrong-state.js';

type Decision = Outcome<readonly SubmissionChange[]>;

interface PassageFacts {
  readonly status: SubmissionStatus;
}

const PLAIN = {
  'begin-validation': { kind: 'validation-begun' },
  validate: { kind: 'submission-validated' },
  'sign-off': { kind: 'submission-signed-off' },
} as const;

const REASONED = {
  return: 'submission-returned',
  'ask-reopening': 'reopening-asked',
  reopen: 'submission-reopened',
  exclude: 'submission-excluded',
  readmit: 'submission-readmitted',
} as const;

/** What needs no reason. */
export function decidePassage({ status }: PassageFacts, action: keyof typeof PLAIN & SubmissionAction): Decision {
  const wrong = stateProblem(action, status);
  return wrong === undefined ? done([PLAIN[action]]) : refused(wrong);
}

/** What needs one; a problem with the reason names `reason` as its field. */
export function decideReasonedPassage(
  { status }: PassageFacts,
  action: keyof typeof REASONED & SubmissionAction,
  reason: string,
): Decision {
  const wrong = stateProblem(action, status);
  if (wrong !== undefined) return refused(wrong);
  const words = requireWords(reason, { field: 'reason', atMost: LONGEST_WORDS }, 'reason-required');
  return words.ok ? done([{ kind: REASONED[action], reason: words.value }]) : words;
}
