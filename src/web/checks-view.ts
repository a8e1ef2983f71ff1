/**
 * What is missing or does not fit before submitting, by section, each line leading to its question. Many open parts of one question
 * are one line.
 * Must never: leave out a question in which something is missing.
 */
import { type Check, checkSubmission } from '../core/workflow/check-submission.js';
import type { Answering } from '../journeys/answering/load-answering.js';
import { addressOf } from './addresses.js';
import { entrySentence } from './answering-faults.js';
import { fieldId } from './cell-view.js';
import type { Site } from './site.js';

interface ChecksIn {
  readonly section: string;
  readonly checks: readonly CheckLine[];
}

interface CheckLine {
  readonly number: string;
  readonly question: string;
  readonly href: string;
  /** What is wrong, in the words of the question. */
  readonly text: string;
}

export interface ChecksView {
  /** Prevent submitting. */
  readonly missing: readonly ChecksIn[];
  readonly doubts: readonly ChecksIn[];
  /** How many lines prevent submitting. */
  readonly count: number;
}

export function checksView(site: Site, answering: Answering): ChecksView {
  const { outline, standing, submission } = answering;
  const checks = checkSubmission(outline, standing, submission);
  const at = (level: Check['level']): readonly ChecksIn[] =>
    outline.questionnaire.sections.flatMap(({ id, title }) => {
      const own = checks.filter((one) => one.level === level && sectionOf(answering, one) === id);
      return own.length === 0 ? [] : [{ section: title, checks: linesOf(site, answering, own) }];
    });
  const missing = at('error');
  return { missing, doubts: at('warning'), count: missing.reduce((sum, one) => sum + one.checks.length, 0) };
}

const sectionOf = ({ outline }: Answering, { question }: Check): string | undefined =>
  outline.questions.get(question)?.section.id;

/** Up to so many parts of a question are named; more are counted. */
const NAMED = 2;

function linesOf(site: Site, answering: Answering, checks: readonly Check[]): readonly CheckLine[] {
  const alike = new Map<string, Check[]>();
  for (const check of checks) {
    const name = `${check.question} ${check.problem.code}`;
    alike.set(name, [...(alike.get(name) ?? []), check]);
  }
  return [...alike.values()].flatMap((group) => {
    const lines = group.map((check) => lineOf(site, answering, check));
    const [first] = lines;
    const [check] = group;
    if (first === undefined || check === undefined || group.length <= NAMED) return lines;
    const sentence = entrySentence(site, check.problem);
    return [{ ...first, text: site.words.say('page.delegate.checks.parts', { count: group.length, sentence }) }];
  });
}

function lineOf(site: Site, { edition, outline, submission }: Answering, { question, key, problem }: Check): CheckLine {
  const outlined = outline.questions.get(question);
  const address = addressOf.section(edition.id, submission.country, outlined?.section.id ?? '');
  const row = outline.point.get(key ?? '')?.rowText ?? '';
  return {
    number: outlined?.question.number ?? '',
    question: outlined?.question.text ?? '',
    href: `${address}#${key === undefined ? question : fieldId(key)}`,
    text: [row, entrySentence(site, problem)].filter((one) => one !== '').join(': '),
  };
}
