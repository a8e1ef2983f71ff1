/**
 * The one write: changes, their log and the next revision in one transaction, or nothing. The revision is moved first, which
 * takes the write lock and refuses whoever built on an older one.
 * Must never: merge, decide, or be awaited together with anything but the database.
 */
import Database from 'better-sqlite3';
import type { Kysely, Transaction } from 'kysely';
import { done, type Outcome, refused } from '../core/problem.js';
import type { Change } from '../core/workflow/change.js';
import type { Stamp, Store } from './store.js';
import type { Tables } from './tables.js';

export function makeCommit(writer: Kysely<Tables>): Store['commit'] {
  return async (changes, stamp) => {
    try {
      if (changes.length === 0) return done({ revision: await revisionNow(writer, stamp) });
      return await writer.transaction().execute(async (work): Promise<Outcome<{ readonly revision: number }>> => {
        const revision = stamp.expecting + 1;
        // Nothing was written when the revision had moved on, so there is nothing to take back.
        if (!(await moveOn(work, stamp))) {
          return refused({
            code: 'stale-revision',
            details: { expecting: stamp.expecting, revision: await revisionNow(work, stamp) },
          });
        }
        for (const change of changes) await apply(work, change, stamp);
        await log(work, changes, { ...stamp, revision });
        return done({ revision });
      });
    } catch (error) {
      if (!isEnvironment(error)) throw error;
      return refused({ code: 'store-cannot-write' });
    }
  };
}

type Work = Kysely<Tables> | Transaction<Tables>;

async function revisionNow(db: Work, { edition, country }: Stamp): Promise<number> {
  const row = await db
    .selectFrom('submission')
    .where('edition', '=', edition)
    .where('country', '=', country)
    .select('revision')
    .executeTakeFirst();
  return row?.revision ?? 0;
}

/** Whether the submission still stood at the expected revision and now stands at the next. */
async function moveOn(work: Work, { edition, country, expecting, at }: Stamp): Promise<boolean> {
  if (expecting === 0) {
    const made = await work
      .insertInto('submission')
      .values({ edition, country, revision: 1, saved_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return Number(made.numInsertedOrUpdatedRows ?? 0) === 1;
  }
  const moved = await work
    .updateTable('submission')
    .set({ revision: expecting + 1, saved_at: at })
    .where('edition', '=', edition)
    .where('country', '=', country)
    .where('revision', '=', expecting)
    .executeTakeFirst();
  return Number(moved.numUpdatedRows) === 1;
}

async function apply(work: Work, change: Change, { edition, country }: Stamp): Promise<void> {
  switch (change.kind) {
    case 'answer-recorded': {
      const answer = JSON.stringify(change.answer);
      await work
        .insertInto('answer')
        .values({ edition, country, key: change.key, answer })
        .onConflict((conflict) => conflict.columns(['edition', 'country', 'key']).doUpdateSet({ answer }))
        .execute();
      return;
    }
    case 'answer-withdrawn':
      await work
        .deleteFrom('answer')
        .where('edition', '=', edition)
        .where('country', '=', country)
        .where('key', '=', change.key)
        .execute();
      return;
    default:
      change satisfies never;
  }
}

async function log(
  work: Work,
  changes: readonly Change[],
  stamp: Stamp & { readonly revision: number },
): Promise<void> {
  const { edition, country, by, at, revision } = stamp;
  for (const change of changes) {
    await work
      .insertInto('change_log')
      .values({ edition, country, revision, by, at, change: JSON.stringify(change) })
      .execute();
  }
}

/** A disk that is full or failing, a lock that is held: expected failures of the world, not bugs. */
function isEnvironment(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CORRUPT)/.test(error.code);
}
