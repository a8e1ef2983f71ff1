/**
 * The one write of subjects: changes, messages, log and the next revision, all or nothing. The revision is moved first, which
 * refuses whoever built on an older one.
 * Must never: merge, decide, or be awaited together with anything but the database.
 */
import { done, type Outcome, type Problem, refused } from '../core/problem.js';
import type { Change } from '../core/workflow/change.js';
import { applyAccountChange } from './apply-account.js';
import { applyEditionChange } from './apply-edition.js';
import { applySubmissionChange } from './apply-submission.js';
import { appendToLog } from './change-log.js';
import { isEnvironmentFault } from './environment-fault.js';
import { queueMessage } from './outbox.js';
import { moveOn, revisionNow } from './revision.js';
import { applyRobustnessChange } from './robustness-results.js';
import type { Stamp, Store } from './store.js';
import type { Work } from './tables.js';
import type { TakeTurn } from './take-turns.js';

export function makeCommit(reader: Work, takeTurn: TakeTurn): Store['commit'] {
  return async (changes, stamp) => {
    try {
      if (changes.length === 0) return done({ revision: await revisionNow(reader, stamp.subject) });
      return await takeTurn((work) => write(work, changes, stamp));
    } catch (error) {
      if (!isEnvironmentFault(error)) throw error;
      return refused({ code: 'store-cannot-write' });
    }
  };
}

async function write(
  work: Work,
  changes: readonly Change[],
  stamp: Stamp,
): Promise<Outcome<{ readonly revision: number }>> {
  const moved = await moveOn(work, changes, stamp);
  if (!moved.ok) return moved;
  for (const change of changes) {
    const problem = await apply(work, change, stamp);
    if (problem !== undefined) return refused(problem);
  }
  for (const message of stamp.messages ?? []) await queueMessage(work, message, stamp.at);
  const { revision } = moved.value;
  await appendToLog(work, changes, { ...stamp, revision });
  return done({ revision });
}

/** A problem where the change cannot be applied any more; the whole commit is then refused. */
async function apply(work: Work, change: Change, stamp: Stamp): Promise<Problem | undefined> {
  const { subject } = stamp;
  switch (subject.kind) {
    case 'submission':
      await applySubmissionChange(work, change, { ...stamp, subject });
      return undefined;
    case 'edition':
      await applyEditionChange(work, change, { ...stamp, subject });
      return undefined;
    case 'account':
      return applyAccountChange(work, change, { ...stamp, subject });
    case 'robustness':
      await applyRobustnessChange(work, change, { ...stamp, subject });
      return undefined;
  }
}
