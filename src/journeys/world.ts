/**
 * What a journey depends on, as one argument. main.ts builds it when a command first asks for it.
 * Must never: hold anything of a request.
 */
import type { Analyst } from '../core/robustness/edition/analyst.js';
import type { Words } from '../core/text/words.js';
import type { Library } from '../library/library.js';
import type { EvidenceFiles } from '../store/evidence-files.js';
import type { Store } from '../store/store.js';

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
