/**
 * People at their browsers, signed in by role: `const as = people(world); await (await as.delegateOf('XAA')).get('/desk')`. Each is an
 * account of its own with one role, and an agent that says, as browsers do, that its forms come from our own pages.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Express } from 'express';
import request from 'supertest';
import type { Grant, Role } from '../../src/core/workflow/roles.js';
import type { World } from '../../src/journeys/world.js';
import { type AppSettings, makeApp } from '../../src/web/app.js';
import { signedInAs } from '../../src/web/person.js';

export type Agent = ReturnType<typeof request.agent>;

const SECRET = 'a secret of the tests, long enough to sign by';

/** @param edition the edition roles are held in where none is named */
export function people(world: World, edition = 'demonstration-2026', settings: Pick<AppSettings, 'log'> = {}) {
  const app = makeApp(world, { ...settings, secret: SECRET });
  const holding = async (grant: Grant): Promise<Agent> => {
    const account = await anAccount(world, [grant]);
    return signedIn(world, app, account);
  };
  const inCountry =
    (role: Role) =>
    (country: string, where: string = edition) =>
      holding({ role, edition: where, country });
  return {
    app,
    visitor: (): Agent => agentOf(app),
    /** Of all editions where none is named. */
    secretariat: (where = '*') => holding({ role: 'secretariat', edition: where }),
    validator: (where: string = edition) => holding({ role: 'validator', edition: where }),
    reader: (where: string = edition) => holding({ role: 'reader', edition: where }),
    delegateOf: inCountry('delegate'),
    signatoryOf: inCountry('signatory'),
    contributorOf: (country: string, sections: readonly string[], where: string = edition) =>
      holding({ role: 'contributor', edition: where, country, sections }),
    /** An agent for an account that is there. */
    account: (id: string) => signedIn(world, app, id),
  };
}

export const agentOf = (app: Express): Agent => request.agent(app).set('Sec-Fetch-Site', 'same-origin');

let made = 0;

/** A new account without a password, and its id. */
export async function anAccount(world: World, grants: readonly Grant[], email?: string): Promise<string> {
  const id = randomBytes(16).toString('hex');
  made += 1;
  const name = `Person ${made}`;
  const committed = await world.store.commit(
    [
      { kind: 'account-created', email: email ?? `person-${made}@example.org`, name },
      ...grants.map((grant) => ({ kind: 'role-granted', grant }) as const),
    ],
    { subject: { kind: 'account', account: id }, by: 'test', at: world.clock(), expecting: 0 },
  );
  if (!committed.ok) throw new Error(JSON.stringify(committed.problems));
  return id;
}

async function signedIn(world: World, app: Express, id: string): Promise<Agent> {
  const account = await world.store.account({ id });
  if (account === undefined) throw new Error(`there is no account ${id}`);
  const session = randomBytes(16).toString('hex');
  const now = world.clock();
  const data = {
    cookie: { originalMaxAge: null, expires: null, httpOnly: true, path: '/', sameSite: 'lax' },
    ...signedInAs(account),
    begun: now,
    seen: now,
  };
  const expires = new Date(Date.parse(now) + 12 * 60 * 60 * 1000).toISOString();
  const hash = createHash('sha256').update(session).digest('hex');
  await world.store.sessions.write(hash, { account: id, expires, data: JSON.stringify(data) });
  const signature = createHmac('sha256', SECRET).update(session).digest('base64').replace(/=+$/, '');
  return agentOf(app).set('Cookie', `alidade=${encodeURIComponent(`s:${session}.${signature}`)}`);
}
