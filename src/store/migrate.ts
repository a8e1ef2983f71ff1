/**
 * Brings a database to the schema of this version, and tells what a newer version has done to it.
 * Must never: run on a database that somebody newer has written.
 */
import { type MigrationProvider, Migrator } from 'kysely';
import { MIGRATIONS } from './migrations/index.js';
import type { Work } from './tables.js';

export async function migrate(db: Work): Promise<void> {
  const provider: MigrationProvider = { getMigrations: async () => ({ ...MIGRATIONS }) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error !== undefined) throw error;
}

/** Of the steps a database has seen, those that this version does not know. */
export function stepsOfNewer(seen: readonly string[]): readonly string[] {
  return seen.filter((name) => !Object.hasOwn(MIGRATIONS, name));
}
