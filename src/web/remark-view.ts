/**
 * What stands beside an answer, folded away until it is needed: evidence, a comment, how sure the country is, and why a question
 * does not apply.
 * Must never: show a file as anything but a link to its download.
 */
import type { Question } from '../core/survey/questionnaire.js';
import type { Words } from '../core/text/words.js';
import { remarkAt } from '../core/workflow/decide-remarks.js';
import { CONFIDENCES, type Evidence } from '../core/workflow/statuses.js';
import type { Answering } from '../journeys/answering/load-answering.js';
import { addressOf } from './addresses.js';
import { NO_EVIDENCE, type TypedEvidence } from './form-entries.js';
import type { Typed } from './typed.js';

export interface RemarkView {
  readonly question: string;
  readonly confidences: readonly { readonly value: string; readonly label: string; readonly checked: boolean }[];
  readonly comment: FieldView;
  readonly why: FieldView;
  /** Whether the question may be stated not to apply. */
  readonly asksWhy: boolean;
  readonly evidence: readonly EvidenceView[];
  /** The fields to attach something by; undefined where nobody may. */
  readonly attach: AttachView | undefined;
  /** What is in the fold, in a few words; '' where nothing is. */
  readonly inside: string;
  readonly isOpen: boolean;
  readonly history: string;
}

interface FieldView {
  readonly text: string;
  readonly errors: readonly string[];
}

interface AttachView {
  readonly typed: TypedEvidence;
  /** With the name of their field. */
  readonly errors: readonly string[];
}

export interface EvidenceView {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  /** Type and size of a file, language, page, date: one line. */
  readonly facts: string;
  readonly passage: string;
}

export interface RemarkState {
  readonly words: Words;
  readonly answering: Answering;
  readonly typed: Typed;
  readonly mayAttach: boolean;
}

/** Undefined where the page is a demonstration's, which everybody may fill in and nobody has to answer for. */
export function remarkView(state: RemarkState, question: Question): RemarkView | undefined {
  const { words, answering, typed, mayAttach } = state;
  const { edition, submission } = answering;
  if (edition.kind !== 'collected') return undefined;
  const { id } = question;
  const remark = { ...remarkAt(submission.remarks, id), ...typed.remarks.get(id) };
  const evidence = evidenceViews(words, answering, submission.evidence, id);
  const at = (part: string): readonly string[] => typed.errors.get(`${id}/${part}`) ?? [];
  const attachErrors = ['title', 'address', 'language', 'passage', 'date', 'file'].flatMap((name) =>
    at(`evidence/${name}`),
  );
  const isTyped = typed.evidence.has(id);
  const inside = [
    ...(evidence.length === 0 ? [] : [words.say('page.delegate.evidence-count', { count: evidence.length })]),
    ...((remark.comment ?? '') === '' ? [] : [words.say('page.delegate.commented')]),
    ...((remark.confidence ?? '') === '' ? [] : [words.say(`page.delegate.confidence.${remark.confidence}`)]),
  ];
  return {
    question: id,
    confidences: ['', ...CONFIDENCES].map((value) => ({
      value,
      label: words.say(`page.delegate.confidence.${value === '' ? 'unsaid' : value}`),
      checked: (remark.confidence ?? '') === value,
    })),
    comment: { text: remark.comment ?? '', errors: at('comment') },
    why: { text: remark.why ?? '', errors: at('why') },
    asksWhy: question.allows.includes('not-applicable'),
    evidence,
    attach: mayAttach ? { typed: typed.evidence.get(id) ?? NO_EVIDENCE, errors: attachErrors } : undefined,
    inside: inside.join(' · '),
    isOpen: isTyped || attachErrors.length > 0 || at('comment').length > 0,
    history: addressOf.questionHistory(edition.id, submission.country, id),
  };
}

export function evidenceViews(
  words: Words,
  { edition, submission }: Pick<Answering, 'edition' | 'submission'>,
  evidence: readonly Evidence[],
  question: string,
): readonly EvidenceView[] {
  return evidence
    .filter((one) => one.question === question)
    .map((one) => ({
      id: one.id,
      title: one.title,
      href: one.file === undefined ? (one.address ?? '') : addressOf.evidence(edition.id, submission.country, one.id),
      facts: factsOf(words, one),
      passage: one.passage ?? '',
    }));
}

function factsOf(words: Words, { file, address, language, date }: Evidence): string {
  const source =
    file === undefined
      ? hostOf(address ?? '')
      : words.say('page.delegate.file-facts', { name: file.name, size: words.number(file.bytes / 2 ** 20, 1) });
  return [source, language ?? '', date === undefined ? '' : words.date(date)].filter((one) => one !== '').join(' · ');
}

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : address);
