/**
 * Revisions: where a subject stands, and moving it on from the revision a change was based on.
 * Must never: move a subject on that stands elsewhere than expected.
 */
import { done, type Outcome, refused } from '../core/problem.js';
import type { Change } from '../core/workflow/change.js';
import { createAccount } from './apply-account.js';
import { createEdition } from './apply-edition.js';
import { lastNumber } from './robustness-results.js';
import type { Stamp, Subject } from './store.js';
import type { StampOf, SubjectOf } from './subject.js';
import type { Work } from './tables.js';

/** 0 for what does not stand yet. */
export async function revisionNow(db: Work, subject: Subject): Promise<number> {
  const row = await rowOf(db, subject);
  return row?.revision ?? 0;
}

function rowOf(db: Work, subject: Subject): Promise<{ readonly revision: number } | undefined> {
  switch (subject.kind) {
    case 'submission':
      return db
        .selectFrom('submission')
        .where('edition', '=', subject.edition)
        .where('country', '=', subject.country)
        .select('revision')
        .executeTakeFirst();
    case 'edition':
      return db.selectFrom('edition').where('id', '=', subject.edition).select('revision').executeTakeFirst();
    case 'account':
      return db.selectFrom('account').where('id', '=', subject.account).select('revision').executeTakeFirst();
    case 'robustness':
      return lastNumber(db, subject.edition);
  }
}

/** Refused with `stale-revision` where the subject has moved on, or with what else stands in the way of making it. */
export async function moveOn(
  work: Work,
  changes: readonly Change[],
  stamp: Stamp,
): Promise<Outcome<{ readonly revision: number }>> {
  const moved = await tryToMove(work, changes[0], stamp);
  if (!moved.ok) return moved;
  if (moved.value) return done({ revision: stamp.expecting + 1 });
  const revision = await revisionNow(work, stamp.subject);
  return refused({ code: 'stale-revision', details: { expecting: stamp.expecting, revision } });
}

async function tryToMove(work: Work, first: Change | undefined, stamp: Stamp): Promise<Outcome<boolean>> {
  const { subject, expecting } = stamp;
  // Its last row is its revision: the change itself moves it on, and who writes here writes alone.
  if (subject.kind === 'robustness') return done((await revisionNow(work, subject)) === expecting);
  return expecting === 0 ? begin(work, first, stamp) : done(await step(work, { ...stamp, subject }));
}

/** Whether the subject was not there yet and now is. */
async function begin(work: Work, first: Change | undefined, stamp: Stamp): Promise<Outcome<boolean>> {
  const { subject } = stamp;
  if (subject.kind === 'submission') return done(await beginSubmission(work, { ...stamp, subject }));
  if (subject.kind === 'edition' && first?.kind === 'edition-created') {
    return done(await createEdition(work, first, subject.edition));
  }
  if (subject.kind === 'account' && first?.kind === 'account-created') {
    return createAccount(work, first, subject.account);
  }
  // Nothing stands at revision 0 that was not created: whoever expects that has not looked.
  return done(false);
}

async function beginSubmission(work: Work, { subject, at }: StampOf<'submission'>): Promise<boolean> {
  const { edition, country } = subject;
  const made = await work
    .insertInto('submission')
    .values({ edition, country, revision: 1, saved_at: at, status: 'not-started', reason: null, asks_reopening: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(made.numInsertedOrUpdatedRows ?? 0) === 1;
}

/** Whether the subject still stood at the expected revision and now stands at the next. */
async function step(work: Work, { subject, expecting, at }: Stamp & { readonly subject: Stored }): Promise<boolean> {
  const moved = await stepOf(work, subject, { expecting, at });
  return Number(moved.numUpdatedRows) === 1;
}

/** What has a row that says where it stands. */
type Stored = Exclude<Subject, SubjectOf<'robustness'>>;

function stepOf(work: Work, subject: Stored, { expecting, at }: Pick<Stamp, 'expecting' | 'at'>) {
  const revision = expecting + 1;
  switch (subject.kind) {
    case 'submission':
      return work
        .updateTable('submission')
        .set({ revision, saved_at: at })
        .where('edition', '=', subject.edition)
        .where('country', '=', subject.country)
        .where('revision', '=', expecting)
        .executeTakeFirst();
    case 'edition':
      return work
        .updateTable('edition')
        .set({ revision })
        .where('id', '=', subject.edition)
        .where('revision', '=', expecting)
        .executeTakeFirst();
    case 'account':
      return work
        .updateTable('account')
        .set({ revision })
        .where('id', '=', subject.account)
        .where('revision', '=', expecting)
        .executeTakeFirst();
  }
}
