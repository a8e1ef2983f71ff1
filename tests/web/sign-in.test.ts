/** Signing in and out: sessions and cookies, ways back, attempts, and typed text that survives an expired session (S15). */
import type { Express } from 'express';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hashPassword } from '../../src/journeys/accounts/passwords.js';
import type { World } from '../../src/journeys/world.js';
import { makeApp } from '../../src/web/app.js';
import { aWorld } from './a-world.js';
import { type Agent, agentOf, anAccount, people } from './as.js';

const START = '2026-11-21T12:03:00.000Z';
const EMAIL = 'Delegate@Example.org';
const PASSWORD = 'four calm words here';
let world: World;
let app: Express;
let account = '';
let now = START;

beforeAll(async () => {
  world = await aWorld({ clock: () => now });
  account = await anAccount(world, [{ role: 'secretariat', edition: '*' }], EMAIL);
  const hash = await hashPassword(PASSWORD, EMAIL);
  if (!hash.ok) throw new Error('no hash');
  await change({ kind: 'password-set', passwordHash: hash.value });
});
afterAll(() => world.store.close());
beforeEach(() => {
  now = START;
  // Attempts are counted by each application for itself.
  app = makeApp(world, { secret: 'the same for every application of these tests' });
});

async function change(one: Parameters<World['store']['commit']>[0][number]): Promise<void> {
  const found = await world.store.account({ id: account });
  const subject = { kind: 'account', account } as const;
  await world.store.commit([one], { subject, by: 'test', at: now, expecting: found?.revision ?? 0 });
}
const later = (hours: number): void => {
  now = new Date(Date.parse(now) + hours * 60 * 60 * 1000).toISOString();
};
const signIn = (agent: Agent, more: Record<string, string | string[]> = {}) =>
  agent
    .post('/sign-in')
    .type('form')
    .send({ email: 'delegate@example.ORG', password: PASSWORD, ...more });
const isIn = async (agent: Agent): Promise<boolean> => (await agent.get('/account')).status === 200;
const cookieOf = (headers: Record<string, unknown>): string => String(headers['set-cookie'] ?? '');
async function anAgent(): Promise<Agent> {
  const agent = agentOf(app);
  expect((await signIn(agent)).status).toBe(303);
  return agent;
}

describe('signing in', () => {
  it('gives a session in a cookie no script can read, and leads to the desk', async () => {
    const agent = agentOf(app);
    const answer = await signIn(agent);
    expect([answer.status, answer.headers.location]).toEqual([303, '/desk']);
    expect(cookieOf(answer.headers)).toMatch(/^alidade=.*HttpOnly.*SameSite=Lax/);
    expect(cookieOf(answer.headers)).not.toMatch(/Secure|Expires/);
    const page = await agent.get('/account');
    expect(page.text).toContain(EMAIL);
    expect(page.headers['cache-control']).toBe('no-store');
  });

  it('sends the cookie over https only, bound to our host, where people come by https', async () => {
    const safe = makeApp({ ...world, publicAddress: 'https://index.example' });
    const answer = await signIn(agentOf(safe));
    expect(cookieOf(answer.headers)).toMatch(/^__Host-alidade=.*Path=\/; HttpOnly; Secure; SameSite=Lax/);
  });

  it('gives a new id, whatever cookie was brought along', async () => {
    const agent = agentOf(app);
    const first = cookieOf((await signIn(agent)).headers);
    const second = cookieOf((await signIn(agent)).headers);
    expect(second).toMatch(/^alidade=/);
    expect(second).not.toBe(first);
    const old = await agentOf(app)
      .get('/account')
      .set('Cookie', first.split(';')[0] ?? '');
    expect(old.status).toBe(303);
  });

  it('keeps only the hash of the id in the store', async () => {
    const answer = await signIn(agentOf(app));
    const id = /s%3A([^.]+)\./.exec(cookieOf(answer.headers))?.[1] ?? '';
    expect(id.length).toBeGreaterThan(20);
    expect(await world.store.sessions.read(id, now)).toBeUndefined();
  });

  it('gives a visitor no cookie, on no page', async () => {
    for (const address of [
      '/',
      '/sign-in',
      '/forgotten',
      '/nope',
      '/editions/ourdata-2023',
      '/welcome/x',
      '/account',
    ]) {
      expect((await agentOf(app).get(address)).headers['set-cookie'], address).toBeUndefined();
    }
  });

  it.each([
    ['/desk/accounts?done=link', '/desk/accounts?done=link'],
    ['//evil.example', '/desk'],
    ['/\\evil.example', '/desk'],
    ['/\t/evil.example', '/desk'],
    ['https://evil.example', '/desk'],
    ['javascript:alert(1)', '/desk'],
    ['/..//evil.example', '/desk'],
  ])('with then=%j leads to %s', async (then, there) => {
    expect((await signIn(agentOf(app), { then })).headers.location).toBe(there);
  });

  it('asks who wants a page of the desk, and leads back to it', async () => {
    const agent = agentOf(app);
    const asked = await agent.get('/desk/accounts?done=link');
    expect([asked.status, asked.headers.location]).toEqual([303, '/sign-in?then=%2Fdesk%2Faccounts%3Fdone%3Dlink']);
    const form = await agent.get(String(asked.headers.location));
    expect(form.text).toContain('name="then" value="/desk/accounts?done=link"');
  });
});

