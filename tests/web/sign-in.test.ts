/** Signing in and out: sessions, cookies, ways back, and typed text that survives an expired session. */
import type { Express } from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '../../src/journeys/accounts/passwords.js';
import type { World } from '../../src/journeys/world.js';
import { makeApp } from '../../src/web/app.js';
import { aWorld } from './a-world.js';
import { agentOf, anAccount, people } from './as.js';

let world: World;
let app: Express;
const now = '2026-11-21T12:03:00.000Z';
const EMAIL = 'Delegate@Example.org';
const PASSWORD = 'four calm words here';

beforeAll(async () => {
  world = await aWorld({ clock: () => now });
  app = makeApp(world);
  const id = await anAccount(world, [{ role: 'delegate', edition: 'tiny', country: 'XAA' }], EMAIL);
  const hash = await hashPassword(PASSWORD, EMAIL);
  if (!hash.ok) throw new Error('no hash');
  const stamp = { subject: { kind: 'account', account: id }, by: id, at: now, expecting: 1 } as const;
  await world.store.commit([{ kind: 'password-set', passwordHash: hash.value }], stamp);
});
afterAll(() => world.store.close());

const signIn = (agent: ReturnType<typeof agentOf>, more: Record<string, string | string[]> = {}) =>
  agent
    .post('/sign-in')
    .type('form')
    .send({ email: 'delegate@example.ORG', password: PASSWORD, ...more });

describe('signing in', () => {
  it('gives a session in a cookie no script can read, and leads to the desk', async () => {
    const agent = agentOf(app);
    const answer = await signIn(agent);
    expect([answer.status, answer.headers.location]).toEqual([303, '/desk']);
    const [cookie = ''] = answer.headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/^alidade=.*HttpOnly.*SameSite=Lax/);
    expect(cookie).not.toMatch(/Secure|Expires/);
    expect((await agent.get('/nope')).text).toContain('Person 1');
  });
  it('works for people made for tests', async () => {
    const as = people(world);
    const agent = await as.secretariat();
    expect((await agent.get('/nope')).text).toContain('Sign out');
  });
});
