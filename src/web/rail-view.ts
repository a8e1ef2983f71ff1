/**
 * The rail beside a section: all sections, how far each is, which are one's own, and the first open question.
 * Must never: count by another definition of progress than `progressOf`.
 */
import type { Answering } from '../journeys/answering/load-answering.js';
import { addressOf } from './addresses.js';
import type { Site } from './site.js';

export interface RailView {
  readonly answered: number;
  readonly asked: number;
  readonly sections: readonly RailItem[];
  /** The last step; undefined in a demonstration. */
  readonly checks: { readonly href: string; readonly current: boolean } | undefined;
}

interface RailItem {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly answered: number;
  readonly asked: number;
  readonly current: boolean;
  /** Whether it may be filled in by whoever is asking; only told apart where some may and some may not. */
  readonly isOwn: boolean;
}

/** @param current id of a section, or `checks` */
export function railView({ edition, outline, progress, submission, may }: Answering, current: string): RailView {
  const { sections } = outline.questionnaire;
  const mine = new Set(sections.filter(({ id }) => may('record-answer', id).ok).map(({ id }) => id));
  const isShared = mine.size > 0 && mine.size < sections.length;
  return {
    answered: progress.answered,
    asked: progress.asked,
    sections: sections.map(({ id, title }) => ({
      id,
      title,
      href: addressOf.section(edition.id, submission.country, id),
      answered: progress.sections.find((one) => one.id === id)?.answered ?? 0,
      asked: progress.sections.find((one) => one.id === id)?.asked ?? 0,
      current: id === current,
      isOwn: isShared && mine.has(id),
    })),
    checks:
      edition.kind === 'collected'
        ? { href: addressOf.checks(edition.id, submission.country), current: current === 'checks' }
        : undefined,
  };
}

export interface NextView {
  readonly label: string;
  readonly href: string;
}

/** The first question that is asked and open, wherever it stands; of the own sections where there are such. */
export function nextUnanswered({ words }: Pick<Site, 'words'>, answering: Answering): NextView | undefined {
  const { edition, outline, standing, submission, may } = answering;
  const point = outline.points.find(({ key, question }) => {
    const reading = standing.readings.get(key);
    const isOpen = reading !== undefined && 'missing' in reading && reading.missing === 'not-answered';
    return isOpen && standing.isAsked(key) && may('record-answer', outline.questions.get(question.id)?.section.id).ok;
  });
  const section = point && outline.questions.get(point.question.id)?.section;
  if (point === undefined || section === undefined) return undefined;
  const href = `${addressOf.section(edition.id, submission.country, section.id)}#${point.question.id}`;
  return { label: words.say('page.answer.next-unanswered', { number: point.question.number }), href };
}

/** The section in which something was answered last, among those that may be filled in; undefined before the first answer. */
export function lastPlace({ words }: Pick<Site, 'words'>, answering: Answering): NextView | undefined {
  const { edition, outline, submission, may } = answering;
  const times = Object.entries(submission.answeredAt).toSorted(([, one], [, other]) => (one < other ? 1 : -1));
  for (const [key] of times) {
    const point = outline.point.get(key);
    const section = point && outline.questions.get(point.question.id)?.section;
    if (point === undefined || section === undefined || !may('record-answer', section.id).ok) continue;
    const href = `${addressOf.section(edition.id, submission.country, section.id)}#${point.question.id}`;
    return { label: words.say('page.delegate.go-on-at', { section: section.title }), href };
  }
  return undefined;
}
