/**
 * Decides what a saved page changes: what was entered, held against what is recorded. The good entries are kept even when
 * others are faulty, and every faulty one is named, so that nobody loses work over a slip in one field.
 * Must never: record what has not changed, withdraw what was not on the page, take a reason that is not the person's to state.
 */
import type { Problem } from '../problem.js';
import { answerAt, isSameAnswer } from '../survey/answer-at.js';
import type { Answer, Answers } from '../survey/answers.js';
import type { Outline } from '../survey/outline.js';
import { type Entered, readAnswer } from '../survey/read-answer.js';
import { standingOf } from '../survey/standing.js';
import { applyChanges } from './apply-changes.js';
import type { Change } from './change.js';

export interface AnswersDecision {
  /** Ready to commit; empty when nothing changed. */
  readonly changes: readonly Change[];
  /** Every faulty entry, with its data point as the field. */
  readonly problems: readonly Problem[];
}

/**
 * @param answers as recorded
 * @param entered the data points that were on the page, by key; emptied fields withdraw their answer
 */
export function decideAnswers(
  outline: Outline,
  answers: Answers,
  entered: ReadonlyMap<string, Entered>,
): AnswersDecision {
  const decided = [...entered].map(([key, fields]) =>
    decideOne(outline, { key, before: answerAt(answers, key) }, fields),
  );
  const changes = decided.flatMap((one) => one.changes);
  // A slip in a field that the same page turned off is nobody's concern any more.
  const after = standingOf(outline, applyChanges(answers, changes));
  const concerns = ({ field }: Problem) => field === undefined || !outline.point.has(field) || after.isAsked(field);
  return { changes, problems: decided.flatMap((one) => one.problems).filter(concerns) };
}

interface Recorded {
  readonly key: string;
  readonly before: Answer | undefined;
}

function decideOne(outline: Outline, { key, before }: Recorded, fields: Entered): AnswersDecision {
  const point = outline.point.get(key);
  if (point === undefined) return failed({ code: 'unknown-data-point', details: { key }, field: key });
  const read = readAnswer(point, fields);
  if (!read.ok) return failed(...read.problems);
  const after = read.value;
  if (isSameAnswer(before, after)) return NOTHING;
  // Withholding is the secretariat's to state, in a file or an edition.
  if (after !== undefined && 'missing' in after && after.missing === 'withheld') {
    return failed({ code: 'reason-not-allowed', details: { reason: after.missing }, field: key });
  }
  return { changes: [changeTo(key, after)], problems: [] };
}

const NOTHING: AnswersDecision = { changes: [], problems: [] };

const failed = (...problems: readonly Problem[]): AnswersDecision => ({ changes: [], problems });

const changeTo = (key: string, answer: Answer | undefined): Change =>
  answer === undefined ? { kind: 'answer-withdrawn', key } : { kind: 'answer-recorded', key, answer };
