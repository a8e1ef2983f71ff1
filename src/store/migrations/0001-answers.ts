/**
 * The first tables: submissions with their revision, answers by data point, and the log that nothing is taken out of.
 * Must never: be edited once released; a later need is a later migration.
 */
import type { Kysely, Migration } from 'kysely';
import { isPostgres, onlyAddTo } from './dialect.js';

export const answers: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await db.schema
      .createTable('submission')
      .addColumn('edition', 'text', (column) => column.notNull())
      .addColumn('country', 'text', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('saved_at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('submission_pk', ['edition', 'country'])
      .execute();
    await db.schema
      .createTable('answer')
      .addColumn('edition', 'text', (column) => column.notNull())
      .addColumn('country', 'text', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('answer', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('answer_pk', ['edition', 'country', 'key'])
      .execute();
    await db.schema
      .createTable('change_log')
      .addColumn('id', 'integer', (column) =>
        isPostgres(db) ? column.primaryKey() : column.primaryKey().autoIncrement(),
      )
      .addColumn('edition', 'text', (column) => column.notNull())
      .addColumn('country', 'text', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('by', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('change', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('change_log_of_submission')
      .on('change_log')
      .columns(['edition', 'country', 'id'])
      .execute();
    await onlyAddTo(db, 'change_log', 'the change log is only added to');
  },
};
