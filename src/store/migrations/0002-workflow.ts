/**
 * What the workflow keeps: status and reasons of submissions, remarks, evidence, assessments, snapshots; editions run here with
 * their frozen files and publications; accounts with roles, links and sessions; the outbox; and the log as a chain.
 * Must never: lose an answer or a line of the log; be edited once released.
 */
import { type CreateTableBuilder, type Kysely, type Migration, sql } from 'kysely';
import { BEFORE_THE_FIRST, hashOfLine } from '../log-line.js';
import type { Tables } from '../tables.js';
import { allOrNothing, allowChanges, hasTable, isPostgres, onlyAddTo } from './dialect.js';

export const workflow: Migration = {
  up: (db: Kysely<unknown>): Promise<void> =>
    allOrNothing(db, async (work) => {
      // A process that was killed after these steps and before they were noted finds them done.
      if (await hasTable(work, 'log_head')) return;
      await alterSubmissions(work);
      await createParts(work);
      await createEditions(work);
      await createAccounts(work);
      await createOutbox(work);
      await chainTheLog(work);
    }),
};

/** Columns of text, none of them null. */
function table(db: Kysely<unknown>, name: string, texts: readonly string[]): CreateTableBuilder<string, string> {
  let builder: CreateTableBuilder<string, string> = db.schema.createTable(name);
  for (const text of texts) builder = builder.addColumn(text, 'text', (column) => column.notNull());
  return builder;
}

async function alterSubmissions(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  // Whoever has a row has begun.
  await schema
    .alterTable('submission')
    .addColumn('status', 'text', (column) => column.notNull().defaultTo('in-progress'))
    .execute();
  await schema.alterTable('submission').addColumn('reason', 'text').execute();
  await schema
    .alterTable('submission')
    .addColumn('asks_reopening', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await schema
    .alterTable('answer')
    .addColumn('at', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
  await fillAnswerTimes(db as Kysely<Tables>);
}

/** The time of an answer is the time of the last line of the log about it. */
async function fillAnswerTimes(db: Kysely<Tables>): Promise<void> {
  const lines = await db
    .selectFrom('change_log')
    .select(['edition', 'country', 'change', 'at'])
    .orderBy('id')
    .execute();
  const last = new Map<string, { edition: string; country: string; key: string; at: string }>();
  for (const { edition, country, change, at } of lines) {
    const { key } = JSON.parse(change) as { key: string };
    last.set(JSON.stringify([edition, country, key]), { edition, country, key, at });
  }
  for (const { edition, country, key, at } of last.values()) {
    await db
      .updateTable('answer')
      .set({ at })
      .where('edition', '=', edition)
      .where('country', '=', country)
      .where('key', '=', key)
      .execute();
  }
}

async function createParts(db: Kysely<unknown>): Promise<void> {
  await table(db, 'remark', ['edition', 'country', 'question', 'remark'])
    .addPrimaryKeyConstraint('remark_pk', ['edition', 'country', 'question'])
    .execute();
  await table(db, 'evidence', ['edition', 'country', 'id', 'evidence', 'at'])
    .addPrimaryKeyConstraint('evidence_pk', ['edition', 'country', 'id'])
    .execute();
  await table(db, 'assessment', ['edition', 'country', 'key', 'assessment'])
    .addPrimaryKeyConstraint('assessment_pk', ['edition', 'country', 'key'])
    .execute();
  await table(db, 'submission_snapshot', ['edition', 'country', 'snapshot', 'hash', 'by', 'at'])
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('submission_snapshot_pk', ['edition', 'country', 'revision'])
    .execute();
  await onlyAddTo(db, 'submission_snapshot', 'what was submitted stays as it was');
}

async function createEditions(db: Kysely<unknown>): Promise<void> {
  await table(db, 'edition', ['status', 'facts', 'definition', 'definition_hash', 'countries', 'groups'])
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('main_group', 'text', (column) => column.notNull())
    .addColumn('calendar', 'text', (column) => column.notNull())
    .execute();
  await table(db, 'definition_file', ['edition', 'name', 'text'])
    .addPrimaryKeyConstraint('definition_file_pk', ['edition', 'name'])
    .execute();
  await onlyAddTo(db, 'definition_file', 'the files of an edition are frozen');
  await table(db, 'publication', ['edition', 'at', 'note', 'snapshot', 'hash'])
    .addColumn('number', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('publication_pk', ['edition', 'number'])
    .execute();
  await onlyAddTo(db, 'publication', 'a publication is frozen; a correction is a new one');
}

async function createAccounts(db: Kysely<unknown>): Promise<void> {
  await table(db, 'account', ['email', 'name'])
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('email_key', 'text', (column) => column.notNull().unique())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('password_hash', 'text')
    .addColumn('is_disabled', 'integer', (column) => column.notNull())
    .execute();
  await table(db, 'role_grant', ['account', 'role', 'edition', 'country'])
    .addColumn('sections', 'text')
    .addPrimaryKeyConstraint('role_grant_pk', ['account', 'role', 'edition', 'country'])
    .execute();
  await table(db, 'link', ['account', 'purpose', 'expires'])
    .addColumn('token_hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('used_at', 'text')
    .execute();
  await table(db, 'session', ['expires', 'data'])
    .addColumn('id_hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('account', 'text')
    .execute();
  for (const name of ['link', 'session']) {
    await db.schema.createIndex(`${name}_of_account`).on(name).column('account').execute();
  }
}

async function createOutbox(db: Kysely<unknown>): Promise<void> {
  await table(db, 'outbox', ['recipient', 'template', 'details', 'queued_at'])
    .addColumn('id', isPostgres(db) ? 'serial' : 'integer', (column) =>
      isPostgres(db) ? column.primaryKey() : column.primaryKey().autoIncrement(),
    )
    .addColumn('once', 'text', (column) => column.notNull().unique())
    .addColumn('due_at', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('sent_at', 'text')
    .addColumn('why', 'text')
    .execute();
  await db.schema.createIndex('outbox_due').on('outbox').column('due_at').execute();
}

async function chainTheLog(db: Kysely<unknown>): Promise<void> {
  await allowChanges(db, 'change_log');
  for (const column of ['account', 'prev', 'hash']) {
    await db.schema
      .alterTable('change_log')
      .addColumn(column, 'text', (type) => type.notNull().defaultTo(''))
      .execute();
  }
  await db.schema.dropIndex('change_log_of_submission').execute();
  await db.schema
    .createIndex('change_log_of_subject')
    .on('change_log')
    .columns(['edition', 'country', 'account', 'id'])
    .execute();
  await db.schema
    .createTable('log_head')
    .addColumn('id', 'integer', (column) => column.primaryKey().check(sql`id = 1`))
    .addColumn('line', 'integer', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();
  await chain(db as Kysely<Tables>);
  await onlyAddTo(db, 'change_log', 'the change log is only added to');
}

/** Lines are numbered anew from 1 without a gap, then each is given the hash of the one before. */
async function chain(db: Kysely<Tables>): Promise<void> {
  let line = 0;
  let prev = BEFORE_THE_FIRST;
  for (const row of await db.selectFrom('change_log').selectAll().orderBy('id').execute()) {
    line += 1;
    const hash = hashOfLine({ ...row, id: line, prev });
    await db.updateTable('change_log').set({ id: line, prev, hash }).where('id', '=', row.id).execute();
    prev = hash;
  }
  await db.insertInto('log_head').values({ id: 1, line, hash: prev }).execute();
}
