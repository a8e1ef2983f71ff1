/**
 * All that can happen, as one union. Core decides changes; the store applies and logs them, so that the list of changes is
 * the audit trail.
 * Must never: carry more than what happened (who and when stand in the stamp of the commit).
 */
import type { Answer } from '../survey/answers.js';
import type { Grant } from './roles.js';
import type { Assessment, Calendar, EditionStatus, Evidence, Remark, SubmissionSnapshot } from './statuses.js';

export type Change = SubmissionChange | EditionChange | AccountChange | RobustnessChange;

/** What happens to one country's submission in an edition. */
export type SubmissionChange =
  | AnswerChange
  /** An empty remark takes the earlier one back. */
  | { readonly kind: 'remark-recorded'; readonly question: string; readonly remark: Remark }
  | { readonly kind: 'evidence-attached'; readonly evidence: Evidence }
  | { readonly kind: 'evidence-withdrawn'; readonly id: string }
  | { readonly kind: 'submission-begun' }
  /** `hash` is the sha-256 of the snapshot's canonical JSON. */
  | { readonly kind: 'submission-submitted'; readonly snapshot: SubmissionSnapshot; readonly hash: string }
  | { readonly kind: 'reopening-asked'; readonly reason: string }
  | { readonly kind: 'submission-reopened'; readonly reason: string }
  | { readonly kind: 'validation-begun' }
  | { readonly kind: 'submission-returned'; readonly reason: string }
  | { readonly kind: 'answer-assessed'; readonly key: string; readonly assessment: Assessment }
  | { readonly kind: 'assessment-withdrawn'; readonly key: string }
  | { readonly kind: 'submission-validated' }
  | { readonly kind: 'submission-signed-off' }
  | { readonly kind: 'submission-excluded'; readonly reason: string }
  | { readonly kind: 'submission-readmitted'; readonly reason: string };

export type AnswerChange =
  | { readonly kind: 'answer-recorded'; readonly key: string; readonly answer: Answer }
  | { readonly kind: 'answer-withdrawn'; readonly key: string };

/** What happens to an edition that is run here. */
export type EditionChange =
  | { readonly kind: 'edition-created'; readonly facts: EditionFactsSet; readonly definition: FrozenDefinition }
  | { readonly kind: 'edition-countries-set'; readonly countries: readonly string[] }
  | { readonly kind: 'edition-groups-set'; readonly groups: readonly EditionGroup[]; readonly mainGroup: string }
  | { readonly kind: 'edition-calendar-set'; readonly calendar: Calendar }
  | { readonly kind: 'edition-moved'; readonly to: EditionStatus }
  /** The first publication is revision 1; a later one says in its public note what was corrected. `snapshot` is canonical JSON. */
  | {
      readonly kind: 'edition-published';
      readonly number: number;
      readonly note: string;
      readonly snapshot: string;
      readonly hash: string;
    };

export interface EditionFactsSet {
  readonly title: string;
  readonly series: string;
  readonly year: number;
  /** True where countries and answers are invented; a banner says so everywhere. */
  readonly invented: boolean;
}

/** The files of a definition as they were when the edition was made: later changes of the library do not reach it. */
export interface FrozenDefinition {
  readonly id: string;
  readonly hash: string;
  /** File name → text. */
  readonly files: Readonly<Record<string, string>>;
}

export interface EditionGroup {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  /** ISO date on which the membership stood so. */
  readonly on: string;
  readonly countries: readonly string[];
}

/** What happens to an account. Secrets are here only as hashes, and the log keeps not even those. */
export type AccountChange =
  | { readonly kind: 'account-created'; readonly email: string; readonly name: string }
  | { readonly kind: 'role-granted'; readonly grant: Grant }
  | { readonly kind: 'role-withdrawn'; readonly grant: Grant }
  | {
      readonly kind: 'link-issued';
      readonly purpose: LinkPurpose;
      readonly tokenHash: string;
      readonly expires: string;
    }
  /** Uses the link up. */
  | { readonly kind: 'password-set'; readonly passwordHash: string; readonly tokenHash?: string }
  /** All sessions of the account end. */
  | { readonly kind: 'signed-out-everywhere' }
  | { readonly kind: 'account-disabled' }
  | { readonly kind: 'account-enabled' };

export type LinkPurpose = 'invitation' | 'reset';

/** What is found out about the results of an edition, whoever runs it: it moves no answer and no setting. */
export interface RobustnessChange {
  readonly kind: 'robustness-stored';
  readonly number: number;
  /** sha-256 of the round it was computed from: it holds for results of just this round. */
  readonly fingerprint: string;
  /** JSON, and its sha-256. */
  readonly result: string;
  readonly hash: string;
}
