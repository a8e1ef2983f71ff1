/**
 * What was typed on a page that comes back, because something in it was wrong or somebody was quicker.
 * Must never: be kept on the server.
 */
import type { Entered } from '../core/survey/read-answer.js';
import type { EnteredRemark } from '../core/workflow/decide-remarks.js';
import type { TypedEvidence } from './form-entries.js';

/** What the page was posted with, where it comes back. */
export interface Typed {
  readonly answers: ReadonlyMap<string, Entered>;
  readonly remarks: ReadonlyMap<string, EnteredRemark>;
  readonly evidence: ReadonlyMap<string, TypedEvidence>;
  /** Sentences by data point, or by question and part of what stands beside the answer. */
  readonly errors: ReadonlyMap<string, readonly string[]>;
}

export const NOTHING_TYPED: Typed = { answers: new Map(), remarks: new Map(), evidence: new Map(), errors: new Map() };
