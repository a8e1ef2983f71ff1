/**
 * What robustness runs leave: results of editions of any kind, each under the fingerprint of what it was computed from.
 * Must never: be edited once released; touch a table of an earlier step.
 */
import type { Kysely, Migration } from 'kysely';
import { allOrNothing, hasTable, onlyAddTo } from './dialect.js';

export const robustness: Migration = {
  up: (db: Kysely<unknown>): Promise<void> =>
    allOrNothing(db, async (work) => {
      // A process that was killed after these steps and before they were noted finds them done.
      if (await hasTable(work, 'robustness')) return;
      await work.schema
        .createTable('robustness')
        .addColumn('edition', 'text', (column) => column.notNull())
        .addColumn('number', 'integer', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('by', 'text', (column) => column.notNull())
        .addColumn('fingerprint', 'text', (column) => column.notNull())
        .addColumn('result', 'text', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('robustness_pk', ['edition', 'number'])
        .execute();
      await onlyAddTo(work, 'robustness', 'a result stays as it was; a later run is a new one');
    }),
};
