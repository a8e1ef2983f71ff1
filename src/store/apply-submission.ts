/**
 * What each change makes of a submission's tables.
 * Must never: decide whether a change may happen.
 */
import { sql } from 'kysely';
import type { Change } from '../core/workflow/change.js';
import type { SubmissionStatus } from '../core/workflow/statuses.js';
import { applyToParts } from './apply-parts.js';
import { misplaced, type StampOf } from './subject.js';
import type { Work } from './tables.js';

export async function applySubmissionChange(work: Work, change: Change, stamp: StampOf<'submission'>): Promise<void> {
  switch (change.kind) {
    case 'submission-begun':
      return put(work, stamp, { status: 'in-progress' });
    case 'submission-submitted':
      await keepSnapshot(work, change, stamp);
      return put(work, stamp, { status: 'submitted', asks_reopening: 0 });
    case 'reopening-asked':
      return put(work, stamp, { reason: change.reason, asks_reopening: 1 });
    case 'submission-reopened':
      return reopen(work, change.reason, stamp);
    case 'validation-begun':
      return put(work, stamp, { status: 'in-validation' });
    case 'submission-returned':
      return put(work, stamp, { status: 'returned', reason: change.reason, asks_reopening: 0 });
    case 'submission-validated':
      return put(work, stamp, { status: 'validated' });
    case 'submission-signed-off':
      return put(work, stamp, { status: 'signed-off' });
    case 'submission-excluded':
      return put(work, stamp, { status: 'excluded', reason: change.reason, asks_reopening: 0 });
    case 'submission-readmitted':
      return put(work, stamp, { status: 'in-progress', reason: change.reason });
    default:
      if (!(await applyToParts(work, change, stamp))) throw misplaced(change, stamp.subject);
  }
}

interface Standing {
  readonly status?: SubmissionStatus;
  readonly reason?: string;
  readonly asks_reopening?: number;
}

async function put(work: Work, { subject }: StampOf<'submission'>, standing: Standing): Promise<void> {
  await work
    .updateTable('submission')
    .set(standing)
    .where('edition', '=', subject.edition)
    .where('country', '=', subject.country)
    .execute();
}

/** What was validated goes back to validation, all else to the country. */
async function reopen(work: Work, reason: string, { subject }: StampOf<'submission'>): Promise<void> {
  await work
    .updateTable('submission')
    .set({
      reason,
      asks_reopening: 0,
      status: sql<SubmissionStatus>`case when status in ('validated', 'signed-off') then 'in-validation' else 'in-progress' end`,
    })
    .where('edition', '=', subject.edition)
    .where('country', '=', subject.country)
    .execute();
}

async function keepSnapshot(
  work: Work,
  { snapshot, hash }: Extract<Change, { kind: 'submission-submitted' }>,
  { subject, by, at, expecting }: StampOf<'submission'>,
): Promise<void> {
  const { edition, country } = subject;
  await work
    .insertInto('submission_snapshot')
    .values({ edition, country, revision: expecting + 1, snapshot: JSON.stringify(snapshot), hash, by, at })
    .execute();
}
