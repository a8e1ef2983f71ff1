/**
 * A section of a questionnaire as a form, or to be read where it cannot be changed: with the rail of all sections, what was wrong,
 * what a stale page would have overwritten, and what was found on the answers.
 * Must never: hold more of other sections than how far they are.
 */
import type { Section } from '../core/survey/questionnaire.js';
import { findingsShown } from '../journeys/answering/findings-shown.js';
import { addressOf } from './addresses.js';
import { type AnsweredView, answeredQuestions } from './answered-view.js';
import { type Conflict, conflictsOf } from './conflicts.js';
import type { Frame } from './frame.js';
import { type FormState, type QuestionView, questionView } from './question-view.js';
import { type NextView, nextUnanswered, type RailView, railView } from './rail-view.js';
import type { Site } from './site.js';
import type { StandView } from './stand-view.js';

/** View model of views/pages/section.ejs. */
export interface SectionPage {
  readonly frame: Frame;
  readonly country: string;
  readonly number: number;
  readonly total: number;
  readonly title: string;
  readonly lead: string;
  readonly period: string;
  readonly stand: StandView | undefined;
  readonly rail: RailView;
  readonly form: SectionForm | undefined;
  /** What is shown where there is no form. */
  readonly answered: readonly AnsweredView[];
  /** Answers that were adjusted, above the form. */
  readonly adjusted: readonly AnsweredView[];
  readonly summary: Summary | undefined;
  readonly conflicts: readonly Conflict[];
  readonly saved: SavedView | undefined;
  readonly next: NextView | undefined;
  readonly after: NextView | undefined;
}

interface SectionForm {
  readonly action: string;
  readonly revision: number;
  readonly takesFiles: boolean;
  readonly questions: readonly QuestionView[];
  /** The last section has none. */
  readonly hasNext: boolean;
  /** For the script: what is asked anywhere, and what is recorded. */
  readonly outline: string;
  readonly answers: string;
  /** For the script: what it says. */
  readonly says: string;
}

/** What stands above the form when something could not be saved. */
export interface Summary {
  readonly heading: string;
  readonly faults: readonly { readonly href: string; readonly text: string }[];
}

export interface SavedView {
  readonly at: string;
  /** What it did to the score; undefined where that is nobody's to see yet. */
  readonly moved:
    | { readonly before: string; readonly after: string; readonly profile: string; readonly pdf: string }
    | undefined;
}

export interface SectionState extends FormState {
  readonly section: Section;
  readonly mayFill: boolean;
  readonly stale: boolean;
  readonly stand: StandView | undefined;
  readonly summary?: Summary;
  readonly saved?: SavedView;
}

export function sectionPage(site: Site, frame: Frame, state: SectionState): SectionPage {
  const { answering, section } = state;
  const { edition, outline, submission } = answering;
  const { sections } = outline.questionnaire;
  const number = sections.findIndex(({ id }) => id === section.id) + 1;
  const after = sections[number];
  const answered = !state.mayFill || hasAdjusted(answering.submission) ? answeredIn(site, state) : [];
  return {
    frame,
    country: submission.country,
    number,
    total: sections.length,
    title: section.title,
    lead: section.lead ?? '',
    period: outline.questionnaire.period ?? '',
    stand: state.stand,
    rail: railView(answering, section.id),
    form: state.mayFill ? formOf(site, state, number < sections.length) : undefined,
    answered: state.mayFill ? [] : answered,
    adjusted: state.mayFill ? answered.filter(({ rows }) => rows.some((row) => row.adjusted !== undefined)) : [],
    summary: state.summary,
    conflicts: state.stale ? conflictsOf(state) : [],
    saved: state.saved,
    next: nextUnanswered(site, answering),
    after:
      after === undefined
        ? undefined
        : {
            label: site.words.say('page.delegate.next-section', { section: after.title }),
            href: addressOf.section(edition.id, submission.country, after.id),
          },
  };
}

const hasAdjusted = ({ assessments }: SectionState['answering']['submission']): boolean =>
  Object.values(assessments).some(({ finding }) => finding === 'adjusted');

function answeredIn(site: Site, { answering, section }: SectionState): readonly AnsweredView[] {
  const { answers, remarks, evidence, assessments, status } = answering.submission;
  const shown = findingsShown(status) ? assessments : {};
  const source = { answers, remarks, evidence, assessments: shown };
  return answeredQuestions(site, answering, { questions: section.questions, source });
}

function formOf({ words }: Site, state: SectionState, hasNext: boolean): SectionForm {
  const { answering, section } = state;
  const { edition, submission } = answering;
  return {
    action: addressOf.section(edition.id, submission.country, section.id),
    revision: submission.revision,
    takesFiles: state.mayAttach,
    questions: section.questions.map((question) => questionView(state, question)),
    hasNext,
    outline: `${addressOf.questionnaire(edition.id)}/outline.json`,
    answers: JSON.stringify(submission.answers),
    says: scriptSays(words),
  };
}

const said = new WeakMap<Site['words'], string>();

/** The same on every page. */
function scriptSays(words: Site['words']): string {
  const says = said.get(words) ?? saidBy(words);
  said.set(words, says);
  return says;
}

/** What the script says, by name; patterns keep their places. */
function saidBy({ say }: Site['words']): string {
  const places = { answered: '{answered}', asked: '{asked}' };
  return JSON.stringify({
    ...Object.fromEntries(SAID.map((name) => [name, say(`page.delegate.live.${name}`)])),
    of: say('page.answer.of', places),
    progress: say('page.answer.progress', places),
    count: say('page.countries.progress', places),
  });
}

const SAID = [
  'saving',
  'saved',
  'unsaved',
  'waiting',
  'refused',
  'differs',
  'away',
  'gone',
  'away-title',
  'away-evidence',
  'signed-out',
  'signed-out-title',
  'sign-in',
  'take-theirs',
  'keep-mine',
  'mine',
  'theirs',
  'too-large',
  'error',
] as const;
