/** SQLite behind the store: the contract, and what is refused at the door. */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { connectBoth, openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { aFolder } from './a-folder.js';
import { describeStore } from './contract.js';
import { recorded, stamp } from './contract-stamps.js';

async function opened(folder: string): Promise<Store> {
  const outcome = await openStore(folder);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

// Ten thousand tries.
describeStore('SQLite', () => opened(aFolder()), 1250);

/** A folder whose database holds an answer and is closed. */
async function aKeptFolder(): Promise<{ folder: string; file: string }> {
  const folder = aFolder();
  const store = await opened(folder);
  await store.commit([recorded('q1', 'whole')], stamp(0));
  await store.close();
  return { folder, file: join(folder, 'alidade.db') };
}

describe('opening a store', () => {
  it('makes the folder, keeps one file, and finds the answers again', async () => {
    const folder = join(aFolder(), 'deep', 'down');
    await (await opened(folder)).close();
    const store = await opened(folder);
    await store.commit([recorded('q1', 'whole')], stamp(0));
    await store.close();
    const again = await opened(folder);
    expect((await again.submission('demo', 'XAA')).answers).toEqual({ q1: { value: 'whole' } });
    await again.close();
    expect(readdirSync(folder)).toEqual(['alidade.db']);
  });

  it('keeps folder and file to their owner, also a file that came with wider rights', async () => {
    const folder = join(aFolder(), 'own');
    const file = join(folder, 'alidade.db');
    const rights = (path: string) => statSync(path).mode & 0o777;
    await (await opened(folder)).close();
    expect([rights(folder), rights(file)]).toEqual([0o700, 0o600]);
    chmodSync(file, 0o644);
    const store = await opened(folder);
    expect([file, `${file}-wal`, `${file}-shm`].map(rights)).toEqual([0o600, 0o600, 0o600]);
    await store.close();
  });

  it('syncs each commit on every connection, also of a file that was there before', async () => {
    const { folder } = await aKeptFolder();
    const { writer, reader, close } = connectBoth(join(folder, 'alidade.db'));
    for (const db of [writer, reader]) {
      const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(db);
      expect(rows).toEqual([{ synchronous: 2 }]);
    }
    await close();
  });

  it('writes ahead, and lets nobody take a line out of the log', async () => {
    const { file } = await aKeptFolder();
    const db = new Database(file);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(() => db.exec('delete from change_log')).toThrow('only added to');
    expect(() => db.exec('update change_log set "by" = \'somebody else\'')).toThrow('only added to');
    db.close();
  });

  it('lets nobody alter or take out a robustness result', async () => {
    const { file } = await aKeptFolder();
    const db = new Database(file);
    db.exec("insert into robustness values ('demo', 1, '2026-11-21T12:00:00.000Z', 'a', 'f', '{}', 'h')");
    expect(() => db.exec("update robustness set result = '1'")).toThrow('stays as it was');
    expect(() => db.exec('delete from robustness')).toThrow('stays as it was');
    db.close();
  });

  const mutations: readonly [string, string, (file: string) => void][] = [
    ['is not a database', 'store-not-a-database', (file) => writeFileSync(file, 'country,question\nXAA,q1\n')],
    ['is empty', 'store-not-a-database', (file) => truncateSync(file, 0)],
    ['is cut short', 'store-damaged', (file) => truncateSync(file, 8192)],
    ['is cut in the middle of a page', 'store-damaged', (file) => truncateSync(file, 6000)],
    ['has a page overwritten', 'store-damaged', (file) => overwrite(file, 4096)],
    ['has a wrong header behind the first words', 'store-damaged', (file) => overwrite(file, 16)],
    ['belongs to another program', 'store-foreign', (file) => change(file, 'pragma application_id = 7')],
    [
      'was written by a newer version',
      'store-newer',
      (file) => change(file, "insert into kysely_migration values ('9999-later', '2030-01-01')"),
    ],
  ];
  it.each(mutations)('refuses a file that %s, and leaves every byte of it', async (_what, code, mutate) => {
    const { file } = await aKeptFolder();
    const folder = aFolder();
    const copy = join(folder, 'alidade.db');
    copyFileSync(file, copy);
    mutate(copy);
    const before = readFileSync(copy);
    expect(await openStore(folder)).toEqual({
      ok: false,
      problems: [{ code, details: expect.objectContaining({ file: copy }) }],
    });
    expect(readFileSync(copy).equals(before)).toBe(true);
  });

  it('refuses a data folder that is a file', async () => {
    const folder = join(aFolder(), 'taken');
    writeFileSync(folder, '');
    expect(await openStore(folder)).toMatchObject({ ok: false, problems: [{ code: 'store-folder' }] });
  });

  it('refuses a database of that name that is a folder', async () => {
    const folder = aFolder();
    mkdirSync(join(folder, 'alidade.db'), { recursive: true });
    expect(await openStore(folder)).toMatchObject({ ok: false, problems: [{ code: 'store-not-a-database' }] });
  });

  it.skipIf(process.getuid?.() === 0)('calls a file it may not write to no damaged one (not run as root)', async () => {
    const { folder, file } = await aKeptFolder();
    chmodSync(file, 0o444);
    expect(await openStore(folder)).toMatchObject({ ok: false, problems: [{ code: 'store-folder' }] });
  });

  it('starts afresh beside a new file that was never finished', async () => {
    const folder = aFolder();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `alidade.db.new-${process.pid}`), 'half');
    await (await opened(folder)).close();
    expect(existsSync(join(folder, 'alidade.db'))).toBe(true);
  });

  it('says that nothing was saved while another program holds the file, and saves once it is free', async () => {
    const { folder, file } = await aKeptFolder();
    const store = await opened(folder);
    const other = new Database(file);
    other.exec('begin immediate');
    expect(await store.commit([recorded('q5', 'most')], stamp(1))).toMatchObject({
      ok: false,
      problems: [{ code: 'store-cannot-write' }],
    });
    expect((await store.submission('demo', 'XAA')).answers).toEqual({ q1: { value: 'whole' } });
    other.exec('rollback');
    other.close();
    expect(await store.commit([recorded('q5', 'most')], stamp(1))).toMatchObject({ ok: true });
    await store.close();
  }, 20_000);
});

const overwrite = (file: string, at: number): void => {
  const bytes = readFileSync(file);
  bytes.fill(0x5a, at, at + 600);
  writeFileSync(file, bytes);
};

const change = (file: string, statement: string): void => {
  const db = new Database(file);
  db.exec(statement);
  db.pragma('wal_checkpoint(truncate)');
  db.close();
};
