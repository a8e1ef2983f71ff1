/**
 * What the first entry brings with it: a submission that was not started, or was returned, is in progress from then on.
 * Must never: begin what nothing was entered in.
 */
import type { SubmissionChange } from './change.js';
import type { SubmissionStatus } from './statuses.js';

export function withBeginning(
  status: SubmissionStatus,
  changes: readonly SubmissionChange[],
): readonly SubmissionChange[] {
  return changes.length === 0 || status === 'in-progress' ? changes : [{ kind: 'submission-begun' }, ...changes];
}
