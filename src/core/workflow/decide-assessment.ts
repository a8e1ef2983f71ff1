/**
 * Decides the secretariat's findings on answers: accepted, adjusted with a reason, or a finding taken back. The first finding
 * also begins the validation.
 * Must never: change an answer of the country; adjust to what the question does not take.
 */
import { done, type Outcome, type Problem, refused } from '../problem.js';
import { answerAt, isSameAnswer } from '../survey/answer-at.js';
import type { Answer, Answers } from '../survey/answers.js';
import type { Outline } from '../survey/outline.js';
import { type Entered, readAnswer } from '../survey/read-answer.js';
import { standingOf } from '../survey/standing.js';
import { assessedAnswers } from './assessed-answers.js';
import type { SubmissionChange } from './change.js';
import { LONGEST_WORDS, requireWords } from './read-words.js';
import type { Assessment, SubmissionStatus } from './statuses.js';
import { stateProblem } from './wrong-state.js';

export interface AssessmentFacts {
  readonly outline: Outline;
  readonly status: SubmissionStatus;
  /** The country's. */
  readonly answers: Answers;
  /** So far, by data point. */
  readonly assessments: Readonly<Record<string, Assessment>>;
}

export type EnteredAssessment =
  /** One answer, or many at once; what is assessed otherwise is accepted as the country stated it. */
  | { readonly finding: 'accepted'; readonly keys: readonly string[] }
  | { readonly finding: 'adjusted'; readonly key: string; readonly entered: Entered; readonly reason: string }
  | { readonly finding: 'withdrawn'; readonly key: string };

/** Problems name the data point, or `reason`, as their field. What says nothing new changes nothing. */
export function decideAssessment(
  facts: AssessmentFacts,
  entered: EnteredAssessment,
): Outcome<readonly SubmissionChange[]> {
  const keys = entered.finding === 'accepted' ? entered.keys : [entered.key];
  const wrong = stateProblem('assess', facts.status);
  const problems = wrong === undefined ? placeProblems(facts, keys) : [wrong];
  if (problems.length > 0) return refused(...problems);
  switch (entered.finding) {
    case 'accepted':
      return done(withValidation(facts, newFindings(facts, keys, { finding: 'accepted' })));
    case 'adjusted': {
      const adjusted = readAdjustment(facts, entered);
      return adjusted.ok ? done(withValidation(facts, newFindings(facts, keys, adjusted.value))) : adjusted;
    }
    case 'withdrawn': {
      const { key } = entered;
      return done(
        assessmentAt(facts, key) === undefined ? [] : withValidation(facts, [{ kind: 'assessment-withdrawn', key }]),
      );
    }
    default:
      return entered satisfies never;
  }
}

/** Only what is recorded, or asked by the country's answers or by the adjusted ones, can be assessed. */
function placeProblems(
  { outline, answers, assessments }: AssessmentFacts,
  keys: readonly string[],
): readonly Problem[] {
  const stated = standingOf(outline, answers);
  const assessed = standingOf(outline, assessedAnswers(answers, assessments));
  const isThere = (key: string) =>
    outline.point.has(key) && (answerAt(answers, key) !== undefined || stated.isAsked(key) || assessed.isAsked(key));
  return keys
    .filter((key) => !isThere(key))
    .map((key) => ({ code: 'unknown-data-point', details: { key }, field: key }));
}

function newFindings(
  facts: AssessmentFacts,
  keys: readonly string[],
  assessment: Assessment,
): readonly SubmissionChange[] {
  return [...new Set(keys)]
    .filter((key) => !isSameFinding(assessmentAt(facts, key), assessment))
    .map((key) => ({ kind: 'answer-assessed', key, assessment }));
}

function readAdjustment(
  { outline, answers }: AssessmentFacts,
  { key, entered, reason }: Extract<EnteredAssessment, { readonly finding: 'adjusted' }>,
): Outcome<Assessment> {
  const point = outline.point.get(key);
  if (point === undefined) return refused({ code: 'unknown-data-point', details: { key }, field: key });
  const read = readAnswer(point, entered);
  const answer = read.ok ? adjustedFrom(answerAt(answers, key), read.value, key) : read;
  const words = requireWords(reason, { field: 'reason', atMost: LONGEST_WORDS }, 'reason-required');
  if (answer.ok && words.ok) return done({ finding: 'adjusted', answer: answer.value, reason: words.value });
  return refused(...(answer.ok ? [] : answer.problems), ...(words.ok ? [] : words.problems));
}

function adjustedFrom(stated: Answer | undefined, answer: Answer | undefined, field: string): Outcome<Answer> {
  if (answer === undefined) return refused({ code: 'adjustment-empty', field });
  return isSameAnswer(stated, answer) ? refused({ code: 'adjustment-same', field }) : done(answer);
}

const assessmentAt = ({ assessments }: AssessmentFacts, key: string): Assessment | undefined =>
  Object.hasOwn(assessments, key) ? assessments[key] : undefined;

function isSameFinding(one: Assessment | undefined, other: Assessment): boolean {
  if (one?.finding !== 'adjusted' || other.finding !== 'adjusted') return one?.finding === other.finding;
  return one.reason === other.reason && isSameAnswer(one.answer, other.answer);
}

function withValidation(
  { status }: AssessmentFacts,
  changes: readonly SubmissionChange[],
): readonly SubmissionChange[] {
  return changes.length === 0 || status === 'in-validation' ? changes : [{ kind: 'validation-begun' }, ...changes];
}
