/**
 * The store's interface: coarse reads that return whole things, and one write. Asynchronous, so that a file and a server
 * look alike. One Kysely implementation stands behind it.
 * Must never: decide anything, hand out a row, be mocked.
 */
import type { Outcome } from '../core/problem.js';
import type { Answers } from '../core/survey/answers.js';
import type { Change } from '../core/workflow/change.js';

export interface Store {
  /** A country's body of answers in an edition; revision 0 and no answers where nothing was recorded yet. */
  readonly submission: (edition: string, country: string) => Promise<Submission>;
  /** All submissions of an edition, sorted by country code. */
  readonly submissions: (edition: string) => Promise<readonly Submission[]>;
  /** Changes with each commit that touches the edition: what is derived from it may be kept until then. */
  readonly editionRevision: (edition: string) => Promise<number>;
  /** What happened to a submission, newest first. */
  readonly history: (edition: string, country: string) => Promise<readonly LoggedChange[]>;
  /** Atomic, logged, and refused with `stale-revision` when the submission has moved on. */
  readonly commit: (changes: readonly Change[], stamp: Stamp) => Promise<Outcome<{ readonly revision: number }>>;
  readonly close: () => Promise<void>;
}

export interface Submission {
  readonly edition: string;
  readonly country: string;
  readonly revision: number;
  readonly answers: Answers;
  /** ISO instant of the last change; absent before the first. */
  readonly savedAt?: string;
}

/** Who, when (ISO instant), and on what revision of the submission the change was based. */
export interface Stamp {
  readonly edition: string;
  readonly country: string;
  readonly by: string;
  readonly at: string;
  readonly expecting: number;
}

export interface LoggedChange {
  readonly change: Change;
  readonly by: string;
  readonly at: string;
  readonly revision: number;
}
