/**
 * One step in the life of an invented submission: what is decided on what stands there, by whom, and when; and what the steps
 * of one country are told from.
 * Must never: commit.
 */
import type { Outcome } from '../../core/problem.js';
import type { Answers } from '../../core/survey/answers.js';
import type { Outline } from '../../core/survey/outline.js';
import type { SubmissionChange } from '../../core/workflow/change.js';
import type { Submission } from '../../store/store.js';
import type { SeedMaterial, SeedState } from './seed-material.js';
import type { SeedPeople } from './seed-people.js';

export interface Step {
  readonly decide: (submission: Submission) => Outcome<readonly SubmissionChange[]>;
  /** Id of an account, or `demonstration`. */
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
}

export interface Telling {
  readonly state: SeedState;
  /** To the whole questionnaire. */
  readonly answers: Answers;
  readonly outline: Outline;
  readonly material: SeedMaterial;
  readonly people: SeedPeople;
  readonly nameOf: (country: string) => string;
  /** ISO instant of the country's first save. */
  readonly first: string;
}
