/**
 * Opens the database the settings name: a PostgreSQL server where one is given, else the file in the data folder.
 * Must never: load the driver of a database that is not asked for.
 */
import type { Outcome } from '../core/problem.js';
import type { Store } from './store.js';

interface Settings {
  readonly dataFolder: string;
  /** Address of a PostgreSQL database. */
  readonly database?: string;
}

export async function openDatabase({ dataFolder, database }: Settings): Promise<Outcome<Store>> {
  if (database !== undefined) return (await import('./open-postgres.js')).openPostgres(database);
  return (await import('./open-store.js')).openStore(dataFolder);
}
