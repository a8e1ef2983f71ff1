/**
 * Tells faults of the world from bugs: a disk that is full or failing, a lock that is held, a server that went away.
 * Must never: call a wrong statement a fault of the world.
 */

/** SQLite's codes, PostgreSQL's classes (connection, resources, intervention, system), and those of the network. */
const CODES =
  /^(SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CORRUPT|NOMEM|CANTOPEN).*|(08|40|53|57|58)...|55P03|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;

export function isEnvironmentFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string') return CODES.test(error.code);
  // pg gives no code where a connection ended while it was in use, or none was free in time.
  return /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/.test(
    error.message,
  );
}
