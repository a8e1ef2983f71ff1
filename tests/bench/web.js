// P5: public pages, and a delegate's section page, against an Express + EJS + SQLite floor in the same run; the floor of the section
// page looks a session up as well. P7: start to first answer, idle memory.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import Database from 'better-sqlite3';
import ejs from 'ejs';
import express from 'express';
import session from 'express-session';
import { KNOWN_PASSWORD } from '../../dist/journeys/preparing/seed-people.js';
import { report } from './measure.js';
import { root } from './world.js';

const PAGES = ['/editions/ourdata-2023', '/editions/ourdata-2023/countries/POL'];
const SECTION = '/editions/demonstration-2026/countries/XAA/answers/strategy';
const DELEGATE = 'delegate@alidade.example';

export async function benchWeb() {
  const data = mkdtempSync(join(tmpdir(), 'alidade-bench-web-'));
  await (await start(data)).stop();
  const house = await start(data);
  report(
    'P7 start to first answer, store seeded',
    `${(house.started / 1000).toFixed(2)} s`,
    '< 1.5 s',
    house.started < 1500,
  );
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const resident = residentOf(house.pid);
  report('P7 idle memory', `${resident.toFixed(0)} MB`, '< 150 MB', resident < 150);
  const floor = await floorServer();
  const visitor = await rate(floor.address);
  for (const page of PAGES) {
    await fetch(house.address + page);
    compare(page, await rate(house.address + page), visitor);
  }
  const cookie = await signIn(house.address);
  const signedIn = await rate(`${floor.address}signed-in`, floor.cookie);
  compare(SECTION, await rate(house.address + SECTION, cookie), signedIn);
  floor.close();
  await house.stop();
}

function compare(page, { requests, p99 }, floor) {
  const share = requests / floor.requests;
  report(
    `P5 ${page}`,
    `${requests.toFixed(0)}/s, ${(share * 100).toFixed(0)} % of the floor, p99 ${p99} ms`,
    '≥ 25 %, p99 < 100 ms',
    share >= 0.25 && p99 < 100,
  );
}

async function rate(url, cookie) {
  const headers = { 'accept-encoding': 'gzip', ...(cookie === undefined ? {} : { cookie }) };
  const run = await autocannon({ url, connections: 32, duration: 5, headers });
  if (run.non2xx > 0) throw new Error(`${url} answered ${run.non2xx} requests with a fault`);
  return { requests: run.requests.average, p99: run.latency.p99 };
}

/** As a browser does it, with the demonstration's delegate. */
async function signIn(address) {
  const entered = await fetch(`${address}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ email: DELEGATE, password: KNOWN_PASSWORD }),
  });
  const [cookie] = entered.headers.getSetCookie();
  if (entered.status !== 303 || cookie === undefined) throw new Error(`signing in answered ${entered.status}`);
  return cookie.split(';')[0];
}

async function start(data) {
  const began = performance.now();
  const child = spawn(process.execPath, ['dist/main.js', 'serve', '--demonstration'], {
    cwd: root,
    env: { ...process.env, PORT: '0', ALIDADE_DATA: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stderr.resume();
  const address = await new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const found = /http:\/\/[0-9.:]+/.exec(said);
      if (found) resolve(found[0]);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  await fetch(`${address}/editions/ourdata-2023`);
  const stop = () =>
    new Promise((resolve) => {
      child.removeAllListeners('exit');
      child.once('exit', resolve);
      child.kill('SIGTERM');
    });
  return { address, pid: child.pid, started: performance.now() - began, stop };
}

function residentOf(pid) {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1000;
}

/** One row from SQLite through a compiled template of forty rows, per request. */
async function floorServer() {
  const database = new Database(':memory:');
  database.exec('create table countries (code text, score real)');
  for (let k = 0; k < 40; k++) database.prepare('insert into countries values (?, ?)').run(`C${k}`, k / 40);
  const rows = database.prepare('select * from countries order by score desc');
  const page = ejs.compile(
    '<!doctype html><title>floor</title><table><% for (const row of rows) { %><tr><th><%= row.code %></th><td><%= row.score.toFixed(2) %></td></tr><% } %></table>',
  );
  const app = express();
  const answer = (_request, response) => response.send(page({ rows: rows.all() }));
  app.get('/', answer);
  app.use(session({ secret: 'floor', store: sessionsIn(database), saveUninitialized: true, resave: false }));
  app.get('/signed-in', answer);
  const server = await new Promise((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const address = `http://127.0.0.1:${server.address().port}/`;
  const [cookie] = (await fetch(`${address}signed-in`)).headers.getSetCookie();
  return { address, cookie: cookie.split(';')[0], close: () => server.close() };
}

function sessionsIn(database) {
  database.exec('create table sessions (id text primary key, data text)');
  const read = database.prepare('select data from sessions where id = ?').pluck();
  const write = database.prepare('insert or replace into sessions values (?, ?)');
  return Object.assign(new session.Store(), {
    get: (id, done) => done(null, JSON.parse(read.get(id) ?? 'null')),
    set: (id, data, done) => done(null, void write.run(id, JSON.stringify(data))),
    destroy: (_id, done) => done(null),
    touch: (_id, _data, done) => done(null),
  });
}
