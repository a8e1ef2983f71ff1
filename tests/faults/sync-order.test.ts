/**
 * The order of system calls: what was written ahead is synced before anybody is told "saved", also on a database that was opened
 * again. Needs the build and strace.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { aFolder } from '../store/a-folder.js';

const WRITER = fileURLToPath(new URL('./writer.js', import.meta.url));
const built = resolve('dist/store/open-store.js');
const canTrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;
const CALLS = 'trace=pwrite64,write,fdatasync,fsync';

describe.skipIf(!existsSync(built) || !canTrace)('an acknowledgement (needs the build and strace)', () => {
  it('comes after the sync of all that was written before it, each time', () => {
    const folder = aFolder();
    // The first run makes the file; the traced one opens it again.
    execFileSync(process.execPath, [WRITER, built, folder, 'XAA', '1']);
    const writer = [process.execPath, WRITER, built, folder, 'XAA,XAB,XAC', '5'];
    const { stderr } = spawnSync('strace', ['-f', '-y', '-s', '16', '-e', CALLS, ...writer], { encoding: 'utf8' });
    let [unsynced, written] = [0, 0];
    let acknowledged = 0;
    for (const call of stderr.split('\n')) {
      if (/pwrite64\(\d+<.*alidade\.db-wal>/.test(call)) {
        unsynced += 1;
        written += 1;
      }
      if (/(fdatasync|fsync)\(\d+<.*alidade\.db-wal>/.test(call)) unsynced = 0;
      if (/write\(1<.*"XA/.test(call)) {
        acknowledged += 1;
        expect(unsynced).toBe(0);
      }
    }
    expect(acknowledged).toBe(15);
    expect(written).toBeGreaterThan(5);
  });
});
