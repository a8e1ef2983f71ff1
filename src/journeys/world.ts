/**
 * What a journey depends on, as one argument. main.ts builds it when a command first asks for it.
 * Must never: hold anything of a request.
 */
import type { Words } from '../core/text/words.js';
import type { Library } from '../library/library.js';
import type { Store } from '../store/store.js';

export interface World {
  readonly library: Library;
  readonly store: Store;
  readonly words: Words;
  /** Now, as an ISO instant. */
  readonly clock: () => string;
}
