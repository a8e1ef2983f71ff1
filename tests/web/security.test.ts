/** What keeps pages to themselves: headers, writes from our own pages only, a log that holds nothing of anybody. */
import { Writable } from 'node:stream';
import type { Express } from 'express';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from '../../src/journeys/world.js';
import { makeApp } from '../../src/web/app.js';
import { aWorld } from './a-world.js';

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

const FORM = '/editions/tiny/countries/XAA/answers/access';
const post = (headers: Record<string, string>) =>
  request(app).post(FORM).set(headers).type('form').send({ revision: '0', point: 'q6', q6: 'canary-of-an-answer' });

describe('headers', () => {
  it('let nothing run or load but our own, on pages and on faults', async () => {
    for (const address of ['/', '/nope', '/editions/ourdata-2023.pdf', '/health']) {
      const { headers } = await request(app).get(address);
      expect(headers['content-security-policy']).toContain("default-src 'self'");
      expect(headers['content-security-policy']).toContain("script-src 'self'");
      expect(headers['content-security-policy']).not.toMatch(/unsafe-|upgrade-insecure/);
      expect(headers['referrer-policy']).toBe('same-origin');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['strict-transport-security']).toBeUndefined();
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });

  it('keep browsers on https where people reach the house by it', async () => {
    const { headers } = await request(makeApp({ ...world, publicAddress: 'https://index.example' })).get('/');
    expect(headers['strict-transport-security']).toMatch(/max-age=\d{7,}/);
    expect(headers['content-security-policy']).toContain('upgrade-insecure-requests');
  });

  it('let assets be kept for ever, under an address that changes with the build', async () => {
    const sheet = /href="(\/assets\/[0-9a-f]{12}\/page\.css)"/.exec((await request(app).get('/')).text)?.[1] ?? '';
    const answer = await request(app).get(sheet);
    expect(answer.status).toBe(200);
    expect(answer.headers['cache-control']).toContain('immutable');
    const base = sheet.replace('page.css', '');
    expect((await request(app).get(`${base}chart.js`)).status).toBe(200);
    expect((await request(app).get(`${base}fonts/IBMPlexSans_400Regular.ttf`)).status).toBe(200);
    for (const name of [
      '../../package.json',
      '..%2f..%2fpackage.json',
      'core/report/overview.js',
      'core/../config.js',
      '.env',
    ]) {
      expect((await request(app).get(base + name)).status, name).toBe(404);
    }
  });
});

describe('a write', () => {
  it.each([
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a neighbour of ours', { 'Sec-Fetch-Site': 'same-site' }],
    ['another origin, in an old browser', { Origin: 'https://evil.example' }],
    ['a page without origin', { Origin: 'null' }],
    ['nowhere it tells', {}],
  ])('from %s is refused', async (_where, headers) => {
    const answer = await post(headers);
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('sent from another site');
    expect((await world.store.submission('tiny', 'XAA')).revision).toBe(0);
  });

  it('from our own page is taken, by either header', async () => {
    expect((await post({ 'Sec-Fetch-Site': 'same-origin' })).status).toBe(303);
    const old = await request(app)
      .post(FORM)
      .set({ Host: 'localhost:3000', Origin: 'http://localhost:3000' })
      .type('form')
      .send({ revision: '1', point: 'q6', q6: 'again' });
    expect(old.status).toBe(303);
  });

  it('that is too large or cannot be read is refused with a sentence', async () => {
    const large = await request(app)
      .post(FORM)
      .set({ 'Sec-Fetch-Site': 'same-origin' })
      .type('form')
      .send(`q6=${'x'.repeat(1_100_000)}`);
    expect(large.status).toBe(413);
    expect(large.text).toContain('holds more than this page takes');
    const many = await request(app)
      .post(FORM)
      .set({ 'Sec-Fetch-Site': 'same-origin' })
      .type('form')
      .send('a=1&'.repeat(6000));
    expect(many.status).toBe(413);
  });

  it('to a published edition is refused', async () => {
    const answer = await request(app)
      .post('/editions/ourdata-2017/countries/KOR/answers/strategy')
      .set({ 'Sec-Fetch-Site': 'same-origin' })
      .type('form')
      .send({});
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('is published');
  });
});

describe('the log', () => {
  it('holds a line per request and nothing of an answer, a cookie or a query', async () => {
    await request(app).get('/editions/ourdata-2023/compare?countries=canary-query').set('Cookie', 'canary-cookie=1');
    await post({ 'Sec-Fetch-Site': 'same-origin' });
    expect(logged).toContain('"url":"/editions/ourdata-2023/compare"');
    expect(logged).not.toContain('canary');
  });
});
