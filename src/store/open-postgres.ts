/**
 * Opens the store on a PostgreSQL server, for deployments that outgrow one file. The same tables, statements and promises.
 * Must never: show the address of the server, which holds a password; acknowledge what the server has not synced.
 */
import { Kysely, PostgresDialect, type PostgresPool, sql } from 'kysely';
import { Pool } from 'pg';
import { done, type Outcome, refused } from '../core/problem.js';
import { isEnvironmentFault } from './environment-fault.js';
import { makeStore } from './make-store.js';
import { migrate, stepsOfNewer } from './migrate.js';
import type { Store } from './store.js';
import type { Tables, Work } from './tables.js';

/** @param url as PostgreSQL writes it: postgres://user:password@host/database */
export function openPostgres(url: string): Promise<Outcome<Store>> {
  const pool = new Pool({
    connectionString: url,
    connectionTimeoutMillis: 5000,
    // Whatever the server's default: an answer is acknowledged once it is on disk.
    options: '-c synchronous_commit=on',
  });
  // A connection that ends is replaced with the next use, whether it was idle or in somebody's hands: who used it is told by
  // the next statement.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return openPool(pool);
}

/** The same over any pool of connections. */
export async function openPool(pool: PostgresPool): Promise<Outcome<Store>> {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const close = () => db.destroy();
  try {
    const newer = stepsOfNewer(await stepsIn(db));
    if (newer.length > 0) {
      await close();
      return refused({ code: 'server-newer', details: { steps: newer.join(', ') } });
    }
    await migrate(db);
    await assertSynced(db);
  } catch (error) {
    await close();
    if (!isEnvironmentFault(error) && !isRefusedAtDoor(error)) throw error;
    return refused({ code: 'server-unreachable', details: { why: sentenceOf(error) } });
  }
  return done(makeStore({ writer: db, reader: db, close }));
}

async function stepsIn(db: Work): Promise<readonly string[]> {
  const found = await sql<{ name: string | null }>`select to_regclass('kysely_migration')::text as name`.execute(db);
  if (found.rows[0]?.name == null) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}

async function assertSynced(db: Work): Promise<void> {
  const { rows } = await sql<{ level: string }>`select current_setting('synchronous_commit') as level`.execute(db);
  const level = rows[0]?.level;
  if (level === 'off' || level === 'local') throw new Error(`the database syncs at level ${level}, not on`);
}

/** Wrong password, unknown database, no right to it: settings, not bugs. */
function isRefusedAtDoor(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(28...|3D000|42501)$/.test(String(error.code));
}

/** The driver names host, user and database here, and never the password. */
function sentenceOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(sentenceOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
