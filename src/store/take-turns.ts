/**
 * Group commit: writes that wait at the same time share one transaction, a savepoint each, so that the disk is waited for once.
 * Each is answered only after the transaction was committed; one that refuses or fails takes back its own savepoint alone.
 * Must never: answer before the commit, or let a turn wait for anything but the database.
 */
import { sql } from 'kysely';
import type { Outcome } from '../core/problem.js';
import type { Work } from './tables.js';

/** Written when it answers `ok`, else nothing of it is. */
export type Turn<T> = (work: Work) => Promise<Outcome<T>>;

/** Rejects when the turn failed, or when the commit did. */
export type TakeTurn = <T>(turn: Turn<T>) => Promise<Outcome<T>>;

/** How many writes may share one transaction: bounds how long the first of them waits. */
const MOST = 128;

export function makeTurns(writer: Work): TakeTurn {
  const waiting: Waiting[] = [];
  let isBusy = false;
  const run = async (): Promise<void> => {
    while (waiting.length > 0) await commitTogether(writer, waiting.splice(0, MOST));
    isBusy = false;
  };
  return <T>(turn: Turn<T>) =>
    new Promise<Outcome<T>>((answer, fail) => {
      waiting.push(waitingOf(turn, answer, fail));
      if (isBusy) return;
      isBusy = true;
      // After this round of the event loop: whatever arrived in it goes together.
      setImmediate(() => void run());
    });
}

interface Waiting {
  readonly take: (work: Work) => Promise<Taken>;
  readonly fail: (error: unknown) => void;
}

interface Taken {
  /** Whether what it wrote stays. */
  readonly stays: boolean;
  /** To be called once all is committed. */
  readonly answer: () => void;
  /** Where the turn failed. */
  readonly error?: unknown;
}

function waitingOf<T>(turn: Turn<T>, answer: (outcome: Outcome<T>) => void, fail: (error: unknown) => void): Waiting {
  return {
    fail,
    take: async (work) => {
      try {
        const outcome = await turn(work);
        return { stays: outcome.ok, answer: () => answer(outcome) };
      } catch (error) {
        return { stays: false, answer: () => fail(error), error };
      }
    },
  };
}

/** Where the transaction itself fails, all who shared it are told so: nothing was written. */
async function commitTogether(writer: Work, group: readonly Waiting[]): Promise<void> {
  try {
    const answers = await inTransaction(writer, async (work) => {
      // A write first: it takes the lock for all that follows, on every database.
      await sql`update log_head set line = line`.execute(work);
      const taken: (() => void)[] = [];
      for (const waiting of group) taken.push(await inSavepoint(work, waiting));
      return taken;
    });
    for (const answer of answers) answer();
  } catch (error) {
    for (const { fail } of group) fail(error);
  }
}

async function inSavepoint(work: Work, waiting: Waiting): Promise<() => void> {
  await sql`savepoint turn`.execute(work);
  const { stays, answer, error } = await waiting.take(work);
  if (!stays) {
    await sql`rollback to savepoint turn`.execute(work).catch((fault: unknown) => {
      // The database has taken back the whole transaction already: what made it do so is what to tell.
      throw error ?? fault;
    });
  }
  await sql`release savepoint turn`.execute(work);
  return answer;
}

/**
 * A transaction that fails with the fault it began with: a database that is full or gone has often rolled back already, and
 * would only complain that there is nothing to roll back.
 */
function inTransaction<T>(writer: Work, write: (work: Work) => Promise<T>): Promise<T> {
  return writer.connection().execute(async (work) => {
    await sql`begin`.execute(work);
    try {
      const written = await write(work);
      await sql`commit`.execute(work);
      return written;
    } catch (error) {
      await sql`rollback`.execute(work).catch(() => undefined);
      throw error;
    }
  });
}
