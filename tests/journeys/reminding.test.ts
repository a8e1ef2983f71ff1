import { afterEach, describe, expect, it } from 'vitest';
import type { AccountChange } from '../../src/core/workflow/change.js';
import type { Grant } from '../../src/core/workflow/roles.js';
import { seedCollected } from '../../src/journeys/preparing/seed-collected.js';
import { remind } from '../../src/journeys/reminding.js';
import { loadLibrary } from '../../src/library/load-library.js';
import { openStore } from '../../src/store/open-store.js';
import { aFolder } from '../store/a-folder.js';

const loaded = loadLibrary('.');
if ('faults' in loaded) throw new Error(JSON.stringify(loaded.faults));
const { library } = loaded;
const EDITION = 'demonstration-2026';
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** The demonstration with its people, and a clock that can be set. It closes on 18 December at 17:00. */
async function aCollection() {
  const opened = await openStore(aFolder());
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const store = opened.value;
  closing.push(store.close);
  const clock = { now: '2026-11-21T12:00:00.000Z' };
  const world = { library, store, clock: () => clock.now, publicAddress: 'https://survey.example.org' };
  const seeded = await seedCollected(world, { root: '.', withPeople: true });
  if (!seeded.ok) throw new Error(JSON.stringify(seeded.problems));
  const at = async (now: string) => {
    clock.now = now;
    await remind(world, (edition, country) => `/editions/${edition}/countries/${country}/answers`);
    const due = await store.outbox.take(now, '2030-01-01T00:00:00.000Z', 99);
    return due.map(({ to, details: { days, country } }) => `${to} ${country} ${days}`).sort();
  };
  const account = (id: string, grants: readonly Grant[], more: readonly AccountChange[] = []) =>
    store.commit(
      [
        { kind: 'account-created', email: `${id}@x.example`, name: id },
        ...grants.map((grant) => ({ kind: 'role-granted', grant }) as const),
        ...more,
      ],
      { subject: { kind: 'account', account: id }, by: 'test', at: clock.now, expecting: 0 },
    );
  return { store, at, account, world };
}

const delegate = 'delegate@alidade.example Arvenia';
const contributor = 'contributor@alidade.example Arvenia';

describe('reminding of a closing', () => {
  it('writes to delegates and contributors 14, 3 and 1 days before, once each', async () => {
    const { at } = await aCollection();
    expect(await at('2026-12-04T16:59:59.000Z')).toEqual([]);
    expect(await at('2026-12-04T17:00:00.000Z')).toEqual([`${contributor} 14`, `${delegate} 14`]);
    expect(await at('2026-12-04T18:00:00.000Z')).toEqual([]);
    expect(await at('2026-12-15T17:30:00.000Z')).toEqual([`${contributor} 3`, `${delegate} 3`]);
    expect(await at('2026-12-17T17:00:00.000Z')).toEqual([`${contributor} 1`, `${delegate} 1`]);
    expect(await at('2026-12-18T16:59:59.000Z')).toEqual([]);
  });

  it('sends one message, not three, after the house was away; and none once it has closed', async () => {
    const { at } = await aCollection();
    expect(await at('2026-12-17T20:00:00.000Z')).toEqual([`${contributor} 1`, `${delegate} 1`]);
    const other = await aCollection();
    expect(await other.at('2026-12-18T17:00:00.000Z')).toEqual([]);
  });

  it('leaves out whose country has submitted, whose account is disabled, and who works elsewhere', async () => {
    const { at, account } = await aCollection();
    const of = (country: string, edition = EDITION): Grant => ({ role: 'delegate', edition, country });
    await account('submitted', [of('XAC')]);
    await account('validated', [of('XAG')]);
    await account('returned', [of('XAF')]);
    await account('unbegun', [of('XAJ')]);
    await account('elsewhere', [of('XAJ', 'another-edition')]);
    await account('disabled', [of('XAJ')], [{ kind: 'account-disabled' }]);
    await account('reader', [{ role: 'reader', edition: EDITION, country: 'XAJ' }]);
    expect(await at('2026-12-15T18:00:00.000Z')).toEqual([
      `${contributor} 3`,
      `${delegate} 3`,
      'returned@x.example Fendoria 3',
      'unbegun@x.example Jorvenia 3',
    ]);
  });

  it('says how far the country is and where it goes on, and begins anew when the closing is moved', async () => {
    const { at, store } = await aCollection();
    await at('2026-12-15T18:00:00.000Z');
    const revision = (await store.editions()).find(({ id }) => id === EDITION)?.revision ?? 0;
    const calendar = { closes: '2026-12-31T17:00:00.000Z' };
    const stamp = { by: 'test', at: '2026-12-15T19:00:00.000Z', expecting: revision };
    const moved = [{ kind: 'edition-calendar-set', calendar }] as const;
    expect((await store.commit(moved, { ...stamp, subject: { kind: 'edition', edition: EDITION } })).ok).toBe(true);
    expect(await at('2026-12-15T20:00:00.000Z')).toEqual([]);
    expect(await at('2026-12-28T20:00:00.000Z')).toEqual([`${contributor} 3`, `${delegate} 3`]);
  });

  it('gives the message all it needs', async () => {
    const { store, world } = await aCollection();
    const late = { ...world, clock: () => '2026-12-15T18:00:00.000Z' };
    expect(await remind(late, (edition, country) => `/e/${edition}/${country}`)).toBe(2);
    const [message] = await store.outbox.take('2026-12-16T00:00:00.000Z', '2026-12-17T00:00:00.000Z', 1);
    const { answered, asked, ...rest } = message?.details ?? {};
    expect(rest).toMatchObject({
      edition: 'Demonstration 2026',
      closes: '2026-12-18T17:00:00.000Z',
      link: 'https://survey.example.org/e/demonstration-2026/XAA',
    });
    expect(Number(answered)).toBeGreaterThan(0);
    expect(Number(asked)).toBeGreaterThan(Number(answered));
  });
});
