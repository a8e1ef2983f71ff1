/** PostgreSQL behind the store: the same contract, and what is refused at the door. */
import { describe, expect, it } from 'vitest';
import { openPool, openPostgres } from '../../src/store/open-postgres.js';
import type { Store } from '../../src/store/store.js';
import { aPglite } from './a-pglite.js';
import { describeStore } from './contract.js';

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

  it('says that no server answers, and never with which password it was asked', async () => {
    const refusal = await openPostgres('postgres://alidade:canary-password@127.0.0.1:1/alidade');
    expect(refusal).toMatchObject({ ok: false, problems: [{ code: 'server-unreachable' }] });
    expect(JSON.stringify(refusal)).not.toContain('canary-password');
  });
});
