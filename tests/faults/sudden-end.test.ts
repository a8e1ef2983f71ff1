/**
 * A process that is killed while it saves: whatever it acknowledged is there, whole, with its line in the log and its message.
 * Needs the build, since the process runs as it is delivered.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.js';
import { aFolder } from '../store/a-folder.js';

const WRITER = fileURLToPath(new URL('./writer.js', import.meta.url));
const built = resolve('dist/store/open-store.js');
const COUNTRIES = ['XAA', 'XAB', 'XAC', 'XAD'];
/** Six hundred before a release. */
const ROUNDS = Number(process.env.ALIDADE_KILLS ?? 100);

describe.skipIf(!existsSync(built) && process.env.CI === undefined)('a sudden end (needs the build)', () => {
  it('loses nothing that was acknowledged, at whatever moment it comes', async () => {
    let folder = aFolder();
    const last = new Map<string, number>();
    let acknowledged = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      // A new file now and then, so that the first moments of one are struck too.
      if (round % 20 === 0) {
        folder = aFolder();
        last.clear();
      }
      acknowledged += await killedAfter(folder, Math.random() * 40, last);
      await checkAll(folder, last);
    }
    expect(acknowledged).toBeGreaterThan(ROUNDS);
  }, 240_000);
});

/** Starts a writer, kills it so many milliseconds after its first word, and notes what it acknowledged; how much that was. */
function killedAfter(folder: string, milliseconds: number, last: Map<string, number>): Promise<number> {
  return new Promise((answer, fail) => {
    const writer = spawn(process.execPath, [WRITER, built, folder, COUNTRIES.join(',')]);
    let [said, complaint] = ['', ''];
    writer.stdout.once('data', () => setTimeout(() => writer.kill('SIGKILL'), milliseconds));
    writer.stdout.on('data', (chunk: Buffer) => {
      said += chunk;
    });
    writer.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk;
    });
    writer.once('close', (_code, signal) => {
      if (signal !== 'SIGKILL') return fail(new Error(`the writer ended by itself: ${complaint}`));
      const words = said.split('\n').slice(0, -1);
      for (const word of words) {
        const [country = '', revision] = word.split(' ');
        last.set(country, Math.max(last.get(country) ?? 0, Number(revision)));
      }
      return answer(words.length);
    });
  });
}

/** No half-done state: each submission stands where its log ends, and each save has its two lines and its message. */
async function checkAll(folder: string, last: ReadonlyMap<string, number>): Promise<void> {
  const opened = await openStore(folder);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const store = opened.value;
  const verified = await store.verifyLog();
  const submissions = await store.submissions('demo');
  await store.close();
  const saves = submissions.reduce((sum, { revision }) => sum + revision, 0);
  expect(verified).toMatchObject({ ok: true, value: { lines: 2 * saves } });
  for (const { country, revision, answers } of submissions) {
    expect(revision).toBeGreaterThanOrEqual(last.get(country) ?? 0);
    expect(answers.q6).toEqual({ value: `written ${revision}` });
  }
  expect([...last.keys()].every((country) => submissions.some((one) => one.country === country))).toBe(true);
  const db = new Database(join(folder, 'alidade.db'), { readonly: true });
  expect(db.prepare('select count(*) from outbox').pluck().get()).toBe(saves);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  db.close();
}
