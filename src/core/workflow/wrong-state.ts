/**
 * Says that a submission or an edition is not in a state for what was asked.
 * Must never: say which state would do (the page that offers the action knows).
 */
import type { Problem } from '../problem.js';
import type { SubmissionAction } from './actions.js';
import type { EditionStatus, SubmissionStatus } from './statuses.js';
import { submissionAfter } from './transitions.js';

/** `status` is for programs; `state` is the same word as the selector of a sentence may be written. */
export function wrongState(status: SubmissionStatus | EditionStatus): Problem {
  return { code: 'not-in-this-state', details: { status, state: status.replaceAll('-', '_') } };
}

/** The problem with taking the action on a submission of this status, or undefined. */
export function stateProblem(action: SubmissionAction, status: SubmissionStatus): Problem | undefined {
  return submissionAfter(action, status) === undefined ? wrongState(status) : undefined;
}
