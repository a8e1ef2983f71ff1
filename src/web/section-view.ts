/**
 * A section of a questionnaire as a form, with the rail of all sections, what was wrong, and what a stale page would have
 * overwritten.
 * Must never: hold more of other sections than how far they are.
 */
import { answerWords } from '../core/report/answer-words.js';
import { answerAt, isSameAnswer } from '../core/survey/answer-at.js';
import type { Progress } from '../core/survey/progress.js';
import type { DataPoint, Section } from '../core/survey/questionnaire.js';
import { readAnswer } from '../core/survey/read-answer.js';
import type { Answering } from '../journeys/answering.js';
import { addressOf } from './addresses.js';
import { enteredWords, fieldId } from './cell-view.js';
import type { Frame } from './frame.js';
import { enteredAt, type FormState, type QuestionView, questionView } from './question-view.js';
import type { Site } from './site.js';

/** View model of views/pages/section.ejs. */
export interface SectionPage {
  readonly frame: Frame;
  readonly country: string;
  readonly number: number;
  readonly total: number;
  readonly title: string;
  readonly lead: string;
  readonly period: string;
  readonly rail: RailView;
  readonly action: string;
  readonly revision: number;
  readonly questions: readonly QuestionView[];
  readonly summary: Summary | undefined;
  readonly conflicts: readonly Conflict[];
  readonly saved: SavedView | undefined;
  readonly next: { readonly label: string; readonly href: string } | undefined;
  /** The last section has none. */
  readonly hasNext: boolean;
  /** For the script: what is asked anywhere, and what is recorded. */
  readonly outline: string;
  readonly answers: string;
}

export interface RailView {
  readonly answered: number;
  readonly asked: number;
  readonly sections: readonly RailItem[];
}

interface RailItem {
  readonly title: string;
  readonly href: string;
  readonly answered: number;
  readonly asked: number;
  readonly current: boolean;
}

/** What stands above the form when something could not be saved. */
export interface Summary {
  readonly heading: string;
  readonly faults: readonly { readonly href: string; readonly text: string }[];
}

interface Conflict {
  readonly number: string;
  readonly text: string;
  readonly mine: string;
  readonly theirs: string;
  readonly href: string;
}

export interface SavedView {
  readonly at: string;
  readonly before: string;
  readonly after: string;
  readonly profile: string;
  readonly pdf: string;
}

export interface SectionState extends FormState {
  readonly section: Section;
  readonly stale: boolean;
  readonly summary?: Summary;
  readonly saved?: SavedView;
}

export function sectionPage({ words }: Site, frame: Frame, state: SectionState): SectionPage {
  const { answering, section } = state;
  const { edition, outline, submission } = answering;
  const { sections } = outline.questionnaire;
  const number = sections.findIndex(({ id }) => id === section.id) + 1;
  return {
    frame,
    country: submission.country,
    number,
    total: sections.length,
    title: section.title,
    lead: section.lead ?? '',
    period: outline.questionnaire.period ?? '',
    rail: railView(answering, section.id),
    action: addressOf.section(edition.id, submission.country, section.id),
    revision: submission.revision,
    questions: section.questions.map((question) => questionView(state, question)),
    summary: state.summary,
    conflicts: state.stale ? conflictsOf(state) : [],
    saved: state.saved,
    next: nextUnanswered(words.say, answering),
    hasNext: number < sections.length,
    outline: `${addressOf.questionnaire(edition.id)}/outline.json`,
    answers: JSON.stringify(submission.answers),
  };
}

export function railView({ edition, outline, progress, submission }: Answering, current: string): RailView {
  const count = (id: string): Progress['sections'][number] | undefined =>
    progress.sections.find((one) => one.id === id);
  return {
    answered: progress.answered,
    asked: progress.asked,
    sections: outline.questionnaire.sections.map(({ id, title }) => ({
      title,
      href: addressOf.section(edition.id, submission.country, id),
      answered: count(id)?.answered ?? 0,
      asked: count(id)?.asked ?? 0,
      current: id === current,
    })),
  };
}

/** The first question that is asked and open, wherever it stands. */
export function nextUnanswered(say: Site['words']['say'], { edition, outline, progress, submission }: Answering) {
  const point = outline.point.get(progress.nextUnanswered ?? '');
  const section = point && outline.questions.get(point.question.id)?.section;
  if (point === undefined || section === undefined) return undefined;
  const href = `${addressOf.section(edition.id, submission.country, section.id)}#${point.question.id}`;
  return { label: say('page.answer.next-unanswered', { number: point.question.number }), href };
}

/** Data points of the page where somebody else saved what differs from what was typed. */
function conflictsOf(state: SectionState): readonly Conflict[] {
  const { answering, typed, words } = state;
  const { outline, submission } = answering;
  return [...typed.entered.keys()].flatMap((key): Conflict[] => {
    const point = outline.point.get(key);
    if (point === undefined || !differs(state, point)) return [];
    const theirs = answerAt(submission.answers, key);
    return [
      {
        number: point.question.number,
        text: point.rowText ?? point.question.text,
        mine: enteredWords(words, point, enteredAt(state, point)),
        theirs: answerWords(words, point.spec, theirs),
        href: `#${fieldId(key)}`,
      },
    ];
  });
}

function differs(state: SectionState, point: DataPoint): boolean {
  const typed = readAnswer(point, enteredAt(state, point));
  return !typed.ok || !isSameAnswer(typed.value, answerAt(state.answering.submission.answers, point.key));
}
