// P4: autosaves of 32 people at the same time, each durable, against one fdatasync after the other in the same folder.
import { closeSync, fdatasyncSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../dist/store/open-store.js';
import { report } from './measure.js';
import { root } from './world.js';

const PEOPLE = 32;
const SECONDS = 3;
/** Fewer syncs a second than this is a slow disk: there the promise of five saves for one sync binds. */
const SLOW = 500;

export async function benchStore() {
  // Where the running state lies, since a temporary folder may be memory.
  mkdirSync(join(root, 'data', 'var'), { recursive: true });
  const folder = mkdtempSync(join(root, 'data', 'var', 'bench-'));
  const floor = syncsPerSecond(join(folder, 'floor'));
  const opened = await openStore(folder);
  if (!opened.ok) throw new Error('the store does not open');
  const times = await saves(opened.value);
  await opened.value.close();
  rmSync(folder, { recursive: true });
  const rate = times.length / SECONDS;
  const p99 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)];
  report(
    `P4 autosave, ${PEOPLE} connections, ${Math.round(rate)}/s over ${Math.round(floor)} syncs/s`,
    `${(rate / floor).toFixed(1)} × the floor, p99 ${p99.toFixed(0)} ms`,
    `≥ 5 × where the disk is slow (< ${SLOW}/s), p99 < 100 ms`,
    p99 < 100 && (floor >= SLOW || rate >= 5 * floor),
  );
}

/** A page of 4 kB appended and synced, one after the other. */
function syncsPerSecond(file) {
  const handle = openSync(file, 'w');
  const page = Buffer.alloc(4096, 7);
  const until = performance.now() + 1000;
  let count = 0;
  while (performance.now() < until) {
    writeSync(handle, page);
    fdatasyncSync(handle);
    count++;
  }
  closeSync(handle);
  return count;
}

/** Milliseconds of each save: everybody records one answer after the other, on the revision of the last. */
async function saves(store) {
  const times = [];
  const until = performance.now() + SECONDS * 1000;
  const person = async (number) => {
    const subject = { kind: 'submission', edition: 'bench', country: `X${String(number).padStart(2, '0')}` };
    for (let revision = 0; performance.now() < until; revision++) {
      const start = performance.now();
      const change = { kind: 'answer-recorded', key: `q${revision % 80}`, answer: { value: 'whole' } };
      const stamp = { subject, by: 'bench', at: new Date().toISOString(), expecting: revision };
      const saved = await store.commit([change], stamp);
      if (!saved.ok) throw new Error(JSON.stringify(saved.problems));
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: PEOPLE }, (_, number) => person(number)));
  return times;
}
