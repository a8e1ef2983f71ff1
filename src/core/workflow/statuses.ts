/**
 * The states an edition and a submission pass through, and the facts that the workflow keeps of each.
 * Must never: know a score.
 */
import type { Answer, Answers } from '../survey/answers.js';

export const SUBMISSION_STATUSES = [
  'not-started',
  'in-progress',
  'submitted',
  'in-validation',
  'returned',
  'validated',
  'signed-off',
  'excluded',
] as const;
export type SubmissionStatus = (typeof SUBMISSION_STATUSES)[number];

export const EDITION_STATUSES = ['preparing', 'collecting', 'validating', 'previewing', 'published'] as const;
export type EditionStatus = (typeof EDITION_STATUSES)[number];

export const CONFIDENCES = ['sure', 'fairly', 'guess'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** What a country adds to its answer of a question: how sure it is, a comment, and why the question does not apply. */
export interface Remark {
  readonly confidence?: Confidence;
  readonly comment?: string;
  /** Why a question is not applicable; asked for at submission. */
  readonly why?: string;
}

/** What supports an answer: an address, or a file kept by the house. */
export interface Evidence {
  /** Random; also the name of the stored file. */
  readonly id: string;
  readonly question: string;
  readonly kind: 'link' | 'file';
  readonly title: string;
  /** BCP 47 tag or the name of the language the document is in. */
  readonly language?: string;
  /** Page or quoted passage. */
  readonly passage?: string;
  /** ISO date of the document. */
  readonly date?: string;
  /** kind link */
  readonly address?: string;
  /** kind file */
  readonly file?: StoredFile;
}

export interface StoredFile {
  /** As the sender named it; only ever shown and sent back as the name of the download. */
  readonly name: string;
  /** Media type found by looking at the content. */
  readonly type: string;
  readonly bytes: number;
  /** sha-256 of the content, in hexadecimal. */
  readonly hash: string;
}

/** The secretariat's finding on an answer. It never overwrites the answer: both stay visible. */
export type Assessment =
  | { readonly finding: 'accepted' }
  | { readonly finding: 'adjusted'; readonly answer: Answer; readonly reason: string };

/** What a country submitted, as it stood at that moment. */
export interface SubmissionSnapshot {
  readonly answers: Answers;
  readonly remarks: Readonly<Record<string, Remark>>;
  readonly evidence: readonly Evidence[];
}

export interface Calendar {
  /** ISO instant until which countries may answer and submit, in UTC; the instant itself is too late. */
  readonly closes?: string;
}
