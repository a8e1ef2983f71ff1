/**
 * A country's submission at the reading desk as views/pages/checking.ejs prints it: one section, each answer beside its evidence, what
 * was found, and the fields to adjust it by.
 * Must never: put an adjusted answer in the place of the country's own.
 */

import type { Problem } from '../core/problem.js';
import { answerWords } from '../core/report/answer-words.js';
import { answerAt } from '../core/survey/answer-at.js';
import type { Answer } from '../core/survey/answers.js';
import { typeOf } from '../core/survey/question-types/index.js';
import type { DataPoint, Question, Section } from '../core/survey/questionnaire.js';
import type { Entered } from '../core/survey/read-answer.js';
import { remarkAt } from '../core/workflow/decide-remarks.js';
import type { Assessment } from '../core/workflow/statuses.js';
import type { Checking } from '../journeys/validating/load-checking.js';
import { addressOf } from './addresses.js';
import { type CellView, cellView } from './cell-view.js';
import { errorsAt } from './entry-view.js';
import { type EvidenceView, evidenceViews } from './remark-view.js';
import type { Site } from './site.js';

export interface CheckedQuestion {
  readonly id: string;
  readonly number: string;
  readonly text: string;
  readonly rows: readonly CheckedRow[];
  readonly confidence: string;
  readonly comment: string;
  readonly why: string;
  readonly evidence: readonly EvidenceView[];
  readonly checks: readonly string[];
  readonly history: string;
}

interface CheckedRow {
  readonly key: string;
  readonly label: string;
  /** The country's own. */
  readonly answer: string;
  readonly isOpen: boolean;
  readonly finding: 'none' | Assessment['finding'];
  /** Where it was adjusted. */
  readonly adjusted: string;
  readonly reason: string;
  /** The fields of the form that adjusts it. */
  readonly cell: CellView;
  readonly typedReason: string;
  readonly reasonErrors: readonly string[];
  /** Whether the form was sent with faults, and so stands open. */
  readonly isTyped: boolean;
}

/** The one adjustment that was typed and could not be taken. */
export interface TypedAdjustment {
  readonly key: string;
  readonly entered: Entered;
  readonly reason: string;
  readonly problems: readonly Problem[];
}

export function checkedQuestions(
  site: Site,
  checking: Checking,
  { section, typed }: { readonly section: Section; readonly typed?: TypedAdjustment | undefined },
): readonly CheckedQuestion[] {
  const { words } = site;
  const { answering, checks } = checking;
  const { edition, submission } = answering;
  const viewOf = (question: Question): readonly CheckedQuestion[] => {
    const { id, number, text } = question;
    const remark = remarkAt(submission.remarks, id);
    const points = assessable(checking, question);
    const view: CheckedQuestion = {
      id,
      number,
      text,
      rows: points.map((point) => rowView(site, checking, { point, typed })),
      confidence: remark.confidence === undefined ? '' : words.say(`page.delegate.confidence.${remark.confidence}`),
      comment: remark.comment ?? '',
      why: remark.why ?? '',
      evidence: evidenceViews(words, answering, submission.evidence, id),
      checks: checks
        .filter((one) => one.question === id)
        .map(({ problem }) => words.say(problem.code, problem.details)),
      history: addressOf.questionHistory(edition.id, submission.country, id),
    };
    return [...(points.length === 0 ? [] : [view]), ...question.questions.flatMap(viewOf)];
  };
  return section.questions.flatMap(viewOf);
}

/** What is asked, by the country's answers or with the adjusted ones. */
function assessable({ answering, assessed }: Checking, { id }: Question): readonly DataPoint[] {
  const { outline, standing } = answering;
  const points = outline.questions.get(id)?.points ?? [];
  return points.filter(({ key }) => standing.isAsked(key) || assessed.isAsked(key));
}

/** Data points of a section that the country answered and nobody has looked at yet. */
export function unfound(checking: Checking, section: Section): readonly string[] {
  const { answers, assessments } = checking.answering.submission;
  const keysOf = (question: Question): readonly string[] => [
    ...assessable(checking, question).map(({ key }) => key),
    ...question.questions.flatMap(keysOf),
  ];
  return section.questions
    .flatMap(keysOf)
    .filter((key) => answerAt(answers, key) !== undefined && !Object.hasOwn(assessments, key));
}

interface RowOf {
  readonly point: DataPoint;
  readonly typed: TypedAdjustment | undefined;
}

function rowView({ words }: Site, { answering }: Checking, { point, typed }: RowOf): CheckedRow {
  const { submission, standing } = answering;
  const { key, spec } = point;
  const found = Object.hasOwn(submission.assessments, key) ? submission.assessments[key] : undefined;
  const adjusted = found?.finding === 'adjusted' ? found : undefined;
  const own = answerAt(submission.answers, key);
  const isTyped = typed?.key === key;
  const entered = isTyped ? typed.entered : enteredFrom(point, adjusted?.answer ?? own);
  const problems = isTyped ? typed.problems : [];
  return {
    key,
    label: [point.rowText, point.columnText].filter((one) => (one ?? '') !== '').join(': '),
    answer: answerWords(words, spec, standing.readings.get(key)),
    isOpen: own === undefined,
    finding: found?.finding ?? 'none',
    adjusted: adjusted === undefined ? '' : answerWords(words, spec, adjusted.answer),
    reason: adjusted?.reason ?? '',
    cell: cellView(words, point, { entered, errors: errorsAt(words, problems, key), asked: true, recorded: false }),
    typedReason: isTyped ? typed.reason : (adjusted?.reason ?? ''),
    reasonErrors: errorsAt(words, problems, 'reason'),
    isTyped,
  };
}

function enteredFrom({ spec }: DataPoint, answer: Answer | undefined): Entered {
  if (answer === undefined) return { values: [] };
  return 'missing' in answer
    ? { values: [], status: answer.missing }
    : { values: typeOf(spec).write(spec, answer.value) };
}
