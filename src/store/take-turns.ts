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
  /** Takes the turn; returns what to do once all is committed, and whether its writes stay. */
  readonly take: (work: Work) => Promise<{ readonly stays: boolean; readonly answer: () => void }>;
  readonly fail: (error: unknown) => void;
}

function waitingOf<T>(turn: Turn<T>, answer: (outcome: Outcome<T>) => void, fail: (error: unknown) => void): Waiting {
  return {
    fail,
    take: async (work) => {
      try {
        const outcome = await turn(work);
        return { stays: outcome.ok, answer: () => answer(outcome) };
      } catch (error) {
        return { stays: false, answer: () => fail(error) };
      }
    },
  };
}

/** Where the transaction itself fails, all who shared it are told so: nothing was written. */
async function commitTogether(writer: Work, group: readonly Waiting[]): Promise<void> {
  try {
    const answers = await writer.transaction().execute(async (work) => {
      // A write first: it takes the lock for all that follows, on every database.
      await sql`update log_head set line = line`.execute(work);
      const taken: (() => void)[] = [];
      for (const waiting of group) {
        await sql`savepoint turn`.execute(work);
        const { stays, answer } = await waiting.take(work);
        if (!stays) await sql`rollback to savepoint turn`.execute(work);
        await sql`release savepoint turn`.execute(work);
        taken.push(answer);
      }
      return taken;
    });
    for (const answer of answers) answer();
  } catch (error) {
    for (const { fail } of group) fail(error);
  }
}
