/**
 * Decides all that one saved page changes: its answers and what was remarked on them, as one list to commit.
 * Must never: begin a submission twice.
 */
import type { Entered } from '../survey/read-answer.js';
import { withBeginning } from './begin.js';
import { type AnswerFacts, decideAnswers, type EntriesDecision } from './decide-answers.js';
import { decideRemarks, type EnteredRemark, type RemarkFacts } from './decide-remarks.js';
import { stateProblem } from './wrong-state.js';

export interface EnteredPage {
  /** By data point. */
  readonly answers: ReadonlyMap<string, Entered>;
  /** By question. */
  readonly remarks: ReadonlyMap<string, EnteredRemark>;
}

export function decidePage(facts: AnswerFacts & RemarkFacts, entered: EnteredPage): EntriesDecision {
  const wrong = stateProblem('record-answer', facts.status);
  if (wrong !== undefined) return { changes: [], problems: [wrong] };
  // Decided as if begun, so that the beginning is said once, for both.
  const begun = { ...facts, status: 'in-progress' } as const;
  const answers = decideAnswers(begun, entered.answers);
  const remarks = decideRemarks(begun, entered.remarks);
  return {
    changes: withBeginning(facts.status, [...answers.changes, ...remarks.changes]),
    problems: [...answers.problems, ...remarks.problems],
  };
}
