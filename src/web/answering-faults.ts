/**
 * What was wrong with a page, in the words of its questions: by field, as a list to go through, and for the script.
 * Must never: name a field by its id where it has a number.
 */
import type { Problem } from '../core/problem.js';
import { REASONS } from '../core/survey/answers.js';
import type { Answering } from '../journeys/answering/load-answering.js';
import { fieldId } from './cell-view.js';
import { instantWords } from './instant-words.js';
import { sentenceOf } from './problem-page.js';
import type { Summary } from './section-view.js';
import type { Site } from './site.js';

export function errorsOf(site: Site, problems: readonly Problem[]): ReadonlyMap<string, readonly string[]> {
  const errors = new Map<string, string[]>();
  for (const problem of problems) {
    if (problem.field === undefined || problem.code === 'stale-revision') continue;
    errors.set(problem.field, [...(errors.get(problem.field) ?? []), entrySentence(site, problem)]);
  }
  return errors;
}

export interface Fault {
  /** Data point, or question and part; '' where it is no field's. */
  readonly field: string;
  readonly question: string;
  readonly href: string;
  /** Beside the field. */
  readonly sentence: string;
  /** With the number of the question. */
  readonly text: string;
}

export function faultsOf(site: Site, { outline }: Answering, problems: readonly Problem[]): readonly Fault[] {
  const { words } = site;
  // Many fields may be stale; that is one thing to say.
  const once = problems.filter(
    ({ code }, at) => code !== 'stale-revision' || problems.findIndex((one) => one.code === code) === at,
  );
  return once.map((problem) => {
    const { field = '' } = problem;
    const sentence = entrySentence(site, problem);
    const point = outline.point.get(field);
    const question = point?.question ?? outline.questions.get(field.split('/')[0] ?? '')?.question;
    if (question === undefined || problem.code === 'stale-revision') {
      return { field: '', question: '', href: '#form', sentence, text: sentence };
    }
    const details = { number: question.number, row: point?.rowText ?? '', sentence };
    const text = words.say(point?.rowText === undefined ? 'page.answer.fault' : 'page.answer.fault-row', details);
    const href = point === undefined ? `#${question.id}` : `#${fieldId(point.key)}`;
    return { field, question: question.id, href, sentence, text };
  });
}

export function summaryOf(site: Site, answering: Answering, problems: readonly Problem[]): Summary {
  const faults = faultsOf(site, answering, problems);
  const inFields = faults.some(({ field }) => field !== '');
  const heading = inFields ? 'page.answer.not-saved' : 'page.answer.nothing-saved';
  return { heading: site.words.say(heading, { count: faults.length }), faults };
}

/** A statement is named as the form names it, not by its id; an instant as a date and time. */
export function entrySentence(site: Site, { details, ...problem }: Problem): string {
  const { words } = site;
  const reason = REASONS.find((one) => one === details?.reason);
  const closes = typeof details?.closes === 'string' ? { closes: instantWords(words, details.closes) } : {};
  const named = reason === undefined ? {} : { reason: words.say(`question.reason.${reason}`) };
  return sentenceOf(site, {
    ...problem,
    ...(details === undefined ? {} : { details: { ...details, ...closes, ...named } }),
  });
}
