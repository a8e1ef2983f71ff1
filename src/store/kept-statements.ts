/**
 * A SQLite connection that prepares each statement once and uses it again; Kysely would prepare it each time it is asked.
 * Must never: keep more statements than some hundred.
 */
import type Database from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';

/** Far more than the house has; lists of parameters of many lengths would otherwise add up. */
const MOST = 300;

export function withKeptStatements(database: Database.Database): SqliteDatabase {
  const kept = new Map<string, Database.Statement<unknown[]>>();
  return {
    prepare: (sql) => {
      const statement = kept.get(sql) ?? database.prepare<unknown[]>(sql);
      if (kept.size >= MOST) kept.clear();
      kept.set(sql, statement);
      return statement;
    },
    close: () => {
      kept.clear();
      database.close();
    },
  };
}
