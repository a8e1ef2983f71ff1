/**
 * All that can happen, as one union. Core decides changes; the store applies and logs them, so that the list of changes is
 * the audit trail.
 * Must never: carry more than what happened (who and when stand in the stamp of the commit).
 */
import type { Answer } from '../survey/answers.js';

export type Change =
  | { readonly kind: 'answer-recorded'; readonly key: string; readonly answer: Answer }
  | { readonly kind: 'answer-withdrawn'; readonly key: string };
