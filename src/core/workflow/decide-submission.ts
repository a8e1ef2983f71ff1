/**
 * Decides whether a country's body of answers is handed in, and freezes what it handed in: what is asked, with what was
 * remarked on it and what supports it.
 * Must never: submit what a check finds faulty; freeze an answer to what is not asked.
 */
import { done, type Outcome, refused } from '../problem.js';
import type { Answers } from '../survey/answers.js';
import type { Outline } from '../survey/outline.js';
import { type Standing, standingOf } from '../survey/standing.js';
import { canonicalJson } from './canonical-json.js';
import type { SubmissionChange } from './change.js';
import { type Checked, checkSubmission } from './check-submission.js';
import type { SubmissionSnapshot, SubmissionStatus } from './statuses.js';
import { stateProblem } from './wrong-state.js';

export interface SubmissionFacts extends Checked {
  readonly outline: Outline;
  readonly status: SubmissionStatus;
  readonly answers: Answers;
  /** sha-256 of a text, in hexadecimal. */
  readonly hash: (text: string) => string;
}

/** Refused with the errors of `checkSubmission`, each naming its data point or question as the field. */
export function decideSubmission(facts: SubmissionFacts): Outcome<readonly SubmissionChange[]> {
  const standing = standingOf(facts.outline, facts.answers);
  const snapshot = snapshotOf(facts, standing);
  if (Object.keys(snapshot.answers).length === 0 && isBeforeSubmission(facts.status)) {
    return refused({ code: 'nothing-to-submit' });
  }
  const wrong = stateProblem('submit', facts.status);
  if (wrong !== undefined) return refused(wrong);
  const errors = checkSubmission(facts.outline, standing, facts).filter(({ level }) => level === 'error');
  if (errors.length > 0) {
    return refused(...errors.map(({ problem, question, key }) => ({ ...problem, field: key ?? question })));
  }
  return done([{ kind: 'submission-submitted', snapshot, hash: facts.hash(canonicalJson(snapshot)) }]);
}

const isBeforeSubmission = (status: SubmissionStatus): boolean =>
  status === 'not-started' || status === 'in-progress' || status === 'returned';

function snapshotOf({ answers, remarks, evidence }: SubmissionFacts, standing: Standing): SubmissionSnapshot {
  return {
    answers: Object.fromEntries(Object.entries(answers).filter(([key]) => standing.isAsked(key))),
    remarks: Object.fromEntries(Object.entries(remarks).filter(([question]) => standing.isQuestionAsked(question))),
    evidence: evidence.filter(({ question }) => standing.isQuestionAsked(question)),
  };
}
