/** What an attacker tries before signing in: endless texts, addresses written otherwise, names of other hosts, guessing what exists. */
import { Writable } from 'node:stream';
import type { Express } from 'express';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from '../../src/journeys/world.js';
import { makeApp } from '../../src/web/app.js';
import { aWorld } from './a-world.js';
import { type Agent, agentOf, people } from './as.js';

let world: World;
let app: Express;
let logged = '';
beforeAll(async () => {
  world = await aWorld();
  const log = new Writable({
    write: (chunk, _encoding, done) => {
      logged += String(chunk);
      done();
    },
  });
  app = makeApp(world, { log });
});
afterAll(() => world.store.close());

const signIn = (agent: Agent, email: string, password: string) =>
  agent.post('/sign-in').type('form').send({ email, password });

describe('a text that takes long to bring into one form', () => {
  // Signs that are put in order by each other: the work grows with the square of their number.
  const endless = `a${'\u0315\u0300\u05ae'.repeat(55_000)}`;

  it('is no e-mail address and no password, and holds nobody up', async () => {
    expect((await signIn(agentOf(app), endless, 'a password')).status).toBe(422);
    expect((await signIn(agentOf(app), 'nobody@example.org', endless)).status).toBe(422);
  });
});

describe('a zero byte', () => {
  it('is left out of what is looked for', async () => {
    expect((await signIn(agentOf(app), 'no\0body@example.org', 'pass\0word')).status).toBe(422);
  });
});

describe('the token of a link', () => {
  it('is not logged, in whatever way its address was written', async () => {
    const token = 'canary-of-a-token';
    for (const path of [`/welcome/${token}`, `/Welcome/${token}`, `//welcome/${token}`, `/x/../welcome/${token}`]) {
      await request(app).get(path);
    }
    await rawly(`GET http://127.0.0.1/welcome/${token} HTTP/1.1`);
    expect(logged).toContain('/welcome/…');
    expect(logged).not.toContain(token);
  });
});

describe('a request for no path', () => {
  it('is no fault of the house', async () => {
    expect(await rawly('OPTIONS * HTTP/1.1')).toMatch(/^HTTP\/1\.1 [24]/);
    expect(logged).not.toContain('"statusCode":5');
  });
});

describe('a site that lets its name point at this machine', () => {
  const foreign = { Host: 'evil.example:3000', Origin: 'http://evil.example:3000', 'Sec-Fetch-Site': 'same-origin' };

  it('sends nothing to a house that is reached from its own machine alone', async () => {
    // The second by way of a proxy that asks by our own name.
    for (const headers of [foreign, { ...foreign, Host: '127.0.0.1:3000' }]) {
      const answer = await request(app).post('/sign-in').set(headers).type('form').send({ email: 'a', password: 'b' });
      expect(answer.status).toBe(403);
    }
  });

  it('is not told from a proxy where the house has a name of its own', async () => {
    const named = makeApp({ ...world, publicAddress: 'https://index.example' });
    const proxied = { Host: 'inside:3000', Origin: 'https://index.example' };
    const answer = await request(named).post('/sign-in').set(proxied).type('form').send({ email: 'a', password: 'b' });
    expect(answer.status).toBe(422);
  });
});

describe('a page that is not there yet', () => {
  it('is kept by nobody on the way, who would still say so once it is', async () => {
    for (const address of ['/editions/nope', '/editions/nope.pdf', '/editions/nope/releases/1.json', '/nope']) {
      const answer = await agentOf(app).get(address);
      expect([answer.status, answer.headers['cache-control']]).toEqual([404, 'no-cache']);
    }
  });
});

describe('what is behind signing in', () => {
  const addresses = [
    '/desk/nothing-here',
    '/desk/editions/nope/publish',
    '/desk/editions/tiny/publish',
    '/desk/editions/nope/board',
    '/desk/accounts/nobody',
    '/desk/outbox.pdf',
    '/editions/nope/countries/XAA/answers',
    '/editions/nope/countries/XAA/answers/history/q1',
  ];

  it.each(addresses)('looks alike to a visitor whether it exists or not: %s', async (address) => {
    const answer = await agentOf(app).get(address);
    expect([answer.status, answer.headers.location]).toEqual([303, `/sign-in?then=${encodeURIComponent(address)}`]);
    const posted = await agentOf(app).post(address).type('form').send({ a: 'b' });
    if (address.startsWith('/desk')) expect(posted.status).toBe(401);
  });

  it('is not found by who is signed in and may not see it', async () => {
    const reader = await people(world).reader();
    expect((await reader.get('/desk/nothing-here')).status).toBe(404);
  });
});

/** The answer to a request as it stands, which no client would send. */
async function rawly(line: string): Promise<string> {
  const { createServer } = await import('node:http');
  const { connect } = await import('node:net');
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const socket = connect(port, '127.0.0.1');
  socket.write(`${line}\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
  let text = '';
  for await (const chunk of socket) text += String(chunk);
  await new Promise((resolve) => server.close(resolve));
  return text;
}
