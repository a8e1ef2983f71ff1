/** PostgreSQL inside the process: a pool of one connection that is handed on, over an empty schema of one database per test file. */
import { PGlite } from '@electric-sql/pglite';
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import { afterAll } from 'vitest';

let database: PGlite | undefined;

export async function aPglite(): Promise<PostgresPool> {
  database ??= await PGlite.create();
  await database.exec('drop schema public cascade; create schema public');
  return poolOf(database);
}

afterAll(() => database?.close());

function poolOf(server: PGlite): PostgresPool {
  let free: Promise<void> = Promise.resolve();
  return {
    connect: async () => {
      const before = free;
      let release = (): void => undefined;
      free = new Promise((done) => {
        release = done;
      });
      await before;
      return clientOf(server, release);
    },
    end: async () => undefined,
  };
}

function clientOf(server: PGlite, release: () => void): PostgresPoolClient {
  const query = async (statement: string, parameters: readonly unknown[] = []) => {
    const { rows, affectedRows } = await server.query(statement, [...parameters]);
    const command = /^\s*(\w+)/.exec(statement)?.[1]?.toUpperCase();
    return { command, rowCount: affectedRows ?? rows.length, rows } as PostgresQueryResult<never>;
  };
  return { query: query as unknown as PostgresPoolClient['query'], release };
}
