/**
 * The session of a browser: a signed cookie with a random id, and what the store keeps under its hash. It ends when it was not used
 * for some hours, and at the latest some days after signing in. Who is not signed in has none.
 * Must never: be begun for a visitor, be written more often than every five minutes, hold what a person typed.
 */
import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import type { World } from '../journeys/world.js';
import { sessionStore } from './session-store.js';

declare module 'express-session' {
  interface SessionData {
    /** Id of the account that signed in. */
    account: string;
    /** ISO instant of signing in. */
    begun: string;
    /** What the account might do when the id was given. */
    rights: string;
    /** Which password it was begun by: a session of an older one is none. */
    proof: string;
    /** ISO instant of the last write. */
    seen: string;
  }
}

export function sessions(world: Pick<World, 'store' | 'clock' | 'publicAddress'>, secret: string): RequestHandler {
  const secure = world.publicAddress.startsWith('https:');
  // A cookie of the first name is taken by browsers only from https, for this host alone.
  const name = secure ? '__Host-alidade' : 'alidade';
  const middleware = session({
    name,
    secret,
    store: sessionStore(world),
    saveUninitialized: false,
    resave: false,
    rolling: false,
    proxy: secure,
    cookie: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
  });
  return (request, response, next) => {
    // A visitor who reads has no session, and needs none to be drawn up and thrown away.
    if (READS.has(request.method) && !request.headers.cookie?.includes(`${name}=`)) return next();
    // People come by https; what the proxy in front says of its own way to us does not matter.
    if (secure) request.headers['x-forwarded-proto'] = 'https';
    middleware(request, response, next);
  };
}

const READS = new Set(['GET', 'HEAD']);

export interface SignedIn {
  /** Id of the account. */
  readonly account: string;
  readonly rights: string;
  readonly proof: string;
}

/** Begins a session under a new id. */
export async function beginSession(request: Request, who: SignedIn, at: string): Promise<void> {
  await called((done) => request.session.regenerate(done));
  const { account, rights, proof } = who;
  Object.assign(request.session, { account, rights, proof, begun: at, seen: at });
  await called((done) => request.session.save(done));
}

/** The same session under a new id; the old one ends. */
export async function renewSession(request: Request, changed: { readonly rights: string }): Promise<void> {
  const { account, proof, begun, seen } = request.session;
  await called((done) => request.session.regenerate(done));
  Object.assign(request.session, { account, proof, begun, seen, ...changed });
  await called((done) => request.session.save(done));
}

/** Ends the session, here and in the store; the browser's cookie means nothing from then on. */
export async function endSession(request: Request): Promise<void> {
  await called((done) => request.session.destroy(done));
}

function called(work: (done: (error: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    work((error) => (error ? reject(error) : resolve()));
  });
}
