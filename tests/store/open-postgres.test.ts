/** PostgreSQL behind the store: the same contract, and what is refused at the door. */
import { describe, expect, it } from 'vitest';
import { openPool, openPostgres } from '../../src/store/open-postgres.js';
import type { Store } from '../../src/store/store.js';
import { aPglite } from './a-pglite.js';
import { describeStore } from './contract.js';
import { recorded, stamp } from './contract-stamps.js';

async function opened(): Promise<Store> {
  const outcome = await openPool(await aPglite());
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

describeStore('PostgreSQL', opened);

describe('opening a store on a server', () => {
  it('refuses a database that a newer version has written', async () => {
    const pool = await aPglite();
    const client = await pool.connect();
    await client.query('create table kysely_migration (name text, timestamp text)', []);
    await client.query("insert into kysely_migration values ('9999-later', '2030-01-01')", []);
    client.release();
    expect(await openPool(pool)).toMatchObject({
      ok: false,
      problems: [{ code: 'server-newer', details: { steps: '9999-later' } }],
    });
  });

  it('brings a database of the second schema to this one, with all it holds', async () => {
    const pool = await aPglite();
    const before = await openPool(pool);
    if (!before.ok) throw new Error(JSON.stringify(before.problems));
    await before.value.commit([recorded('q1', 'some')], stamp(0));
    const client = await pool.connect();
    for (const statement of [
      'drop table robustness',
      'drop function robustness_only_added_to',
      "delete from kysely_migration where name = '0003-robustness'",
    ]) {
      await client.query(statement, []);
    }
    client.release();
    const after = await openPool(pool);
    if (!after.ok) throw new Error(JSON.stringify(after.problems));
    expect((await after.value.submission('demo', 'XAA')).answers).toEqual({ q1: { value: 'some' } });
    const found = { kind: 'robustness-stored', number: 1, fingerprint: 'f', result: '{}', hash: 'h' } as const;
    const stored = await after.value.commit([found], stamp(0, { subject: { kind: 'robustness', edition: 'demo' } }));
    expect(stored).toEqual({ ok: true, value: { revision: 1 } });
  });

  it('lets nobody alter or take out a robustness result', async () => {
    const pool = await aPglite();
    const store = await openPool(pool);
    const found = { kind: 'robustness-stored', number: 1, fingerprint: 'f', result: '{}', hash: 'h' } as const;
    if (store.ok) await store.value.commit([found], stamp(0, { subject: { kind: 'robustness', edition: 'demo' } }));
    const client = await pool.connect();
    for (const statement of ["update robustness set result = '1'", 'delete from robustness', 'truncate robustness']) {
      await expect(client.query(statement, [])).rejects.toThrow('stays as it was');
    }
    client.release();
  });

  it('says that no server answers, and never with which password it was asked', async () => {
    const refusal = await openPostgres('postgres://alidade:canary-password@127.0.0.1:1/alidade');
    expect(refusal).toMatchObject({ ok: false, problems: [{ code: 'server-unreachable' }] });
    expect(JSON.stringify(refusal)).not.toContain('canary-password');
  });
});
