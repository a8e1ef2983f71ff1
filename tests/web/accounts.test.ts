/** Invitations, forgotten passwords, one's own account, and the pages of the secretariat of the house. */
import type { Express } from 'express';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { World } from '../../src/journeys/world.js';
import { makeApp } from '../../src/web/app.js';
import { aCollectedEdition } from '../fixtures/a-collected-edition.js';
import { aWorld } from './a-world.js';
import { type Agent, agentOf, people } from './as.js';

const START = '2026-11-21T12:03:00.000Z';
const PASSWORD = 'four calm words here';
let world: World;
let app: Express;
let as: ReturnType<typeof people>;
let secretary: Agent;
let now = START;

beforeAll(async () => {
  world = await aWorld({ clock: () => now });
  await aCollectedEdition(world);
});
afterAll(() => world.store.close());
beforeEach(async () => {
  now = START;
  app = makeApp(world);
  as = people(world, 'tiny-2026');
  secretary = await as.secretariat();
});

const later = (hours: number): void => {
  now = new Date(Date.parse(now) + hours * 60 * 60 * 1000).toISOString();
};
const post = (agent: Agent, address: string, fields: Record<string, string>) =>
  agent.post(address).type('form').send(fields);
const signIn = (email: string, password: string) => post(agentOf(app), '/sign-in', { email, password });

let nth = 0;
const anEmail = (): string => {
  nth += 1;
  return `invited-${nth}@data.example`;
};
const invite = (agent: Agent, fields: Record<string, string> = {}) =>
  post(agent, '/desk/accounts', {
    name: 'Li Wen',
    email: anEmail(),
    role: 'validator',
    edition: 'tiny-2026',
    ...fields,
  });

/** What went into the outbox for somebody: the paths of the links, oldest first. */
async function linksTo(email: string): Promise<readonly { template: string; path: string }[]> {
  const all = await world.store.outbox.take('2099-01-01T00:00:00.000Z', '2099-01-01T00:00:00.000Z', 1000);
  return all
    .filter(({ to }) => to === email)
    .map(({ template, details }) => ({ template, path: new URL(details.link ?? '').pathname }));
}
async function anInvitation(fields: Record<string, string> = {}): Promise<{ email: string; path: string }> {
  const email = anEmail();
  expect((await invite(secretary, { email, ...fields })).headers.location).toBe('/desk/accounts?done=invited');
  const [link] = await linksTo(email);
  return { email, path: link?.path ?? '' };
}
async function anAccount(fields: Record<string, string> = {}): Promise<string> {
  const { email, path } = await anInvitation(fields);
  expect((await post(agentOf(app), path, { password: PASSWORD })).status).toBe(303);
  return email;
}

describe('an invitation', () => {
  it('says whom it is for, and is not used up by looking at it', async () => {
    const { email, path } = await anInvitation();
    for (let look = 0; look < 3; look += 1) {
      const page = await agentOf(app).get(path);
      expect(page.status).toBe(200);
      expect(page.text).toContain('Welcome, Li Wen');
      expect(page.text).toContain(email);
      expect(page.text).toContain('5 December 2026, 12:03 UTC');
    }
  });

  it('takes a password, signs in, and works once', async () => {
    const { email, path } = await anInvitation();
    const agent = agentOf(app);
    const taken = await post(agent, path, { password: PASSWORD });
    expect([taken.status, taken.headers.location]).toEqual([303, '/desk']);
    expect((await agent.get('/account')).text).toContain('Validator, Tiny survey 2026');
    expect((await signIn(email, PASSWORD)).status).toBe(303);
    for (const again of [
      await agentOf(app).get(path),
      await post(agentOf(app), path, { password: 'another one, longer' }),
    ]) {
      expect(again.status).toBe(410);
      expect(again.text).toContain('used already');
      expect(again.text).toContain('href="/forgotten"');
    }
    expect((await signIn(email, PASSWORD)).status).toBe(303);
  });

  it('is taken up once, however many try at the same time', async () => {
    const { path } = await anInvitation();
    const tries = Array.from({ length: 8 }, (_, one) => post(agentOf(app), path, { password: `${PASSWORD} ${one}` }));
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 303)).toHaveLength(1);
    expect(statuses.filter((status) => status === 410)).toHaveLength(7);
  });

  it('holds for 14 days, to the second', async () => {
    const { path } = await anInvitation();
    later(14 * 24 - 1 / 3600);
    expect((await agentOf(app).get(path)).status).toBe(200);
    later(1 / 3600);
    const over = await agentOf(app).get(path);
    expect(over.status).toBe(410);
    expect(over.text).toContain('has expired');
    expect((await post(agentOf(app), path, { password: PASSWORD })).status).toBe(410);
  });

  it.each([
    ['tiny!', 'too short'],
    ['elevenchars', 'too short'],
    ['x'.repeat(201), 'too long'],
  ])('refuses the password %j and stays open', async (password, sentence) => {
    const { path } = await anInvitation();
    const answer = await post(agentOf(app), path, { password });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(sentence);
    expect(answer.text).not.toContain(password);
    expect((await post(agentOf(app), path, { password: 'twelve chars' })).status).toBe(303);
  });

  it('refuses the e-mail address as a password, in any case', async () => {
    const { email, path } = await anInvitation();
    const answer = await post(agentOf(app), path, { password: email.toUpperCase() });
    expect(answer.text).toContain('is your e-mail address');
  });

  it('is told from one that never was only by its own token', async () => {
    const answer = await agentOf(app).get('/welcome/nobody-has-this-token');
    expect(answer.status).toBe(404);
    expect(answer.text).toContain('no such link');
  });

  it('of a disabled account is as if it never was', async () => {
    const { email, path } = await anInvitation();
    const account = await world.store.account({ email });
    await post(secretary, `/desk/accounts/${account?.id}`, { do: 'disable' });
    expect((await agentOf(app).get(path)).status).toBe(404);
  });
});

