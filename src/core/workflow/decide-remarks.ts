/**
 * Decides what is remarked on questions: how sure the country is, a comment, and why a question does not apply to it.
 * Must never: record what has not changed; touch a part of a remark that was not on the page.
 */
import { done, type Outcome, type Problem, refused } from '../problem.js';
import type { Outline } from '../survey/outline.js';
import { withBeginning } from './begin.js';
import type { SubmissionChange } from './change.js';
import type { EntriesDecision } from './decide-answers.js';
import { LONGEST_WORDS, readWords } from './read-words.js';
import { CONFIDENCES, type Confidence, type Remark, type SubmissionStatus } from './statuses.js';
import { stateProblem } from './wrong-state.js';

export interface RemarkFacts {
  readonly outline: Outline;
  /** As recorded, by question. */
  readonly remarks: Readonly<Record<string, Remark>>;
  readonly status: SubmissionStatus;
  /** Id of the section the page belongs to; absent for all. */
  readonly section?: string;
}

/** Fields as they were typed; an absent one was not on the page, an empty one takes that part back. */
export interface EnteredRemark {
  readonly confidence?: string;
  readonly comment?: string;
  readonly why?: string;
}

/** @param entered by question; problems name `question/confidence`, `question/comment` or `question/why` as the field */
export function decideRemarks(facts: RemarkFacts, entered: ReadonlyMap<string, EnteredRemark>): EntriesDecision {
  const wrong = stateProblem('record-answer', facts.status);
  if (wrong !== undefined) return { changes: [], problems: [wrong] };
  const changes: SubmissionChange[] = [];
  const problems: Problem[] = [];
  for (const [question, fields] of entered) {
    if (!isHere(facts, question)) {
      problems.push({ code: 'unknown-question', details: { question }, field: question });
      continue;
    }
    const before = remarkAt(facts.remarks, question);
    const read = readRemark(question, before, fields);
    problems.push(...read.problems);
    if (!isSameRemark(before, read.remark)) changes.push({ kind: 'remark-recorded', question, remark: read.remark });
  }
  return { changes: withBeginning(facts.status, changes), problems };
}

/** The recorded remark of a question; empty where there is none. */
export function remarkAt(remarks: Readonly<Record<string, Remark>>, question: string): Remark {
  return (Object.hasOwn(remarks, question) ? remarks[question] : undefined) ?? {};
}

function isHere({ outline, section }: RemarkFacts, question: string): boolean {
  const outlined = outline.questions.get(question);
  return outlined !== undefined && (section === undefined || outlined.section.id === section);
}

/** A faulty part stays as it was. */
function readRemark(question: string, before: Remark, entered: EnteredRemark) {
  const problems: Problem[] = [];
  const part = <T>(earlier: T | undefined, read: Outcome<T | undefined> | undefined): T | undefined => {
    if (read === undefined) return earlier;
    if (read.ok) return read.value;
    problems.push(...read.problems);
    return earlier;
  };
  const words = (name: 'comment' | 'why') =>
    entered[name] === undefined
      ? undefined
      : readWords(entered[name], { field: `${question}/${name}`, atMost: LONGEST_WORDS });
  const confidence = part(before.confidence, readConfidence(entered.confidence, `${question}/confidence`));
  const comment = part(before.comment, words('comment'));
  const why = part(before.why, words('why'));
  const remark: Remark = {
    ...(confidence === undefined ? {} : { confidence }),
    ...(comment === undefined ? {} : { comment }),
    ...(why === undefined ? {} : { why }),
  };
  return { remark, problems };
}

function readConfidence(typed: string | undefined, field: string): Outcome<Confidence | undefined> | undefined {
  if (typed === undefined) return undefined;
  if (typed === '') return done(undefined);
  const known = CONFIDENCES.find((confidence) => confidence === typed);
  return known === undefined ? refused({ code: 'unknown-confidence', field }) : done(known);
}

const isSameRemark = (one: Remark, other: Remark): boolean =>
  one.confidence === other.confidence && one.comment === other.comment && one.why === other.why;
