// P5: public pages against an Express + EJS + SQLite floor in the same run. P7: start to first answer, idle memory.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import Database from 'better-sqlite3';
import ejs from 'ejs';
import express from 'express';
import { report } from './measure.js';
import { root } from './world.js';

const PAGES = ['/editions/ourdata-2023', '/editions/ourdata-2023/countries/POL'];

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
  for (const page of PAGES) await fetch(house.address + page);
  const floorRate = await rate(floor.address);
  for (const page of PAGES) {
    const measured = await rate(house.address + page);
    const share = measured.requests / floorRate.requests;
    report(
      `P5 ${page}`,
      `${(share * 100).toFixed(0)} % of the floor, p99 ${measured.p99} ms`,
      '≥ 25 %, p99 < 100 ms',
      share >= 0.25 && measured.p99 < 100,
    );
  }
  floor.close();
  await house.stop();
}

async function rate(url) {
  const run = await autocannon({ url, connections: 32, duration: 5, headers: { 'accept-encoding': 'gzip' } });
  if (run.non2xx > 0) throw new Error(`${url} answered ${run.non2xx} requests with a fault`);
  return { requests: run.requests.average, p99: run.latency.p99 };
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
  app.get('/', (_request, response) => response.send(page({ rows: rows.all() })));
  const server = await new Promise((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
