/** PostgreSQL inside the process: a pool of one connection that is handed on, as the store's dialect asks for it. */
import { PGlite } from '@electric-sql/pglite';
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';

export async function aPglite(): Promise<PostgresPool> {
  const database = await PGlite.create();
  let free: Promise<void> = Promise.resolve();
  return {
    connect: async () => {
      const before = free;
      let release = (): void => undefined;
      free = new Promise((done) => {
        release = done;
      });
      await before;
      return clientOf(database, release);
    },
    end: () => database.close(),
  };
}

function clientOf(database: PGlite, release: () => void): PostgresPoolClient {
  const query = async (statement: string, parameters: readonly unknown[] = []) => {
    const { rows, affectedRows } = await database.query(statement, [...parameters]);
    const command = /^\s*(\w+)/.exec(statement)?.[1]?.toUpperCase();
    return { command, rowCount: affectedRows ?? rows.length, rows } as PostgresQueryResult<never>;
  };
  return { query: query as PostgresPoolClient['query'], release };
}
