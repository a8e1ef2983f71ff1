/** What people do with their own account: asking for a link. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { requestReset } from '../../../src/journeys/accounts/own-account.js';
import type { World } from '../../../src/journeys/world.js';
import { aWorld } from '../../web/a-world.js';
import { anAccount } from '../../web/as.js';

let world: World;
let now = '2026-11-21T12:00:00.000Z';
beforeAll(async () => {
  world = await aWorld({ clock: () => now });
});
afterAll(() => world.store.close());

it('sends ten links an hour to somebody and no more, however many ask and from wherever', async () => {
  const email = 'flooded@data.example';
  const id = await anAccount(world, [], email);
  const sent = async () =>
    (await world.store.history({ kind: 'account', account: id })).filter(({ change }) => change.kind === 'link-issued')
      .length;
  for (let time = 0; time < 15; time += 1) expect(await requestReset(world, email)).toMatchObject({ ok: true });
  expect(await sent()).toBe(10);
  now = '2026-11-21T13:00:00.000Z';
  await requestReset(world, email);
  expect(await sent()).toBe(11);
});
