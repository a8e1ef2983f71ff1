/**
 * The store over any database: one instance that writes, one that reads, the rest is the same for all.
 * Must never: know which database it is.
 */
import { makeLogReads } from './change-log.js';
import { makeCommit } from './commit.js';
import { makeOutbox } from './outbox.js';
import { makeAccountReads } from './read-accounts.js';
import { makeEditionReads } from './read-editions.js';
import { makeSubmissionReads } from './read-submissions.js';
import { makeRobustnessReads } from './robustness-results.js';
import { makeSessions } from './sessions.js';
import type { Store } from './store.js';
import type { Work } from './tables.js';
import { makeTurns } from './take-turns.js';
import { makeVerifyLog } from './verify-log.js';

export interface Databases {
  readonly writer: Work;
  /** May be the writer itself where reads do not wait for its transaction. */
  readonly reader: Work;
  readonly close: () => Promise<void>;
}

export function makeStore({ writer, reader, close }: Databases): Store {
  const takeTurn = makeTurns(writer);
  return {
    ...makeSubmissionReads(reader),
    ...makeLogReads(reader),
    ...makeEditionReads(reader),
    ...makeAccountReads(reader),
    ...makeRobustnessReads(reader),
    commit: makeCommit(reader, takeTurn),
    sessions: makeSessions(reader, takeTurn),
    outbox: makeOutbox(reader, takeTurn),
    verifyLog: makeVerifyLog(reader),
    close,
  };
}
