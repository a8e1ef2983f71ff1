/**
 * What a journey depends on, as one argument. main.ts builds it when a command first asks for it.
 * Must never: hold anything of a request.
 */
import type { Outcome } from '../core/problem.js';
import type { RobustnessJob } from '../core/robustness/edition/job.js';
import type { Robustness } from '../core/robustness/edition/robustness.js';
import type { Words } from '../core/text/words.js';
import type { Library } from '../library/library.js';
import type { EvidenceFiles } from '../store/evidence-files.js';
import type { Store } from '../store/store.js';

/** Who does the work of a robustness run. What was done of a job before, here or before a restart, is not done again. */
export interface Analyst {
  /** Ends with `cancelled` where the signal says so; what was done until then is kept for the next time. */
  readonly analyse: (job: RobustnessJob, watch: Watch) => Promise<Outcome<Robustness>>;
  readonly close: () => Promise<void>;
}

interface Watch {
  /** The share that is done, 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

export interface World {
  readonly library: Library;
  readonly store: Store;
  /** Uploaded evidence, beside the database. */
  readonly evidence: EvidenceFiles;
  readonly words: Words;
  /** Now, as an ISO instant. */
  readonly clock: () => string;
  /** Where people reach the house, without a slash at the end: links in messages begin with it. */
  readonly publicAddress: string;
  /** Whether messages leave by SMTP; without it they stand in the outbox. */
  readonly sendsMail: boolean;
  /** Computes robustness runs off the main thread. */
  readonly analyst: Analyst;
  /** The text of a message that stands in the outbox folder; undefined where there is none. */
  readonly letter?: (id: number) => Promise<string | undefined>;
}
