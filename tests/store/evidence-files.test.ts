/** Uploaded evidence: whole under a name of our own, or not there at all. */
import { readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEvidenceFiles } from '../../src/store/evidence-files.js';
import { aFolder } from './a-folder.js';

describe('evidence files', () => {
  it('come back byte for byte, also after the house was opened anew', async () => {
    const folder = join(aFolder(), 'evidence');
    const content = Buffer.from([0, 255, 10, 13, 37, 80, 68, 70]);
    const name = await openEvidenceFiles(folder).keep(content);
    expect(await openEvidenceFiles(folder).read(name)).toEqual(content);
  });

  it('lie under random names without an ending, readable by the house alone', async () => {
    const folder = aFolder();
    const files = openEvidenceFiles(folder);
    const names = await Promise.all([1, 2, 3].map(() => files.keep(Buffer.from('the same'))));
    expect(new Set(names).size).toBe(3);
    for (const name of names) {
      expect(name).toMatch(/^[0-9a-f]{32}$/);
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    }
  });

  it('are never found under a name that is not one of ours, wherever it points', async () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    symlinkSync('/etc/hostname', join(folder, 'link'));
    const files = openEvidenceFiles(join(folder, 'evidence'));
    const names = ['../secret.txt', 'link', '', '.', '..', '/etc/hostname', `${'0'.repeat(32)}\n`, 'A'.repeat(32)];
    for (const name of [...names, '0'.repeat(32)]) expect(await files.read(name)).toBeUndefined();
  });

  it('leave nothing behind of one that was cut off half-way', async () => {
    const folder = aFolder();
    writeFileSync(join(folder, `${'a'.repeat(32)}.part`), 'half');
    openEvidenceFiles(folder);
    expect(readdirSync(folder)).toEqual([]);
  });
});
