/**
 * Questions with their answers to be read, not filled in: as handed in or as they stand, with what was adjusted beside them, and with
 * evidence, comment and confidence.
 * Must never: show an answer to what is not asked; put an adjusted answer in the place of the country's own.
 */
import { answerWords } from '../core/report/answer-words.js';
import type { Answers } from '../core/survey/answers.js';
import type { DataPoint, Question } from '../core/survey/questionnaire.js';
import { standingOf } from '../core/survey/standing.js';
import { remarkAt } from '../core/workflow/decide-remarks.js';
import type { Assessment, Evidence, Remark } from '../core/workflow/statuses.js';
import type { Answering } from '../journeys/answering/load-answering.js';
import { addressOf } from './addresses.js';
import { type EvidenceView, evidenceViews } from './remark-view.js';
import type { Site } from './site.js';

export interface AnsweredView {
  readonly id: string;
  readonly number: string;
  readonly text: string;
  readonly rows: readonly AnsweredRow[];
  readonly why: string;
  readonly comment: string;
  readonly confidence: string;
  readonly evidence: readonly EvidenceView[];
  readonly history: string;
}

interface AnsweredRow {
  /** '' where the question has one answer only. */
  readonly label: string;
  readonly answer: string;
  readonly isOpen: boolean;
  readonly adjusted: { readonly answer: string; readonly reason: string } | undefined;
}

/** What is read: as it stands, or as it was frozen. */
export interface Source {
  readonly answers: Answers;
  readonly remarks: Readonly<Record<string, Remark>>;
  readonly evidence: readonly Evidence[];
  /** By data point; empty while findings are still being made. */
  readonly assessments: Readonly<Record<string, Assessment>>;
}

/** @param questions with those under them; what is not asked is left out */
export function answeredQuestions(
  { words }: Pick<Site, 'words'>,
  answering: Answering,
  { questions, source }: { readonly questions: readonly Question[]; readonly source: Source },
): readonly AnsweredView[] {
  const { edition, outline, submission } = answering;
  const standing = standingOf(outline, source.answers);
  const rowOf = (point: DataPoint): AnsweredRow => {
    const reading = standing.readings.get(point.key);
    const found = Object.hasOwn(source.assessments, point.key) ? source.assessments[point.key] : undefined;
    return {
      label: [point.rowText, point.columnText].filter((one) => (one ?? '') !== '').join(': '),
      answer: answerWords(words, point.spec, reading),
      isOpen: reading !== undefined && 'missing' in reading && reading.missing === 'not-answered',
      adjusted:
        found?.finding === 'adjusted'
          ? { answer: answerWords(words, point.spec, found.answer), reason: found.reason }
          : undefined,
    };
  };
  const viewOf = (question: Question): readonly AnsweredView[] => {
    const { id, number, text } = question;
    const remark = remarkAt(source.remarks, id);
    const points = (outline.questions.get(id)?.points ?? []).filter(({ key }) => standing.isAsked(key));
    const view: AnsweredView = {
      id,
      number,
      text,
      rows: points.map(rowOf),
      why: remark.why ?? '',
      comment: remark.comment ?? '',
      confidence: remark.confidence === undefined ? '' : words.say(`page.delegate.confidence.${remark.confidence}`),
      evidence: evidenceViews(words, answering, source.evidence, id),
      history: addressOf.questionHistory(edition.id, submission.country, id),
    };
    return [...(points.length === 0 ? [] : [view]), ...question.questions.flatMap(viewOf)];
  };
  return questions.flatMap(viewOf);
}