describe('a wrong password', () => {
  const attempt = (agent: Agent, email: string, password = 'not this password') =>
    agent.post('/sign-in').type('form').send({ email, password });

  it('is answered like an address nobody has, and like a disabled account', async () => {
    const strip = (text: string) => text.replace(/value="[^"]*"/g, '');
    const wrong = await attempt(agentOf(app), EMAIL);
    const unknown = await attempt(agentOf(app), 'nobody@example.org');
    await change({ kind: 'account-disabled' });
    const disabled = await attempt(agentOf(app), EMAIL, PASSWORD);
    await change({ kind: 'account-enabled' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('do not go together');
    for (const other of [unknown, disabled]) {
      expect(other.status).toBe(wrong.status);
      expect(strip(other.text)).toBe(strip(wrong.text));
      expect(other.headers['set-cookie']).toBeUndefined();
    }
    expect(wrong.text).not.toContain('not this password');
  });

  it('may be tried six times from one address; other people there, and the same account elsewhere, are let in', async () => {
    app = makeApp(world, { proxies: 1 });
    const from = (ip: string, email: string, password?: string) =>
      attempt(agentOf(app), email, password).set('X-Forwarded-For', ip);
    for (let nth = 0; nth < 6; nth += 1) expect((await from('192.0.2.1', 'nobody@example.org')).status).toBe(422);
    for (let nth = 0; nth < 6; nth += 1) expect((await from('192.0.2.1', EMAIL)).status).toBe(422);
    const more = await from('192.0.2.1', EMAIL.toUpperCase(), PASSWORD);
    expect(more.status).toBe(429);
    expect(more.text).toContain('too many attempts');
    expect(Number(more.headers['retry-after'])).toBeGreaterThan(0);
    expect((await from('192.0.2.1', 'nobody@example.org')).status).toBe(429);
    expect((await from('192.0.2.1', 'somebody@example.org')).status).toBe(422);
    expect((await from('192.0.2.2', EMAIL, PASSWORD)).status).toBe(303);
  });

  it('is counted also when tried side by side', async () => {
    const all = await Promise.all(Array.from({ length: 30 }, () => attempt(agentOf(app), EMAIL)));
    expect(all.filter(({ status }) => status === 422)).toHaveLength(6);
  });

  it('is counted by network where addresses are of version 6', async () => {
    app = makeApp(world, { proxies: 1 });
    const tried = [];
    for (let nth = 1; nth <= 7; nth += 1) {
      tried.push((await attempt(agentOf(app), EMAIL).set('X-Forwarded-For', `2001:db8:1:2::${nth}`)).status);
    }
    expect(tried).toEqual([422, 422, 422, 422, 422, 422, 429]);
  });

  it('is forgiven once the right one was given', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let nth = 0; nth < 5; nth += 1) await attempt(agentOf(app), EMAIL);
      expect((await signIn(agentOf(app))).status).toBe(303);
    }
  });
});

