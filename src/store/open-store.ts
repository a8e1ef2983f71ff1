/**
 * Opens the store of a data folder: one SQLite file with a connection that writes and one that only reads. A file that is
 * broken, foreign or newer is refused with a sentence; a new one is made aside and moved into place when it is whole.
 * Must never: answer "saved" before the disk has it (synchronous = FULL on every connection, asserted here); be readable by other
 * users of the machine.
 */
import { accessSync, chmodSync, constants, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { done, type Outcome, refused } from '../core/problem.js';
import { APPLICATION_ID, examineFile } from './examine-file.js';
import { withKeptStatements } from './kept-statements.js';
import { type Databases, makeStore } from './make-store.js';
import { migrate } from './migrate.js';
import type { Store } from './store.js';
import type { Tables } from './tables.js';

/** @param dataFolder made when it is not there; holds `alidade.db` */
export async function openStore(dataFolder: string): Promise<Outcome<Store>> {
  const file = join(dataFolder, 'alidade.db');
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    if (!existsSync(file)) await makeFile(file);
    closeToOthers(file);
    // Without leave to write, SQLite would call a sound file damaged.
    for (const path of [dataFolder, file]) accessSync(path, constants.R_OK | constants.W_OK);
  } catch {
    return refused({ code: 'store-folder', details: { folder: dataFolder } });
  }
  const examined = examineFile(file);
  if (!examined.ok) return examined;
  const databases = connectBoth(file);
  await migrate(databases.writer);
  return done(makeStore(databases));
}

/** One connection that writes and one that only reads: a read would wait for the writer's transaction. */
export function connectBoth(file: string): Databases {
  const [writer, reader] = [connect(file, false), connect(file, true)];
  return {
    writer: writer.db,
    reader: reader.db,
    close: async () => {
      await reader.close();
      await writer.close();
    },
  };
}

/** Made whole under another name first, so that a file in place is never half made: an empty one has lost its content. */
async function makeFile(file: string): Promise<void> {
  const aside = `${file}.new-${process.pid}`;
  rmSync(aside, { force: true });
  const { db, close } = connect(aside, false);
  await migrate(db);
  await sql.raw(`pragma application_id = ${APPLICATION_ID}`).execute(db);
  await close();
  renameSync(aside, file);
}

/** It holds answers under embargo and addresses of people. What SQLite writes beside it gets the same rights. */
function closeToOthers(file: string): void {
  for (const path of [file, `${file}-wal`, `${file}-shm`]) {
    if (!existsSync(path)) continue;
    const { mode, uid } = statSync(path);
    if ((mode & OTHERS) !== 0 && uid === process.getuid?.()) chmodSync(path, 0o600);
  }
}

/** Rights of the group and of everybody. */
const OTHERS = 0o077;

interface Connection {
  readonly db: Kysely<Tables>;
  readonly close: () => Promise<void>;
}

function connect(file: string, readonly: boolean): Connection {
  const database = new Database(file, { readonly });
  database.pragma('busy_timeout = 2000');
  if (!readonly) database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  const synchronous = database.pragma('synchronous', { simple: true });
  if (synchronous !== FULL) throw new Error(`the database syncs at level ${synchronous}, not FULL`);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: withKeptStatements(database) }) });
  return {
    db,
    close: async () => {
      await db.destroy();
      // Kysely leaves a connection open that was never asked anything.
      if (database.open) database.close();
    },
  };
}

const FULL = 2;
