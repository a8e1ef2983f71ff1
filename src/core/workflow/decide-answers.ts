/**
 * Decides what a saved page changes: what was entered, held against what is recorded. The good entries are kept even when
 * others are faulty, and every faulty one is named, so that nobody loses work over a slip in one field.
 * Must never: record what has not changed, withdraw what was not on the page, take a reason that is not the person's to state.
 */
import type { Problem } from '../problem.js';
import { answerAt, isSameAnswer } from '../survey/answer-at.js';
import type { Answer, Answers } from '../survey/answers.js';
import type { Outline } from '../survey/outline.js';
import type { DataPoint } from '../survey/questionnaire.js';
import { type Entered, readAnswer } from '../survey/read-answer.js';
import { standingOf } from '../survey/standing.js';
import { applyChanges } from './apply-changes.js';
import { withBeginning } from './begin.js';
import type { AnswerChange, SubmissionChange } from './change.js';
import type { SubmissionStatus } from './statuses.js';
import { stateProblem } from './wrong-state.js';

export interface AnswerFacts {
  readonly outline: Outline;
  /** As recorded. */
  readonly answers: Answers;
  readonly status: SubmissionStatus;
  /** Id of the section the page belongs to: nothing of another section is taken from it. Absent for all. */
  readonly section?: string;
}

export interface EntriesDecision {
  /** Ready to commit; empty when nothing changed. The first entry also begins the submission. */
  readonly changes: readonly SubmissionChange[];
  /** Every faulty entry, with its data point (or question and part of the remark) as the field. */
  readonly problems: readonly Problem[];
}

/** @param entered the data points that were on the page, by key; emptied fields withdraw their answer */
export function decideAnswers(facts: AnswerFacts, entered: ReadonlyMap<string, Entered>): EntriesDecision {
  const wrong = stateProblem('record-answer', facts.status);
  if (wrong !== undefined) return { changes: [], problems: [wrong] };
  const { outline, answers, status } = facts;
  const decided = [...entered].map(([key, fields]) => decideOne(facts, key, fields));
  const changes = decided.flatMap((one) => one.changes);
  // A slip in a field that the same page turned off is nobody's concern any more.
  const after = standingOf(outline, applyChanges(answers, changes));
  const concerns = ({ field }: Problem) => field === undefined || !outline.point.has(field) || after.isAsked(field);
  return {
    changes: withBeginning(status, changes),
    problems: decided.flatMap((one) => one.problems).filter(concerns),
  };
}

interface Decided {
  readonly changes: readonly AnswerChange[];
  readonly problems: readonly Problem[];
}

function decideOne(facts: AnswerFacts, key: string, fields: Entered): Decided {
  const point = pointOf(facts, key);
  if (point === undefined) return failed({ code: 'unknown-data-point', details: { key }, field: key });
  const read = readAnswer(point, fields);
  if (!read.ok) return failed(...read.problems);
  const after = read.value;
  if (isSameAnswer(answerAt(facts.answers, key), after)) return NOTHING;
  // Withholding is the secretariat's to state, in a file or an edition.
  if (after !== undefined && 'missing' in after && after.missing === 'withheld') {
    return failed({ code: 'reason-not-allowed', details: { reason: after.missing }, field: key });
  }
  return { changes: [changeTo(key, after)], problems: [] };
}

function pointOf({ outline, section }: AnswerFacts, key: string): DataPoint | undefined {
  const point = outline.point.get(key);
  if (point === undefined || section === undefined) return point;
  return outline.questions.get(point.question.id)?.section.id === section ? point : undefined;
}

const NOTHING: Decided = { changes: [], problems: [] };

const failed = (...problems: readonly Problem[]): Decided => ({ changes: [], problems });

const changeTo = (key: string, answer: Answer | undefined): AnswerChange =>
  answer === undefined ? { kind: 'answer-withdrawn', key } : { kind: 'answer-recorded', key, answer };
