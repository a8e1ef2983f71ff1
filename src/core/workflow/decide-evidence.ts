/**
 * Decides what supports an answer: attaching a link or a file, and taking one back.
 * Must never: look into a file (its type was found, and its size counted, before it comes here).
 */
import { done, type Outcome, type Problem, refused } from '../problem.js';
import type { Outline } from '../survey/outline.js';
import { isCalendarDate } from '../survey/question-types/calendar-date.js';
import { addressFault } from '../survey/question-types/web-address.js';
import { withBeginning } from './begin.js';
import type { SubmissionChange } from './change.js';
import { LONGEST_WORDS, readWords, requireWords } from './read-words.js';
import type { Evidence, StoredFile, SubmissionStatus } from './statuses.js';
import { stateProblem } from './wrong-state.js';

export interface EvidenceFacts {
  readonly outline: Outline;
  readonly status: SubmissionStatus;
  /** As attached so far. */
  readonly evidence: readonly Evidence[];
  /** Id of the section the page belongs to; absent for all. */
  readonly section?: string;
  readonly quota: EvidenceQuota;
}

interface EvidenceQuota {
  /** Bytes of one file. */
  readonly perFile: number;
  /** Bytes of all files of the country in the edition. */
  readonly perCountry: number;
  /** Links and files on one question. */
  readonly perQuestion: number;
}

/** As typed, besides the id, which is random, and the file, which is kept already. Either an address or a file. */
export interface EnteredEvidence {
  readonly id: string;
  readonly question: string;
  readonly title: string;
  readonly language?: string;
  readonly passage?: string;
  readonly date?: string;
  readonly address?: string;
  readonly file?: StoredFile;
}

const LONGEST_TITLE = 300;
const LONGEST_LANGUAGE = 60;

/** Problems name `title`, `language`, `passage`, `date`, `address` or `file` as their field. */
export function decideAttachment(facts: EvidenceFacts, entered: EnteredEvidence): Outcome<readonly SubmissionChange[]> {
  const wrong = stateProblem('attach-evidence', facts.status) ?? placeProblem(facts, entered.question);
  if (wrong !== undefined) return refused(wrong);
  const title = requireWords(entered.title, { field: 'title', atMost: LONGEST_TITLE }, 'title-required');
  const language = readWords(entered.language, { field: 'language', atMost: LONGEST_LANGUAGE });
  const passage = readWords(entered.passage, { field: 'passage', atMost: LONGEST_WORDS });
  const date = readDate(entered.date);
  const source = readSource(entered, facts);
  if (!(title.ok && language.ok && passage.ok && date.ok && source.ok)) {
    return refused(...[title, language, passage, date, source].flatMap((read) => (read.ok ? [] : read.problems)));
  }
  const evidence: Evidence = {
    id: entered.id,
    question: entered.question,
    title: title.value,
    ...source.value,
    ...(language.value === undefined ? {} : { language: language.value }),
    ...(passage.value === undefined ? {} : { passage: passage.value }),
    ...(date.value === undefined ? {} : { date: date.value }),
  };
  return done(withBeginning(facts.status, [{ kind: 'evidence-attached', evidence }]));
}

/** Taking back what is not there (any more) changes nothing. */
export function decideWithdrawal(
  { status, evidence }: Pick<EvidenceFacts, 'status' | 'evidence'>,
  id: string,
): Outcome<readonly SubmissionChange[]> {
  const wrong = stateProblem('attach-evidence', status);
  if (wrong !== undefined) return refused(wrong);
  const isThere = evidence.some((one) => one.id === id);
  return done(withBeginning(status, isThere ? [{ kind: 'evidence-withdrawn', id }] : []));
}

function placeProblem({ outline, section, evidence, quota }: EvidenceFacts, question: string): Problem | undefined {
  const outlined = outline.questions.get(question);
  if (outlined === undefined || (section !== undefined && outlined.section.id !== section)) {
    return { code: 'unknown-question', details: { question } };
  }
  const most = quota.perQuestion;
  const isFull = evidence.filter((one) => one.question === question).length >= most;
  return isFull ? { code: 'too-much-evidence', details: { most } } : undefined;
}

type Source = Pick<Evidence, 'kind' | 'address' | 'file'>;

function readSource({ address: typed = '', file }: EnteredEvidence, facts: EvidenceFacts): Outcome<Source> {
  const address = typed.trim();
  if (file === undefined && address === '') return refused({ code: 'evidence-empty', field: 'address' });
  if (file !== undefined && address !== '') return refused({ code: 'evidence-twofold', field: 'address' });
  if (file !== undefined) {
    const wrong = sizeProblem(file, facts);
    return wrong === undefined ? done({ kind: 'file', file }) : refused(wrong);
  }
  const fault = addressFault(address);
  return fault === undefined ? done({ kind: 'link', address }) : refused({ ...fault, field: 'address' });
}

function sizeProblem(file: StoredFile, { evidence, quota }: EvidenceFacts): Problem | undefined {
  if (file.bytes === 0) return { code: 'file-empty', field: 'file' };
  if (file.bytes > quota.perFile) return { code: 'file-too-large', details: megabytes(quota.perFile), field: 'file' };
  const kept = evidence.reduce((sum, one) => sum + (one.file?.bytes ?? 0), 0);
  return kept + file.bytes > quota.perCountry
    ? { code: 'quota-full', details: megabytes(quota.perCountry), field: 'file' }
    : undefined;
}

const megabytes = (bytes: number) => ({ most: Math.floor(bytes / 2 ** 20) });

function readDate(typed = ''): Outcome<string | undefined> {
  const date = typed.trim();
  if (date === '') return done(undefined);
  return isCalendarDate(date) ? done(date) : refused({ code: 'not-a-date', field: 'date' });
}
