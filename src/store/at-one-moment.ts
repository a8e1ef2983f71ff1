/**
 * Reads that take several statements, all of the same moment: a commit in between is not seen by half.
 * Must never: write.
 */
import type { Work } from './tables.js';

/** SQLite gives every transaction one view; PostgreSQL is asked for it. */
export function atOneMoment<T>(reader: Work, read: (work: Work) => Promise<T>): Promise<T> {
  return reader.transaction().setIsolationLevel('repeatable read').execute(read);
}
