/**
 * Where the databases differ in a migration: whether this is PostgreSQL, one transaction around all steps, and tables that
 * are only added to.
 * Must never: be needed outside of migrations.
 */
import { type Kysely, PostgresAdapter, sql } from 'kysely';

export function isPostgres(db: Kysely<unknown>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}

/** SQLite's migrations do not run in a transaction by themselves. */
export function allOrNothing(db: Kysely<unknown>, work: (db: Kysely<unknown>) => Promise<void>): Promise<void> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}

export async function hasTable(db: Kysely<unknown>, name: string): Promise<boolean> {
  const tables = await db.introspection.getTables();
  return tables.some((table) => table.name === name);
}

/** From now on the database itself refuses to alter or remove a row. */
export async function onlyAddTo(db: Kysely<unknown>, table: string, sentence: string): Promise<void> {
  if (isPostgres(db)) {
    await sql
      .raw(`create function ${table}_only_added_to() returns trigger language plpgsql as
        $$ begin raise exception '${sentence}'; end $$`)
      .execute(db);
    await sql
      .raw(`create trigger ${table}_no_change before update or delete or truncate on ${table}
        for each statement execute function ${table}_only_added_to()`)
      .execute(db);
    return;
  }
  for (const act of ['update', 'delete']) {
    await sql
      .raw(`create trigger ${table}_no_${act} before ${act} on ${table} begin select raise(abort, '${sentence}'); end`)
      .execute(db);
  }
}

export async function allowChanges(db: Kysely<unknown>, table: string): Promise<void> {
  if (isPostgres(db)) {
    await sql.raw(`drop trigger ${table}_no_change on ${table}`).execute(db);
    await sql.raw(`drop function ${table}_only_added_to`).execute(db);
    return;
  }
  for (const act of ['update', 'delete']) await sql.raw(`drop trigger ${table}_no_${act}`).execute(db);
}
