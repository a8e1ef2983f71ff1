/**
 * What each change makes of the tables of an edition that is run here.
 * Must never: decide whether a change may happen; touch a frozen file or publication.
 */
import type { Change } from '../core/workflow/change.js';
import { misplaced, type StampOf } from './subject.js';
import type { Tables, Work } from './tables.js';

type Created = Extract<Change, { kind: 'edition-created' }>;

/** Whether there was no edition of this id and now there is. */
export async function createEdition(work: Work, { facts, definition }: Created, id: string): Promise<boolean> {
  const made = await work
    .insertInto('edition')
    .values({
      id,
      revision: 1,
      status: 'preparing',
      facts: JSON.stringify(facts),
      definition: definition.id,
      definition_hash: definition.hash,
      countries: '[]',
      groups: '[]',
      main_group: '',
      calendar: '{}',
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (Number(made.numInsertedOrUpdatedRows ?? 0) !== 1) return false;
  for (const [name, text] of Object.entries(definition.files)) {
    await work.insertInto('definition_file').values({ edition: id, name, text }).execute();
  }
  return true;
}

export async function applyEditionChange(work: Work, change: Change, stamp: StampOf<'edition'>): Promise<void> {
  const put = (columns: Partial<Tables['edition']>) => putEdition(work, stamp.subject.edition, columns);
  switch (change.kind) {
    case 'edition-created':
      // Made when its revision was moved on from 0.
      return;
    case 'edition-countries-set':
      return put({ countries: JSON.stringify(change.countries) });
    case 'edition-groups-set':
      return put({ groups: JSON.stringify(change.groups), main_group: change.mainGroup });
    case 'edition-calendar-set':
      return put({ calendar: JSON.stringify(change.calendar) });
    case 'edition-moved':
      return put({ status: change.to });
    case 'edition-published':
      await publish(work, change, stamp);
      return put({ status: 'published' });
    default:
      throw misplaced(change, stamp.subject);
  }
}

async function putEdition(work: Work, id: string, columns: Partial<Tables['edition']>): Promise<void> {
  await work.updateTable('edition').set(columns).where('id', '=', id).execute();
}

async function publish(
  work: Work,
  { number, note, snapshot, hash }: Extract<Change, { kind: 'edition-published' }>,
  { subject, at }: StampOf<'edition'>,
): Promise<void> {
  await work.insertInto('publication').values({ edition: subject.edition, number, at, note, snapshot, hash }).execute();
}
