// P5: public pages against a bare page, and a delegate's section page against a bare form of its size, in the same run.
// P7: start to first answer, idle memory.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { KNOWN_PASSWORD } from '../../dist/journeys/preparing/seed-people.js';
import { floorServer } from './floor.js';
import { report } from './measure.js';
import { root } from './world.js';

const PAGES = ['/editions/ourdata-2023', '/editions/ourdata-2023/countries/POL'];
const SECTION = '/editions/demonstration-2026/countries/XAA/answers/strategy';
const DELEGATE = 'delegate@alidade.example';

export async function benchWeb() {
  const data = mkdtempSync(join(tmpdir(), 'alidade-bench-web-'));
  await (await start(data)).stop();
  const starts = [];
  for (let round = 0; round < 3; round++) {
    const once = await start(data);
    starts.push(once.started);
    await once.stop();
  }
  const house = await start(data);
  const best = Math.min(...starts, house.started);
  report(
    'P7 start to first answer, store seeded',
    `${(best / 1000).toFixed(2)} s, the best of four`,
    '< 1.5 s',
    best < 1500,
  );
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const resident = residentOf(house.pid);
  report('P7 idle memory', `${resident.toFixed(0)} MB`, '< 150 MB', resident < 150);
  const cookie = await signIn(house.address);
  const form = await (await fetch(house.address + SECTION, { headers: { cookie } })).text();
  const floor = await floorServer({ fields: form.match(/<(input|textarea|select)/g).length, bytes: form.length });
  const visitor = await rate(floor.page);
  for (const page of PAGES) {
    await fetch(house.address + page);
    compare(page, await rate(house.address + page), visitor);
  }
  compare(SECTION, await rate(house.address + SECTION, cookie), await rate(floor.form, floor.cookie), visitor);
  floor.close();
  await house.stop();
}

/** @param page a bare page, to show beside the floor of another one */
function compare(what, { requests, p99 }, floor, page) {
  const share = requests / floor.requests;
  const beside = page === undefined ? '' : ` (of a bare page ${percent(requests / page.requests)})`;
  report(
    `P5 ${what}`,
    `${requests.toFixed(0)}/s, ${percent(share)} of the floor${beside}, p99 ${p99} ms`,
    '≥ 25 %, p99 < 100 ms',
    share >= 0.25 && p99 < 100,
  );
}

const percent = (share) => `${(share * 100).toFixed(0)} %`;

async function rate(url, cookie) {
  const headers = { 'accept-encoding': 'gzip', ...(cookie === undefined ? {} : { cookie }) };
  // Compiling and filling of caches is over before it counts; of ours as of the floor.
  await autocannon({ url, connections: 32, duration: 2, headers });
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
    // What robustness runs cost is measured by itself.
    env: { ...process.env, PORT: '0', ALIDADE_DATA: data, ALIDADE_THREADS: '0' },
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