describe('a forgotten password', () => {
  it('is answered alike whether or not somebody has the address', async () => {
    const email = await anAccount();
    const [known, unknown] = [
      await post(agentOf(app), '/forgotten', { email }),
      await post(agentOf(app), '/forgotten', { email: 'nobody@data.example' }),
    ];
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
    expect(await linksTo('nobody@data.example')).toEqual([]);
  });

  it('is set anew by the link, which ends every session and every other link', async () => {
    const email = await anAccount();
    const agent = agentOf(app);
    await post(agent, '/sign-in', { email, password: PASSWORD });
    await post(agentOf(app), '/forgotten', { email });
    await post(agentOf(app), '/forgotten', { email: email.toUpperCase() });
    const links = await untilSent(email, 2);
    const [first, second] = links.map(({ path }) => path);
    expect((await agentOf(app).get(first ?? '')).text).toContain('Set a new password');
    expect((await post(agentOf(app), second ?? '', { password: 'five quite other calm words' })).status).toBe(303);
    expect((await agentOf(app).get(first ?? '')).status).toBe(410);
    expect((await agent.get('/account')).status).toBe(303);
    expect((await signIn(email, PASSWORD)).status).toBe(422);
    expect((await signIn(email, 'five quite other calm words')).status).toBe(303);
  });

  it('is asked for five times an hour from one address, and no more', async () => {
    const statuses = [];
    for (let time = 0; time < 6; time += 1) {
      statuses.push((await post(agentOf(app), '/forgotten', { email: 'nobody@data.example' })).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });

  async function untilSent(email: string, count: number) {
    for (;;) {
      const links = (await linksTo(email)).filter(({ template }) => template === 'reset');
      if (links.length >= count) return links;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
});

describe('one’s own account', () => {
  it('changes the password with the present one, stays signed in here and nowhere else', async () => {
    const email = await anAccount();
    const [here, there] = [agentOf(app), agentOf(app)];
    for (const agent of [here, there]) await post(agent, '/sign-in', { email, password: PASSWORD });
    const wrong = await post(here, '/account/password', { present: 'wrong', password: 'a new one, long enough' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('not your present password');
    const right = await post(here, '/account/password', { present: PASSWORD, password: 'a new one, long enough' });
    expect([right.status, right.headers.location]).toEqual([303, '/account?saved']);
    expect([(await here.get('/account')).status, (await there.get('/account')).status]).toEqual([200, 303]);
    expect((await signIn(email, 'a new one, long enough')).status).toBe(303);
  });
});

describe('the accounts of the house', () => {
  it('are seen by the secretariat of the house alone', async () => {
    expect((await secretary.get('/desk/accounts')).text).toContain('Invite somebody');
    const id = (await world.store.accounts())[0]?.id ?? '';
    const others = [
      await as.secretariat('tiny-2026'),
      await as.validator(),
      await as.delegateOf('XAA'),
      await as.contributorOf('XAA', ['access']),
      await as.signatoryOf('XAA'),
      await as.reader(),
    ];
    for (const agent of others) {
      const [list, one, none] = [
        await agent.get('/desk/accounts'),
        await agent.get(`/desk/accounts/${id}`),
        await agent.get('/desk/accounts/nobody'),
      ];
      expect([list.status, one.status, none.status]).toEqual([404, 404, 404]);
      expect(one.text).toBe(none.text);
      expect((await post(agent, `/desk/accounts/${id}`, { do: 'disable' })).status).toBe(404);
    }
  });

  it('are made by inviting, with what was typed kept where something is wrong', async () => {
    const answer = await invite(secretary, { email: 'no address', name: 'Ana "Á" Reyes', role: 'delegate' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Give an e-mail address');
    expect(answer.text).toContain('Choose the country');
    expect(answer.text).toContain('value="Ana &#34;Á&#34; Reyes"');
    const wrong: readonly [Record<string, string>, string][] = [
      [{ role: 'delegate', country: 'XAZ' }, 'does not take part'],
      [{ role: 'delegate', edition: '' }, 'Choose an edition'],
      [{ role: 'contributor', country: 'XAA', sections: 'nope' }, 'no section “nope”'],
      [{ role: 'reader', edition: 'ourdata-2023' }, 'not run here'],
      [{ role: 'king' }, 'Choose a role'],
      [{ email: 'two@lines.example\r\nBcc: a@b.example' }, 'Give an e-mail address'],
    ];
    for (const [fields, sentence] of wrong) expect((await invite(secretary, fields)).text).toContain(sentence);
  });

  it('take no more from a form than it asks for', async () => {
    const email = anEmail();
    await invite(secretary, { email, isDisabled: 'true', passwordHash: 'x', id: 'mine', revision: '7' });
    const account = await world.store.account({ email });
    expect(account).toMatchObject({
      isDisabled: false,
      revision: 1,
      grants: [{ role: 'validator', edition: 'tiny-2026' }],
    });
    expect(account?.passwordHash).toBeUndefined();
    expect(account?.id).toMatch(/^[0-9a-f]{32}$/);
  });

  it('get another role by inviting again, without a link where there is a password', async () => {
    const email = await anAccount({ role: 'reader' });
    const answer = await invite(secretary, { email, role: 'delegate', country: 'XAA', name: 'Another name' });
    expect(answer.headers.location).toBe('/desk/accounts?done=granted');
    const account = await world.store.account({ email });
    expect(account?.name).toBe('Li Wen');
    expect(account?.grants.map(({ role }) => role).sort()).toEqual(['delegate', 'reader']);
    expect(await linksTo(email)).toHaveLength(1);
  });

  it('take no second role that would let somebody judge the answers he or she gives', async () => {
    const email = await anAccount();
    const refused = await invite(secretary, { email, role: 'delegate', country: 'XAA' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('cannot also be its secretariat or check its answers');
    expect((await world.store.account({ email }))?.grants.map(({ role }) => role)).toEqual(['validator']);
  });

  it('are given and lose roles, links and access on their own page', async () => {
    const email = await anAccount({ role: 'reader' });
    const account = await world.store.account({ email });
    const page = `/desk/accounts/${account?.id}`;
    const done = async (fields: Record<string, string>) => (await post(secretary, page, fields)).headers.location;
    expect(await done({ do: 'grant', role: 'signatory', edition: 'tiny-2026', country: 'xab' })).toBe(
      `${page}?done=grant`,
    );
    expect((await secretary.get(page)).text).toContain('Signatory of');
    expect(await done({ do: 'withdraw', role: 'signatory', edition: 'tiny-2026', country: 'XAB' })).toBe(
      `${page}?done=withdraw`,
    );
    expect((await secretary.get(page)).text).not.toContain('Signatory of');
    expect(await done({ do: 'link' })).toBe(`${page}?done=link`);
    expect((await linksTo(email)).map(({ template }) => template)).toEqual(['invitation', 'reset']);
    expect(await done({ do: 'disable' })).toBe(`${page}?done=disable`);
    expect((await signIn(email, PASSWORD)).status).toBe(422);
    expect((await post(secretary, page, { do: 'link' })).status).toBe(422);
    expect(await done({ do: 'enable' })).toBe(`${page}?done=enable`);
    expect((await signIn(email, PASSWORD)).status).toBe(303);
    expect((await post(secretary, page, { do: 'anything else', role: 'reader' })).status).toBe(422);
  });
});

describe('a writing address of accounts', () => {
  it('takes nothing that another site sent, whoever is signed in', async () => {
    const id = (await world.store.accounts())[0]?.id ?? '';
    const { path } = await anInvitation();
    const addresses = [
      '/sign-in',
      '/sign-out',
      '/forgotten',
      path,
      '/account/password',
      '/account/sign-out-everywhere',
      '/desk/accounts',
      `/desk/accounts/${id}`,
    ];
    for (const address of addresses) {
      for (const from of ['cross-site', 'same-site']) {
        const answer = await post(secretary, address, { do: 'disable', password: PASSWORD }).set(
          'Sec-Fetch-Site',
          from,
        );
        expect(answer.status, address).toBe(403);
      }
    }
    expect((await agentOf(app).get(path)).status).toBe(200);
    expect((await secretary.get('/account')).status).toBe(200);
  });
});
