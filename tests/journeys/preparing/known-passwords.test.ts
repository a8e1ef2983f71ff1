import { expect, it } from 'vitest';
import { hashPassword } from '../../../src/journeys/accounts/passwords.js';
import { openToEverybody } from '../../../src/journeys/preparing/known-passwords.js';
import { seedPeople } from '../../../src/journeys/preparing/seed-people.js';
import { openStore } from '../../../src/store/open-store.js';
import { aFolder } from '../../store/a-folder.js';

it('accounts of the demonstration are open to everybody until they are disabled or have a password of their own', async () => {
  const opened = await openStore(aFolder());
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const store = opened.value;
  expect(await openToEverybody(store)).toEqual([]);
  const world = { store, clock: () => '2026-11-21T12:00:00.000Z' };
  const person = { name: 'A', edition: '*', country: '', sections: [] };
  const email = (name: string) => `${name}@alidade.example`;
  const people = ['one', 'two', 'three'].map((name) => ({
    ...person,
    role: 'secretariat' as const,
    email: email(name),
  }));
  await seedPeople(world, people);
  expect((await openToEverybody(store)).toSorted()).toEqual(people.map((one) => one.email).sort());

  const change = async (name: string, made: Parameters<typeof store.commit>[0]) => {
    const account = await store.account({ email: email(name) });
    const subject = { kind: 'account', account: account?.id ?? '' } as const;
    await store.commit(made, { subject, by: 'test', at: world.clock(), expecting: account?.revision ?? 0 });
  };
  await change('two', [{ kind: 'account-disabled' }]);
  const own = await hashPassword('a password of my own', '');
  await change('three', own.ok ? [{ kind: 'password-set', passwordHash: own.value }] : []);
  expect(await openToEverybody(store)).toEqual([email('one')]);
  await store.close();
});