describe('a session', () => {
  it('lasts while it is used, and ends after twelve hours without', async () => {
    const agent = await anAgent();
    for (let nth = 0; nth < 4; nth += 1) {
      later(11);
      expect(await isIn(agent)).toBe(true);
    }
    later(12.1);
    expect(await isIn(agent)).toBe(false);
  });

  it('ends after seven days in any case', async () => {
    const agent = await anAgent();
    for (let hours = 0; hours < 7 * 24 - 6; hours += 6) {
      later(6);
      expect(await isIn(agent)).toBe(true);
    }
    later(6);
    expect(await isIn(agent)).toBe(false);
  });

  it('is written at most every five minutes', async () => {
    let writes = 0;
    const { sessions } = world.store;
    const counting: World = {
      ...world,
      store: {
        ...world.store,
        sessions: {
          ...sessions,
          touch: (hash, session) => {
            writes += 1;
            return sessions.touch(hash, session);
          },
        },
      },
    };
    app = makeApp(counting);
    const agent = await anAgent();
    writes = 0;
    for (let nth = 0; nth < 20; nth += 1) await agent.get('/account');
    expect(writes).toBe(0);
    later(0.1);
    await agent.get('/account');
    await agent.get('/account');
    expect(writes).toBe(1);
  });

  it('survives a restart with the same secret, and not with another', async () => {
    const cookie = cookieOf((await signIn(agentOf(app))).headers).split(';')[0] ?? '';
    const again = makeApp(world, { secret: 'the same for every application of these tests' });
    expect((await agentOf(again).get('/account').set('Cookie', cookie)).status).toBe(200);
    const other = makeApp(world, { secret: 'another secret, just as long as the other' });
    expect((await agentOf(other).get('/account').set('Cookie', cookie)).status).toBe(303);
  });

  it('ends by a POST and not by a GET', async () => {
    const agent = await anAgent();
    expect((await agent.get('/sign-out')).status).toBe(404);
    expect(await isIn(agent)).toBe(true);
    expect((await agent.post('/sign-out')).status).toBe(303);
    expect(await isIn(agent)).toBe(false);
  });

  it('ends everywhere at once when asked for', async () => {
    const [one, other] = [await anAgent(), await anAgent()];
    expect((await one.post('/account/sign-out-everywhere')).status).toBe(303);
    expect([await isIn(one), await isIn(other)]).toEqual([false, false]);
  });

  it('ends the moment the account is disabled, and does not come back', async () => {
    const agent = await anAgent();
    await change({ kind: 'account-disabled' });
    expect(await isIn(agent)).toBe(false);
    await change({ kind: 'account-enabled' });
    expect(await isIn(agent)).toBe(false);
  });

  it('ends with the password it was begun by, also where it was begun while that was being changed', async () => {
    const agent = await anAgent();
    const late = await world.store.account({ id: account });
    const kept = late?.passwordHash ?? '';
    const other = await hashPassword('another four calm words', EMAIL);
    if (!other.ok) throw new Error('no hash');
    // As when the store had no session to end yet, and got one a moment later.
    const write = world.store.sessions.write;
    let written: Parameters<typeof write> | undefined;
    const slow = {
      ...world,
      store: {
        ...world.store,
        sessions: {
          ...world.store.sessions,
          write: async (...session: typeof written & {}) => {
            written = session;
          },
        },
      },
    };
    const raced = agentOf(makeApp(slow, { secret: 'the same for every application of these tests' }));
    const cookie = cookieOf((await signIn(raced)).headers).split(';')[0] ?? '';
    await change({ kind: 'password-set', passwordHash: other.value });
    if (written !== undefined) await write(...written);
    expect((await agentOf(app).get('/account').set('Cookie', cookie)).status).toBe(303);
    expect(await isIn(agent)).toBe(false);
    await change({ kind: 'password-set', passwordHash: kept });
  });

  it('gets a new id, and the new rights, when roles change', async () => {
    const agent = await anAgent();
    await change({ kind: 'role-granted', grant: { role: 'validator', edition: '*' } });
    const answer = await agent.get('/account');
    expect(answer.text).toContain('Validator, all editions');
    expect(cookieOf(answer.headers)).toMatch(/^alidade=/);
    expect((await agent.get('/account')).headers['set-cookie']).toBeUndefined();
    await change({ kind: 'role-withdrawn', grant: { role: 'validator', edition: '*' } });
    expect((await agent.get('/account')).text).not.toContain('Validator');
  });
});

describe('what was typed', () => {
  const typed = { do: 'grant', role: 'reader', edition: 'a "quoted" <b>', sections: 'one\r\ntwo', country: '' };

  it('goes through signing in, wrong passwords included, and is sent on by a button', async () => {
    const agent = agentOf(app);
    const asked = await agent.post(`/desk/accounts/${account}`).type('form').send(typed);
    expect(asked.status).toBe(401);
    expect(asked.text).toContain('What you typed is kept');
    const wrong = await agent
      .post('/sign-in')
      .type('form')
      .send({ ...hiddenOf(asked.text), email: EMAIL, password: 'x' });
    expect(wrong.status).toBe(422);
    const right = await signIn(agent, hiddenOf(wrong.text));
    expect(right.status).toBe(200);
    expect(right.text).toContain(`action="/desk/accounts/${account}"`);
    expect(hiddenOf(right.text)).toEqual(typed);
  });

  it('is told to a script in JSON', async () => {
    const answer = await agentOf(app).post('/desk/accounts').set('Accept', 'application/json').type('form').send(typed);
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ signIn: '/sign-in' });
  });

  it('is never sent to another site', async () => {
    const right = await signIn(agentOf(app), { 'kept-action': 'https://evil.example/', 'kept:a': 'b' });
    expect([right.status, right.headers.location]).toEqual([303, '/desk']);
  });

  it('is not a password', async () => {
    const answer = await agentOf(app)
      .post('/account/password')
      .type('form')
      .send({ present: 'canary', password: 'canary' });
    expect(answer.status).toBe(303);
    expect(answer.text).not.toContain('canary');
  });
});

describe('public pages', () => {
  it('are the same bytes for visitors and for people, and name nobody', async () => {
    const as = people(world);
    const agent = await as.secretariat();
    for (const address of [
      '/editions/ourdata-2023',
      '/editions/ourdata-2023/countries',
      '/editions/ourdata-2023/countries/KOR',
    ]) {
      const [own, everybodys] = [await agent.get(address), await as.visitor().get(address)];
      expect(own.text).toBe(everybodys.text);
      expect(own.headers['set-cookie']).toBeUndefined();
      expect(own.text).toContain('Your desk');
      expect(own.text).not.toMatch(/Person \d|Sign out/);
    }
  });
});

function hiddenOf(html: string): Record<string, string> {
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [unescaped(name), unescaped(value)]));
}

const unescaped = (text: string): string =>
  text
    .replace(/&#34;|&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
