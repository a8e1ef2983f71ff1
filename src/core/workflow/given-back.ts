/**
 * Whether the secretariat has given a submission back to its country, so that it may be worked on after the collection.
 * Must never: take a country that is merely late for one that was asked to correct something.
 */
import type { SubmissionStatus } from './statuses.js';

export interface GivenBackFacts {
  readonly status: SubmissionStatus;
  /** The words of the last return, reopening, exclusion or readmission; a submission nobody gave back has none. */
  readonly reason?: string;
}

export const isGivenBack = ({ status, reason }: GivenBackFacts): boolean =>
  status === 'returned' || (status === 'in-progress' && reason !== undefined);
