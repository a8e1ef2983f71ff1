/**
 * All that is missing or inconsistent in a submission, in the order of asking: the checks page before submitting shows it, and
 * submitting is refused by the errors in it.
 * Must never: look at what is not asked.
 */
import type { Problem } from '../problem.js';
import { checkAnswers, needsEvidence } from '../survey/check-answers.js';
import type { Outline } from '../survey/outline.js';
import type { OutlinedQuestion } from '../survey/outlined-question.js';
import type { Standing } from '../survey/standing.js';
import { remarkAt } from './decide-remarks.js';
import type { Evidence, Remark } from './statuses.js';

export interface Check {
  readonly problem: Problem;
  /** Id of the question. */
  readonly question: string;
  /** The data point, where the check concerns one. */
  readonly key?: string;
  /** Errors prevent submitting, warnings are for a last look. */
  readonly level: 'error' | 'warning';
}

export interface Checked {
  readonly remarks: Readonly<Record<string, Remark>>;
  readonly evidence: readonly Evidence[];
}

export function checkSubmission(outline: Outline, standing: Standing, submission: Checked): readonly Check[] {
  const faults = checkAnswers(outline, standing);
  return [...outline.questions.values()]
    .filter(({ question }) => standing.isQuestionAsked(question.id))
    .flatMap((outlined) => [
      ...faults.flatMap((problem) => atPoint(outlined, problem)),
      ...atQuestion(outlined, standing, submission),
    ]);
}

function atPoint({ question, points }: OutlinedQuestion, problem: Problem): readonly Check[] {
  const point = points.find(({ key }) => key === problem.field);
  return point === undefined ? [] : [{ problem, question: question.id, key: point.key, level: 'error' }];
}

function atQuestion(outlined: OutlinedQuestion, standing: Standing, { remarks, evidence }: Checked): readonly Check[] {
  const { id, number } = outlined.question;
  const remark = remarkAt(remarks, id);
  const check = (code: string, level: Check['level']): Check => ({
    problem: { code, details: { number } },
    question: id,
    level,
  });
  const checks: Check[] = [];
  if (needsEvidence(outlined, standing) && !evidence.some(({ question }) => question === id)) {
    checks.push(check('evidence-required', 'error'));
  }
  if (isNotApplicable(outlined, standing) && remark.why === undefined) checks.push(check('why-required', 'error'));
  if (remark.confidence === 'guess') checks.push(check('answer-guessed', 'warning'));
  return checks;
}

function isNotApplicable({ points }: OutlinedQuestion, standing: Standing): boolean {
  return points.some(({ key }) => {
    const reading = standing.readings.get(key);
    return (
      standing.isAsked(key) && reading !== undefined && 'missing' in reading && reading.missing === 'not-applicable'
    );
  });
}
