/**
 * The real server, killed at random moments while a delegate's answers arrive by autosave: after each start every answer it said was
 * saved is on record, the log holds, and the delegate is still signed in. Needs the build.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.js';
import { aFolder } from '../store/a-folder.js';

/** A hundred before a release. */
const ROUNDS = Number(process.env.ALIDADE_SERVER_KILLS ?? 20);
const EDITION = 'demonstration-2026';
const COUNTRY = 'XAA';

describe.skipIf(!existsSync(resolve('dist/main.js')) && process.env.CI === undefined)(
  'a server that is killed (needs the build)',
  () => {
    it('has every answer it called saved', { timeout: 240_000 }, async () => {
      const folder = aFolder();
      let [cookie, acknowledged, sent] = ['', 0, 0];
      for (let round = 0; round < ROUNDS; round += 1) {
        const { server, address } = await start(folder);
        if (round === 0) cookie = await signIn(address);
        let revision = await revisionOf(address, cookie);
        setTimeout(() => server.kill('SIGKILL'), Math.random() * 250);
        const ended = new Promise((done) => server.once('close', done));
        for (;;) {
          const saved = await save(address, cookie, { revision, value: sent + 1 });
          sent += 1;
          if (saved === undefined) break;
          revision = saved;
          acknowledged = sent;
        }
        await ended;
        const recorded = await recordedIn(folder);
        // The last one may have reached the disk although nobody was told.
        expect([acknowledged, sent]).toContain(recorded);
        acknowledged = recorded;
      }
      expect(acknowledged).toBeGreaterThan(ROUNDS);
    });
  },
);

async function start(folder: string): Promise<{ server: ChildProcess; address: string }> {
  const server = spawn(process.execPath, ['dist/main.js', 'serve', '--demonstration'], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', ALIDADE_DATA: folder },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const address = await new Promise<string>((found, fail) => {
    let said = '';
    server.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [at] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
      if (at !== undefined) found(at);
    });
    server.once('exit', (code) => fail(new Error(`the server ended with ${code}`)));
  });
  return { server, address };
}

const OURS = { 'sec-fetch-site': 'same-origin' };

async function signIn(address: string): Promise<string> {
  const body = new URLSearchParams({ email: 'delegate@alidade.example', password: 'open-by-default-2026' });
  const entered = await fetch(`${address}/sign-in`, { method: 'POST', redirect: 'manual', headers: OURS, body });
  expect(entered.status).toBe(303);
  return entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

const SECTION = `/editions/${EDITION}/countries/${COUNTRY}/answers/portal`;

/** Who signed in before the server was killed is still signed in. */
async function revisionOf(address: string, cookie: string): Promise<number> {
  const page = await fetch(address + SECTION, { headers: { cookie }, redirect: 'manual' });
  expect(page.status).toBe(200);
  return Number(/name="revision" value="(\d+)"/.exec(await page.text())?.[1]);
}

/** The revision the server said the number was saved as; undefined once the server is gone. */
async function save(
  address: string,
  cookie: string,
  { revision, value }: { readonly revision: number; readonly value: number },
): Promise<number | undefined> {
  const headers = { ...OURS, cookie, accept: 'application/json' };
  const body = new URLSearchParams({ revision: String(revision), point: 'q67', q67: String(value) });
  try {
    const answer = await fetch(address + SECTION, { method: 'POST', headers, body });
    expect(answer.status).toBe(200);
    return ((await answer.json()) as { revision: number }).revision;
  } catch (cause) {
    if (cause instanceof TypeError || cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

async function recordedIn(folder: string): Promise<number> {
  const opened = await openStore(folder);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const { answers } = await opened.value.submission(EDITION, COUNTRY);
  expect((await opened.value.verifyLog()).ok).toBe(true);
  await opened.value.close();
  const answer = answers.q67;
  return answer !== undefined && 'value' in answer ? Number(answer.value) : 0;
}
