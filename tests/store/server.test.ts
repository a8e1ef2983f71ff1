/** A real PostgreSQL server with several houses on it at the same time (needs the programs of a server). */
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgres } from '../../src/store/open-postgres.js';
import type { Store } from '../../src/store/store.js';
import { aServer, canServe } from './a-postgres.js';
import { of, recorded, stamp } from './contract-stamps.js';

describe.skipIf(!canServe)('a server with several houses on it', () => {
  let server: Awaited<ReturnType<typeof aServer>>;
  const houses: Store[] = [];
  beforeAll(async () => {
    server = await aServer();
    const opened = await Promise.all([1, 2, 3].map(() => openPostgres(server.url)));
    for (const one of opened) {
      if (!one.ok) throw new Error(JSON.stringify(one.problems));
      houses.push(one.value);
    }
  });
  afterAll(async () => {
    for (const house of houses) await house.close();
    await server.stop();
  });

  it('equals a serial order of the accepted writes, and one chain of the log', async () => {
    const accepted: string[] = [];
    const edit = async (store: Store, editor: number) => {
      for (let round = 0; round < 60; round += 1) {
        const { revision } = await store.submission('demo', 'XAA');
        const value = `editor ${editor}, round ${round}`;
        const saved = await store.commit([recorded('q6', value)], stamp(revision));
        if (saved.ok) accepted[saved.value.revision - 1] = value;
      }
    };
    await Promise.all(houses.flatMap((store, at) => [edit(store, at), edit(store, at + 3)]));
    const [first, second] = houses;
    const log = ((await first?.history(of('XAA'))) ?? []).toReversed();
    expect(log.map(({ change }) => change)).toEqual(accepted.map((value) => recorded('q6', value)));
    expect(accepted).toHaveLength(log.length);
    expect(await second?.verifyLog()).toMatchObject({ ok: true, value: { lines: log.length } });
  });

  it('gives each message to one house alone', async () => {
    const names = Array.from({ length: 30 }, (_, at) => `m${at}`);
    for (const once of names) {
      await houses[0]?.outbox.queue(
        { once, to: 'a@xaa.example', template: 'receipt', details: {} },
        '2026-11-21T12:00:00.000Z',
      );
    }
    const takes = houses.flatMap((store) =>
      [1, 2, 3].map(() => store.outbox.take('2026-11-21T12:00:00.000Z', '2026-11-21T13:00:00.000Z', 7)),
    );
    const taken = (await Promise.all(takes)).flat().map(({ once }) => once);
    expect(taken.toSorted()).toEqual(names.toSorted());
  });

  it('lets nobody take a line out of the log', async () => {
    const pool = new Pool({ connectionString: server.url });
    await expect(pool.query('delete from change_log')).rejects.toThrow('only added to');
    await expect(pool.query('truncate change_log')).rejects.toThrow('only added to');
    await pool.end();
  });

  it('loses its connections: nothing is called saved that was not, and the next saves are served again', async () => {
    const [store] = houses;
    const pool = new Pool({ connectionString: server.url });
    pool.on('error', () => undefined);
    const cut = () =>
      pool.query('select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()');
    const subject = of('XAB');
    let [saved, acknowledged] = [0, 0];
    for (let round = 0; round < 20; round += 1) {
      const saving = store?.commit([recorded('q1', `round ${round}`)], stamp(saved, { subject }));
      if (round % 4 === 1) await cut();
      const outcome = await saving;
      if (outcome?.ok) {
        saved = outcome.value.revision;
        acknowledged += 1;
        continue;
      }
      expect(['store-cannot-write', 'stale-revision']).toContain(outcome?.problems[0]?.code);
      // One that was cut off after it was written was called saved by nobody, and stands all the same.
      saved = await settled(() => store?.submission('demo', 'XAB'));
    }
    await pool.end();
    expect(acknowledged).toBeGreaterThan(0);
    expect((await store?.commit([recorded('q1', 'the last')], stamp(saved, { subject })))?.ok).toBe(true);
  });
});

/** The revision, read as soon as there is a connection again. */
async function settled(read: () => Promise<{ readonly revision: number }> | undefined): Promise<number> {
  for (let tries = 0; tries < 20; tries += 1) {
    try {
      return (await read())?.revision ?? 0;
    } catch {
      await new Promise((later) => setTimeout(later, 20));
    }
  }
  throw new Error('the server is not served again');
}
