/**
 * A disk that takes no more: nothing is called saved, what is there can be read, and saving goes on without a restart once there is
 * room. Needs the build, and prlimit, which sets how much a process may write to a file.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.js';
import { aFolder } from '../store/a-folder.js';

const WRITER = fileURLToPath(new URL('./full-disk-writer.js', import.meta.url));
const built = resolve('dist/store/open-store.js');
const canLimit = spawnSync('prlimit', ['--version']).status === 0;

describe.skipIf(!existsSync(built) || !canLimit)('a full disk (needs the build and prlimit)', () => {
  it('saves nothing and says so, reads on, and saves again when there is room', async () => {
    const folder = aFolder();
    // The signal that would end the process is ignored, as on a disk that is full there is none.
    const limited = 'trap "" XFSZ; ulimit -S -f 2000; exec "$@"';
    const writer = spawn('bash', ['-c', limited, 'bash', process.execPath, WRITER, built, folder]);
    const said: unknown[] = [];
    for await (const line of createInterface({ input: writer.stdout })) {
      said.push(JSON.parse(line));
      if (said.length === 1) spawnSync('prlimit', ['--pid', String(writer.pid), '--fsize=unlimited']);
    }
    const [first, second] = said as { revision: number }[];
    expect(first).toMatchObject({ word: 'refused', code: 'store-cannot-write', read: first?.revision });
    expect(second).toMatchObject({ word: 'saved', revision: (first?.revision ?? 0) + 1, log: true });
    const again = await openStore(folder);
    expect(again.ok && (await again.value.submission('demo', 'XAA')).revision).toBe(second?.revision);
    if (again.ok) await again.value.close();
  }, 60_000);
});
