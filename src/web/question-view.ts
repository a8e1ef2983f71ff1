/**
 * A question of a section as the form shows it: text, folded guidance, terms, its cells, and the questions under it.
 * Must never: leave out a question because it is not asked; it stands hidden, so that a script can reveal it in place.
 */

import { answerAt } from '../core/survey/answer-at.js';
import type { MatrixRow } from '../core/survey/answer-spec.js';
import { isOpen } from '../core/survey/progress.js';
import { typeOf } from '../core/survey/question-types/index.js';
import type { DataPoint, Question, Questionnaire } from '../core/survey/questionnaire.js';
import type { Entered } from '../core/survey/read-answer.js';
import type { Words } from '../core/text/words.js';
import type { Answering } from '../journeys/answering/load-answering.js';
import { type CellView, cellView } from './cell-view.js';
import { type RemarkView, remarkView } from './remark-view.js';
import type { Typed } from './typed.js';

export interface QuestionView {
  readonly id: string;
  readonly number: string;
  readonly text: string;
  readonly hint: string;
  readonly period: string;
  /** Paragraphs. */
  readonly guidance: readonly string[];
  readonly terms: readonly { readonly term: string; readonly definition: string }[];
  readonly evidence: string;
  /** Names views/questions/<type>.ejs. */
  readonly type: Question['answer']['type'];
  readonly asked: boolean;
  readonly open: boolean;
  /** ISO instant of the last change; '' before the first. */
  readonly savedAt: string;
  readonly faulty: boolean;
  /** One for a simple question. */
  readonly cells: readonly CellView[];
  readonly matrix: MatrixView | undefined;
  /** What stands beside the answer; undefined in a demonstration. */
  readonly remark: RemarkView | undefined;
  readonly questions: readonly QuestionView[];
}

interface MatrixView {
  readonly groups: readonly { readonly title: string; readonly rows: readonly RowView[] }[];
}

interface RowView {
  readonly text: string;
  readonly asked: boolean;
  readonly cells: readonly CellView[];
}

export interface FormState {
  readonly words: Words;
  readonly answering: Answering;
  readonly typed: Typed;
  readonly mayAttach: boolean;
}

export function questionView(state: FormState, question: Question): QuestionView {
  const { words, answering } = state;
  const { outline, standing, savedAt } = answering;
  const points = outline.questions.get(question.id)?.points ?? [];
  const cells = points.map((point) => cellView(words, point, cellState(state, point)));
  const remark = remarkView(state, question);
  const saved = points.flatMap((point) => savedAt.get(point.key) ?? []).sort();
  return {
    id: question.id,
    number: question.number,
    text: question.text,
    hint: question.hint ?? '',
    period: question.period ?? '',
    guidance: paragraphs(question.guidance),
    terms: termsOf(outline.questionnaire, question),
    evidence: evidenceWords(words, question),
    type: question.answer.type,
    asked: standing.isQuestionAsked(question.id),
    open: points.some((point) => isOpen(standing, point.key)),
    savedAt: saved.at(-1) ?? '',
    faulty: cells.some((cell) => cell.errors.length > 0) || (remark !== undefined && isFaulty(remark)),
    cells,
    matrix: question.answer.type === 'matrix' ? matrixView(question.answer.rows, points, cells) : undefined,
    remark,
    questions: question.questions.map((sub) => questionView(state, sub)),
  };
}

/** What stands in the fields of a data point: what was typed, else what is recorded. */
export function enteredAt({ typed, answering }: FormState, { key, spec }: DataPoint): Entered {
  const entered = typed.answers.get(key);
  if (entered !== undefined) return entered;
  const answer = answerAt(answering.submission.answers, key);
  if (answer === undefined) return { values: [] };
  return 'missing' in answer
    ? { values: [], status: answer.missing }
    : { values: typeOf(spec).write(spec, answer.value) };
}

function isFaulty({ comment, why, attach }: RemarkView): boolean {
  return [comment, why, attach].some((one) => one !== undefined && one.errors.length > 0);
}

function cellState(state: FormState, point: DataPoint) {
  const { answering, typed } = state;
  return {
    entered: enteredAt(state, point),
    errors: typed.errors.get(point.key) ?? [],
    asked: answering.standing.isAsked(point.key),
    recorded: answerAt(answering.submission.answers, point.key) !== undefined,
  };
}

/** Rows that follow one another under the same heading stand together; cells come row by row. */
function matrixView(rows: readonly MatrixRow[], points: readonly DataPoint[], cells: readonly CellView[]): MatrixView {
  const perRow = rows.length === 0 ? 0 : points.length / rows.length;
  const groups: { title: string; rows: RowView[] }[] = [];
  rows.forEach((row, at) => {
    const own = cells.slice(at * perRow, (at + 1) * perRow);
    const view = { text: row.text, asked: own.some((cell) => cell.asked), cells: own };
    const last = groups.at(-1);
    if (last !== undefined && last.title === (row.group ?? '')) last.rows.push(view);
    else groups.push({ title: row.group ?? '', rows: [view] });
  });
  return { groups };
}

const paragraphs = (text: string | undefined): readonly string[] =>
  text === undefined ? [] : text.split(/\n\s*\n/).map((one) => one.trim());

function termsOf({ terms }: Questionnaire, question: Question) {
  return terms.filter((term) => question.terms.includes(term.id)).map(({ term, definition }) => ({ term, definition }));
}

function evidenceWords(words: Words, { evidence }: Question): string {
  switch (evidence.rule) {
    case 'none':
      return '';
    case 'optional':
      return words.say('page.evidence.optional');
    case 'required':
      return words.say('page.evidence.required');
  }
}
