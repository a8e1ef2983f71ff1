/**
 * The questionnaire as data: sections in the order of asking, questions with their sub-questions, what each may be
 * answered with and when it is asked. Written by a survey designer in questionnaire.yaml, checked whole by the library.
 * Must never: know a score, a status or a clock.
 */
import type { AnswerSpec, CellSpec } from './answer-spec.js';
import type { Condition } from './condition.js';

export interface Questionnaire {
  readonly title: string;
  /** BCP 47 tag of the language the texts stand in. */
  readonly language: string;
  /** The time the questions ask about, in words, where no question says otherwise. */
  readonly period?: string;
  readonly introduction?: string;
  readonly terms: readonly Term[];
  readonly sections: readonly Section[];
}

/** A word the questionnaire uses in a defined sense; questions name it by id. */
interface Term {
  readonly id: string;
  readonly term: string;
  readonly definition: string;
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  readonly questions: readonly Question[];
}

export interface Question {
  /** What answers, conditions and indicators refer to: `q70a`. */
  readonly id: string;
  /** What the reader sees: `70a`. */
  readonly number: string;
  readonly text: string;
  /** One short line under the question: how to answer. */
  readonly hint?: string;
  /** What counts and what does not, folded under the question. */
  readonly guidance?: string;
  readonly period?: string;
  /** Ids of defined terms the question relies on. */
  readonly terms: readonly string[];
  readonly answer: AnswerSpec;
  readonly evidence: EvidenceRule;
  /** Statements accepted in place of an answer. */
  readonly allows: readonly AllowedMissing[];
  /** Asked only when this holds; a sub-question is besides asked only when its parent is asked. */
  readonly when?: Condition;
  readonly questions: readonly Question[];
}

type AllowedMissing = 'not-applicable' | 'not-known';

/** Evidence binds at submission, not while typing; `required` names the answers that need it. */
export type EvidenceRule =
  | { readonly rule: 'none' | 'optional' }
  | { readonly rule: 'required'; readonly when: readonly string[] };

/** One answerable cell: a whole simple question, or one cell of a matrix. */
export interface DataPoint {
  /** `q2`, `q24/i10`, `D1/exists`, `q9/rows/columns`: question, then part. */
  readonly key: string;
  readonly question: Question;
  /** '' for a simple question, `row` or `row/column` in a matrix. */
  readonly part: string;
  readonly spec: CellSpec;
  /** Text of the row and of the column, where there are any. */
  readonly rowText?: string;
  readonly columnText?: string;
  /** The cell's own condition, where its matrix row has one. */
  readonly when?: Condition;
}
