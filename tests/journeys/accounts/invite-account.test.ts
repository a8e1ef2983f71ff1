/** Who may give which role, and what an invitation leaves behind. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Grant, type Person, VISITOR } from '../../../src/core/workflow/roles.js';
import { inviteAccount } from '../../../src/journeys/accounts/invite-account.js';
import { withdrawRole } from '../../../src/journeys/accounts/manage-accounts.js';
import type { World } from '../../../src/journeys/world.js';
import { aCollectedEdition, delegateOf, SECRETARY } from '../../fixtures/a-collected-edition.js';
import { aWorld } from '../../web/a-world.js';

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await aCollectedEdition(world);
  await aCollectedEdition(world, { id: 'tiny-2027', title: 'Tiny survey 2027' });
});
afterAll(() => world.store.close());

const of2026: Person = { account: 's', name: 'S', grants: [{ role: 'secretariat', edition: 'tiny-2026' }] };
const validator: Person = { account: 'v', name: 'V', grants: [{ role: 'validator', edition: '*' }] };
const delegate: Grant = { role: 'delegate', edition: 'tiny-2026', country: 'XAA' };

let nth = 0;
const invite = (by: Person, grant: Grant) => {
  nth += 1;
  return inviteAccount(world, by, { email: `i${nth}@data.example`, name: 'I', grant });
};
const codes = (outcome: Awaited<ReturnType<typeof invite>>) =>
  outcome.ok ? [] : outcome.problems.map(({ code }) => code);

describe('a role', () => {
  it('of an edition is given by its secretariat and by that of the house', async () => {
    expect((await invite(of2026, delegate)).ok).toBe(true);
    expect((await invite(SECRETARY, delegate)).ok).toBe(true);
  });

  it.each([
    ['of another edition', of2026, { ...delegate, edition: 'tiny-2027' }],
    ['of an edition that is not there', of2026, { ...delegate, edition: 'nope' }],
    ['of the secretariat', of2026, { role: 'secretariat', edition: 'tiny-2026' }],
    ['in the whole house', of2026, { role: 'validator', edition: '*' }],
    ['by a validator', validator, delegate],
    ['by a delegate', delegateOf('XAA', 'tiny-2026'), { ...delegate, role: 'contributor' }],
  ] satisfies [string, Person, Grant][])('is not given %s', async (_what, by, grant) => {
    expect(codes(await invite(by, grant))).toEqual(['not-permitted']);
  });

  it('is not given by a visitor', async () => {
    expect(codes(await invite(VISITOR, delegate))).toEqual(['sign-in-first']);
  });

  it('is taken by who may give it, and by nobody else', async () => {
    const invited = await invite(of2026, delegate);
    if (!invited.ok) throw new Error('not invited');
    const account = await world.store.account({ id: invited.value.account });
    if (account === undefined) throw new Error('no account');
    expect((await withdrawRole(world, validator, { account, grant: delegate })).ok).toBe(false);
    expect((await withdrawRole(world, of2026, { account, grant: delegate })).ok).toBe(true);
  });
});

describe('an invitation', () => {
  it.each([
    ['a line break', 'Li\r\nBcc: all@data.example', 'Li Bcc: all@data.example'],
    ['a sign that moves the cursor of a terminal', 'Li\u001b[2J Wen', 'Li [2J Wen'],
    ['a sign that turns the direction of writing', 'Li\u202e Wen', 'Li Wen'],
  ])('keeps of a name with %s what can be read', async (_what, name, kept) => {
    nth += 1;
    const invited = await inviteAccount(world, of2026, { email: `i${nth}@data.example`, name, grant: delegate });
    const account = await world.store.account({ id: invited.ok ? invited.value.account : '' });
    expect(account?.name).toBe(kept);
  });

  it.each(['li@data.example\nBcc: all@data.example', 'li@data.example,all@data.example', 'li\u200b@data.example'])(
    'is not sent to %j',
    async (email) => {
      expect(codes(await inviteAccount(world, of2026, { email, name: 'Li', grant: delegate }))).toEqual([
        'email-malformed',
      ]);
    },
  );

  it('leaves the hash of its token in the store, and the token in the message alone', async () => {
    const invited = await invite(of2026, delegate);
    if (!invited.ok) throw new Error('not invited');
    const token = invited.value.link?.split('/').at(-1) ?? '';
    expect(token).toHaveLength(43);
    const logged = await world.store.history({ kind: 'account', account: invited.value.account });
    expect(logged.map(({ change, by }) => [change.kind, by])).toEqual(
      expect.arrayContaining([
        ['account-created', 's'],
        ['role-granted', 's'],
        ['link-issued', 's'],
      ]),
    );
    expect(JSON.stringify(logged)).not.toContain(token);
    expect(JSON.stringify(await world.store.outbox.list(100))).not.toContain(token);
    const [message] = (await world.store.outbox.take(world.clock(), world.clock(), 100)).slice(-1);
    expect(message).toMatchObject({
      template: 'invitation',
      details: {
        name: 'I',
        role: 'delegate',
        edition: 'Tiny survey 2026',
        country: 'Arvenia',
        link: invited.value.link,
      },
    });
  });
});
