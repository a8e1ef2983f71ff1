/**
 * Who does the work of robustness runs, as those see it who ask for one.
 * Must never: say by what means, or where what is done is kept.
 */
import type { Outcome } from '../../problem.js';
import type { RobustnessAsked } from './asked.js';
import type { RobustnessJob } from './job.js';

/** Who does the work of runs. What was done of a job before, here or before a restart, is not done again. */
export interface Analyst {
  /** What comes of it, a `Robustness`, as JSON: put into words where it was worked out. Ends with `cancelled` where the signal says so; what was done until then is kept for the next time. */
  readonly analyse: (job: RobustnessJob, watch: Watch) => Promise<Outcome<string>>;
  /** What was begun and did not come to an end, the newest first. */
  readonly unfinished: () => Promise<readonly UnfinishedJob[]>;
  readonly close: () => Promise<void>;
}

/** A run that was cancelled, or broke off: the same job asked again goes on with what is kept. */
export interface UnfinishedJob {
  /** sha-256 of the round's canonical JSON. */
  readonly fingerprint: string;
  readonly asked: RobustnessAsked;
  /** Of it that is done, 0 to 1. */
  readonly share: number;
}

export interface Watch {
  /** The share that is done, 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}
