/**
 * When a country sees what was found on its answers: once checking is done with, not while findings are still being made.
 * Must never: hide a finding from a country that was given its answers back, or whose answers count as adjusted.
 */
import type { SubmissionStatus } from '../../core/workflow/statuses.js';

export const findingsShown = (status: SubmissionStatus): boolean =>
  status !== 'in-validation' && status !== 'submitted';
