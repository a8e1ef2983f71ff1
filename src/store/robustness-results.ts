/**
 * Robustness results as they lie in the store: each added under its number, none ever changed. The numbers of an edition are the
 * revisions of its robustness, and the edition itself need not be one that is run here.
 * Must never: read a body where a list is asked for; a body has the size of a book.
 */
import type { Change } from '../core/workflow/change.js';
import type { Store } from './store.js';
import { misplaced, type StampOf } from './subject.js';
import type { Work } from './tables.js';

export function makeRobustnessReads(reader: Work): Pick<Store, 'robustness' | 'robustnessResult'> {
  return {
    robustness: (edition) =>
      reader
        .selectFrom('robustness')
        .where('edition', '=', edition)
        .orderBy('number', 'desc')
        .select(['number', 'at', 'by', 'fingerprint', 'hash'])
        .execute(),
    robustnessResult: async (edition, number) => {
      const row = await reader
        .selectFrom('robustness')
        .where('edition', '=', edition)
        .where('number', '=', number)
        .select('result')
        .executeTakeFirst();
      return row?.result;
    },
  };
}

/** The number of the last result; undefined before the first. */
export async function lastNumber(db: Work, edition: string): Promise<{ readonly revision: number } | undefined> {
  return db
    .selectFrom('robustness')
    .where('edition', '=', edition)
    .orderBy('number', 'desc')
    .limit(1)
    .select('number as revision')
    .executeTakeFirst();
}

/** A commit holds one result, under the number that is next; anything else is a bug of the caller. */
export async function applyRobustnessChange(work: Work, change: Change, stamp: StampOf<'robustness'>): Promise<void> {
  const { subject, at, by, expecting } = stamp;
  if (change.kind !== 'robustness-stored') throw misplaced(change, subject);
  const { number, fingerprint, result, hash } = change;
  if (number !== expecting + 1) throw new Error(`result ${number} of ${subject.edition} does not follow ${expecting}`);
  const row = { edition: subject.edition, number, at, by, fingerprint, result, hash };
  await work.insertInto('robustness').values(row).execute();
}
