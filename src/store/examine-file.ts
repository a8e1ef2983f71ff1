/**
 * Looks a database file over before anybody may write to it: is it a database, whole, ours, and not of a newer house?
 * Must never: change a byte of the file; throw on a file that is broken.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import Database from 'better-sqlite3';
import { done, type Outcome, refused } from '../core/problem.js';
import { stepsOfNewer } from './migrate.js';

/** Written into every file of ours as SQLite's application id: "Alid". */
export const APPLICATION_ID = 0x416c6964;

/** Done when the file may be opened for writing, else the one problem that forbids it. */
export function examineFile(file: string): Outcome<void> {
  const details = { file };
  if (!hasHeader(file)) return refused({ code: 'store-not-a-database', details });
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
    if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') return refused({ code: 'store-damaged', details });
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      return refused({ code: 'store-foreign', details });
    }
    const unknown = stepsOfNewer(namesIn(db));
    return unknown.length === 0
      ? done(undefined)
      : refused({ code: 'store-newer', details: { file, steps: unknown.join(', ') } });
  } catch (error) {
    return refused({ code: isBusy(error) ? 'store-locked' : 'store-damaged', details });
  } finally {
    db?.close();
  }
}

function hasHeader(file: string): boolean {
  const start = Buffer.alloc(HEADER.length);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, start, 0, start.length, 0);
  } catch {
    return false; // a folder of that name
  } finally {
    closeSync(handle);
  }
  return start.equals(HEADER);
}

const HEADER = Buffer.from('SQLite format 3\0', 'latin1');

function namesIn(db: Database.Database): readonly string[] {
  return db.prepare('select name from kysely_migration').pluck().all().map(String);
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code);
}
