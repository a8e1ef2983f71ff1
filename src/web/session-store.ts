/**
 * Where the session middleware keeps sessions: our store, by the hash of their id, with the account they belong to.
 * Must never: keep the id itself; bring a session back that was ended meanwhile.
 */
import { createHash } from 'node:crypto';
import session, { type SessionData } from 'express-session';
import type { World } from '../journeys/world.js';
import type { KeptSession } from '../store/store.js';

/** Not used for so long, a session ends. */
const IDLE_HOURS = 12;
/** It ends in any case this long after signing in. */
const MOST_DAYS = 7;
/** A session in use is written this often at most. */
const TOUCH_MINUTES = 5;

const MINUTE = 60_000;
type Kept = Pick<World, 'store' | 'clock'>;

const sessionHash = (id: string): string => createHash('sha256').update(id).digest('hex');

export const sessionStore = (world: Kept): session.Store => new SessionStore(world);

/** The middleware wants a class of its own family. */
class SessionStore extends session.Store {
  readonly #world: Kept;

  constructor(world: Kept) {
    super();
    this.#world = world;
  }

  override get(id: string, answer: (error: unknown, found?: SessionData | null) => void): void {
    const { store, clock } = this.#world;
    store.sessions.read(sessionHash(id), clock()).then(
      (found) => answer(null, found === undefined ? null : (JSON.parse(found.data) as SessionData)),
      (error: unknown) => answer(error),
    );
  }

  override set(id: string, data: SessionData, answer: (error?: unknown) => void = () => {}): void {
    const { sessions } = this.#world.store;
    sessions.write(sessionHash(id), keptOf(data)).then(() => answer(), answer);
  }

  override destroy(id: string, answer: (error?: unknown) => void = () => {}): void {
    this.#world.store.sessions.remove(sessionHash(id)).then(() => answer(), answer);
  }

  override touch(id: string, data: SessionData, answer: (error?: unknown) => void = () => {}): void {
    touch(this.#world, id, data).then(() => answer(), answer);
  }
}

async function touch({ store, clock }: Kept, id: string, data: SessionData): Promise<void> {
  const now = clock();
  if (Date.parse(now) - Date.parse(data.seen) < TOUCH_MINUTES * MINUTE) return;
  await store.sessions.touch(sessionHash(id), keptOf({ ...data, seen: now }));
}

function keptOf(data: SessionData): KeptSession {
  const idle = Date.parse(data.seen) + IDLE_HOURS * 60 * MINUTE;
  const most = Date.parse(data.begun) + MOST_DAYS * 24 * 60 * MINUTE;
  return {
    account: data.account,
    expires: new Date(Math.min(idle, most)).toISOString(),
    data: JSON.stringify(data),
  };
}
