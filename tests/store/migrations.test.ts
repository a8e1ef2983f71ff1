/** A file of each released schema, with what people had written into it, opened by this version: nothing is lost. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { aFolder } from './a-folder.js';
import { of, recorded, stamp } from './contract-stamps.js';

/** As the first version made it: schema, migration table and two saves of a country. */
const FIRST = `
  pragma journal_mode = wal;
  create table kysely_migration (name varchar(255) not null primary key, timestamp varchar(255) not null);
  create table kysely_migration_lock (id varchar(255) not null primary key, is_locked integer default 0 not null);
  insert into kysely_migration values ('0001-answers', '2026-10-01T00:00:00.000Z');
  insert into kysely_migration_lock values ('migration_lock', 0);
  create table submission (edition text not null, country text not null, revision integer not null, saved_at text not null,
    constraint submission_pk primary key (edition, country));
  create table answer (edition text not null, country text not null, key text not null, answer text not null,
    constraint answer_pk primary key (edition, country, key));
  create table change_log (id integer primary key autoincrement, edition text not null, country text not null,
    revision integer not null, by text not null, at text not null, change text not null);
  create index change_log_of_submission on change_log (edition, country, id);
  create trigger change_log_no_update before update on change_log begin select raise(abort, 'the change log is only added to'); end;
  create trigger change_log_no_delete before delete on change_log begin select raise(abort, 'the change log is only added to'); end;
  insert into submission values ('demo', 'XAA', 2, '2026-10-02T08:00:00.000Z');
  insert into answer values ('demo', 'XAA', 'q1', '{"value":"some"}'), ('demo', 'XAA', 'q2/i4', '{"missing":"not-known"}');
  insert into change_log values
    (1, 'demo', 'XAA', 1, 'Ilse Marn', '2026-10-01T08:00:00.000Z', '{"kind":"answer-recorded","key":"q1","answer":{"value":"whole"}}'),
    (2, 'demo', 'XAA', 1, 'Ilse Marn', '2026-10-01T08:00:00.000Z', '{"kind":"answer-recorded","key":"q2/i4","answer":{"missing":"not-known"}}'),
    (4, 'demo', 'XAA', 2, 'Oda Pell', '2026-10-02T08:00:00.000Z', '{"kind":"answer-recorded","key":"q1","answer":{"value":"some"}}');
  pragma application_id = ${0x416c6964};
`;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

async function openedFirst(): Promise<Store> {
  const folder = aFolder();
  const db = new Database(join(folder, 'alidade.db'));
  db.exec(FIRST);
  db.close();
  const outcome = await openStore(folder);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

describe('a file of the first schema', () => {
  it('keeps answers, their times and the history, and its submissions have begun', async () => {
    const store = await openedFirst();
    expect(await store.submission('demo', 'XAA')).toEqual({
      edition: 'demo',
      country: 'XAA',
      revision: 2,
      status: 'in-progress',
      answers: { q1: { value: 'some' }, 'q2/i4': { missing: 'not-known' } },
      answeredAt: { q1: '2026-10-02T08:00:00.000Z', 'q2/i4': '2026-10-01T08:00:00.000Z' },
      ...{ remarks: {}, evidence: [], assessments: {}, asksReopening: false },
      savedAt: '2026-10-02T08:00:00.000Z',
    });
    expect((await store.history(of('XAA'))).map(({ by }) => by)).toEqual(['Oda Pell', 'Ilse Marn', 'Ilse Marn']);
    await store.close();
  });

  it('gets its log chained, and goes on from there', async () => {
    const store = await openedFirst();
    expect(await store.verifyLog()).toMatchObject({ ok: true, value: { lines: 3 } });
    expect(await store.commit([recorded('q1', 'none')], stamp(2))).toEqual({ ok: true, value: { revision: 3 } });
    expect(await store.verifyLog()).toMatchObject({ ok: true, value: { lines: 4 } });
    await store.close();
  });

  it('is not changed by halves: a step that fails leaves the file as it was', async () => {
    const folder = aFolder();
    const db = new Database(join(folder, 'alidade.db'));
    db.exec(`${FIRST} create table outbox (id integer);`);
    const schema = () => db.prepare('select name, sql from sqlite_schema order by name').all();
    const before = schema();
    await expect(openStore(folder)).rejects.toThrow('already exists');
    expect(schema()).toEqual(before);
    db.close();
  });
});

/** As the second version left it: all of today without what the third step adds, with what people had written into it. */
async function ofTheSecond(): Promise<string> {
  const folder = aFolder();
  const first = await openStore(folder);
  if (!first.ok) throw new Error('the store does not open');
  await first.value.commit([recorded('q1', 'some')], stamp(0));
  const subject = { kind: 'account', account: 'a1' } as const;
  await first.value.commit([{ kind: 'account-created', email: 'i@xaa.example', name: 'I' }], stamp(0, { subject }));
  await first.value.close();
  const db = new Database(join(folder, 'alidade.db'));
  db.exec("drop table robustness; delete from kysely_migration where name = '0003-robustness'");
  db.close();
  return folder;
}

describe('a file of the second schema', () => {
  it('keeps all it holds, and takes robustness results from then on', async () => {
    const opened = await openStore(await ofTheSecond());
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
    const store = opened.value;
    expect((await store.submission('demo', 'XAA')).answers).toEqual({ q1: { value: 'some' } });
    expect(await store.robustness('demo')).toEqual([]);
    const result = {
      kind: 'robustness-stored',
      number: 1,
      fingerprint: 'f',
      result: '{}',
      hash: sha256('{}'),
    } as const;
    const stored = await store.commit([result], stamp(0, { subject: { kind: 'robustness', edition: 'demo' } }));
    expect(stored).toEqual({ ok: true, value: { revision: 1 } });
    expect(await store.verifyLog()).toMatchObject({ ok: true, value: { lines: 3 } });
    await store.close();
  });
});

describe('a step that was done and not noted', () => {
  it('is found done', async () => {
    const folder = aFolder();
    const first = await openStore(folder);
    if (!first.ok) throw new Error('the store does not open');
    await first.value.commit([recorded('q1', 'some')], stamp(0));
    await first.value.close();
    const db = new Database(join(folder, 'alidade.db'));
    db.exec("delete from kysely_migration where name <> '0001-answers'");
    db.close();
    const again = await openStore(folder);
    expect(again.ok && (await again.value.verifyLog())).toMatchObject({ ok: true, value: { lines: 1 } });
    if (again.ok) await again.value.close();
  });
});
