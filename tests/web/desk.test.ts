/** The secretariat's pages: from an empty desk to an edition that collects, its board, and a submission that is checked. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from '../../src/journeys/world.js';
import { aCollectedEdition, aSubmission } from '../fixtures/a-collected-edition.js';
import { tinyAnswers } from '../fixtures/tiny-survey.js';
import { aWorld } from './a-world.js';
import { type Agent, anAccount, people } from './as.js';

let world: World;
let as: ReturnType<typeof people>;
let now = '2026-11-21T12:03:00.000Z';
let secretary: Agent;
beforeAll(async () => {
  world = await aWorld({ clock: () => now });
  as = people(world, 'tiny-2026');
  await aCollectedEdition(world, {});
  secretary = await as.secretariat();
});
afterAll(() => world.store.close());

const post = (agent: Agent, address: string, fields: Record<string, string | string[]>) =>
  agent.post(address).type('form').send(fields);

const field = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
const revisionOf = async (address: string): Promise<string> => field((await secretary.get(address)).text, 'revision');

describe('the desk', () => {
  it('asks a visitor to sign in and comes back', async () => {
    const answer = await as.visitor().get('/desk');
    expect([answer.status, answer.headers.location]).toEqual([303, '/sign-in?then=%2Fdesk']);
  });

  it('shows the secretariat its editions and what it can do, a validator no settings, a delegate what is asked of it', async () => {
    const page = (await secretary.get('/desk')).text;
    expect(page).toContain('Tiny survey 2026');
    expect(page).toContain('/desk/editions/new');
    const validators = (await (await as.validator()).get('/desk')).text;
    expect(validators).toContain('/desk/editions/tiny-2026/board');
    expect(validators).not.toMatch(/desk\/editions\/new|href="\/desk\/editions\/tiny-2026"/);
    const delegates = (await (await as.delegateOf('XAA')).get('/desk')).text;
    expect(delegates).toContain('/editions/tiny-2026/countries/XAA/answers');
    expect(delegates).not.toContain('/desk/editions');
    expect((await (await as.reader()).get('/desk')).text).toContain('Nothing is asked of you');
  });
});

describe('making an edition', () => {
  it('tells all faults at once and keeps what was typed', async () => {
    const answer = await post(secretary, '/desk/editions/new', {
      id: 'New Index',
      title: '',
      series: 'S',
      year: '20 26',
    });
    expect(answer.status).toBe(422);
    for (const href of ['#id', '#title', '#year', '#definition']) expect(answer.text).toContain(`<a href="${href}">`);
    expect(answer.text).toContain('value="New Index"');
    expect(answer.text).toContain('value="20 26"');
  });

  it('freezes the files of the chosen definition, shows their hash, and takes no id twice', async () => {
    const fields = {
      id: 'index-2026',
      title: 'Index 2026',
      series: 'Index',
      year: '2026',
      definition: 'ourdata-2017',
      status: 'published',
    };
    const made = await post(secretary, '/desk/editions/new', fields);
    expect([made.status, made.headers.location]).toEqual([303, '/desk/editions/index-2026']);
    const kept = (await world.store.editions()).find(({ id }) => id === 'index-2026');
    const hash = world.library.definitions.get('ourdata-2017')?.hash;
    expect([kept?.definition.hash, kept?.status]).toEqual([hash, 'preparing']);
    expect((await secretary.get('/desk/editions/index-2026')).text).toContain(hash);
    const again = await post(secretary, '/desk/editions/new', fields);
    expect([again.status, /already an edition/.test(again.text)]).toEqual([422, true]);
  });

  it('is for the secretariat of the house alone', async () => {
    expect((await (await as.secretariat('tiny-2026')).get('/desk/editions/new')).status).toBe(404);
    expect((await post(await as.validator(), '/desk/editions/new', { id: 'mine' })).status).toBe(404);
  });
});

describe('the settings of an edition', () => {
  const page = '/desk/editions/index-2026';
  it('take countries by code and by name, tell unknown ones and keep the list', async () => {
    const revision = await revisionOf(page);
    const wrong = await post(secretary, page, { do: 'countries', revision, countries: 'Poland\nAtlantis\nkor' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('“Atlantis” is not a country the house knows');
    expect(wrong.text).toContain('Poland\nAtlantis\nkor');
    const right = await post(secretary, page, {
      do: 'countries',
      revision,
      countries: 'Poland\nkor, FRA DEU\nCAN Canada',
    });
    expect(right.headers.location).toBe(`${page}?done=countries#countries`);
    expect((await world.store.editions()).find(({ id }) => id === 'index-2026')?.countries).toEqual([
      'CAN',
      'DEU',
      'FRA',
      'KOR',
      'POL',
    ]);
  });

  it('answer a stale form with 409, what stands now and what was typed', async () => {
    const answer = await post(secretary, page, { do: 'countries', revision: '1', countries: 'Spain' });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Canada');
    expect(answer.text).toMatch(/<textarea id="countries"[^>]*>\s*Spain/);
  });

  it('take a deadline in UTC and named, dated groups, and refuse what makes no sense', async () => {
    const past = await post(secretary, page, {
      do: 'calendar',
      revision: await revisionOf(page),
      'closes-date': '2026-11-20',
      'closes-time': '22:00',
    });
    expect([past.status, past.text.includes('value="2026-11-20"')]).toEqual([422, true]);
    const revision = await revisionOf(page);
    expect(
      (await post(secretary, page, { do: 'calendar', revision, 'closes-date': '2026-12-01', 'closes-time': '22:00' }))
        .status,
    ).toBe(303);
    const group = {
      'group-0-name': 'The Four',
      'group-0-on': '2026-01-01',
      'group-0-countries': 'Poland, Spain',
      'main-group': '0',
    };
    const wrong = await post(secretary, page, { do: 'groups', revision: await revisionOf(page), ...group });
    expect([wrong.status, /ESP does not take part/.test(wrong.text)]).toEqual([422, true]);
    const right = await post(secretary, page, {
      do: 'groups',
      revision: await revisionOf(page),
      ...group,
      'group-0-countries': 'Poland\nFrance',
    });
    expect(right.status).toBe(303);
    const kept = (await world.store.editions()).find(({ id }) => id === 'index-2026');
    expect(kept?.calendar.closes).toBe('2026-12-01T22:00:00Z');
    expect(kept?.groups).toEqual([
      { id: 'the-four', name: 'The Four', shortName: 'The Four', on: '2026-01-01', countries: ['POL', 'FRA'] },
    ]);
  });

  it('invite somebody, who is listed as not yet here, and tell a role without its country', async () => {
    const invitation = { do: 'invite', name: 'Ada', email: 'ada@example.org', role: 'delegate' };
    const wrong = await post(secretary, page, invitation);
    expect([wrong.status, wrong.text.includes('value="ada@example.org"')]).toEqual([422, true]);
    expect((await post(secretary, page, { ...invitation, country: 'POL', edition: '*' })).status).toBe(303);
    const account = await world.store.account({ email: 'ada@example.org' });
    expect(account?.grants).toEqual([{ role: 'delegate', edition: 'index-2026', country: 'POL' }]);
    expect((await secretary.get(page)).text).toContain('ada@example.org');
  });

  it('open the collection; what stands in the way is said beforehand', async () => {
    const open = await post(secretary, page, { do: 'move', to: 'collecting', revision: await revisionOf(page) });
    expect(open.headers.location).toBe(`${page}?done=move#move`);
    expect(
      (await post(secretary, page, { do: 'move', to: 'published', revision: await revisionOf(page) })).status,
    ).toBe(409);
    await aCollectedEdition(world, { id: 'empty-2026', status: 'preparing', closes: '2026-11-01T00:00:00Z' });
    expect((await secretary.get('/desk/editions/empty-2026')).text).toContain('has passed');
  });
});

describe('the board', () => {
  it('counts as the questionnaire does and sorts by what needs attention', async () => {
    await aSubmission(world, { edition: 'tiny-2026', country: 'XAB', answers: tinyAnswers.get('XAB') ?? {} });
    const page = (await secretary.get('/desk/editions/tiny-2026/board')).text;
    expect(page).toContain('None of 3 countries has submitted; none is late');
    now = '2027-01-02T22:00:00.000Z';
    const late = (await (await as.secretariat()).get('/desk/editions/tiny-2026/board')).text;
    expect(late).toContain('3 are late');
    expect(late).toContain('late by 2 days');
    now = '2026-12-20T12:00:00.000Z';
    const near = (await (await as.secretariat()).get('/desk/editions/tiny-2026/board')).text;
    expect(near).toContain('not begun; 11 days left');
    now = '2026-11-21T12:03:00.000Z';
  });

  it('asks the store once for 200 countries, and not at all while nothing changes', async () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const countries = letters.flatMap((a) => letters.map((b) => `X${a}${b}`)).slice(0, 200);
    await aCollectedEdition(world, { id: 'wide-2026', countries });
    for (const country of countries.slice(0, 20)) {
      await aSubmission(world, { edition: 'wide-2026', country, answers: { q1: { value: 'yes' } } });
    }
    const asked: string[] = [];
    const store = new Proxy(world.store, {
      get: (target, name, receiver) => {
        asked.push(String(name));
        return Reflect.get(target, name, receiver) as unknown;
      },
    });
    const watched = people({ ...world, store }, 'wide-2026');
    const agent = await watched.account(await anAccount(world, [{ role: 'secretariat', edition: '*' }]));
    const count = async (): Promise<string[]> => {
      asked.length = 0;
      expect((await agent.get('/desk/editions/wide-2026/board')).text.match(/<tr>/g)).toHaveLength(201);
      return asked.filter((name) => /submission|history|snapshots/.test(name));
    };
    expect(await count()).toEqual(['submissions']);
    expect(await count()).toEqual([]);
    await aSubmission(world, { edition: 'wide-2026', country: 'XZZ', answers: {} }).catch(() => undefined);
    expect(await count()).toEqual(['submissions']);
  }, 60_000);
});

describe('checking a submission', () => {
  const page = '/desk/editions/tiny-2026/submissions/XAA';
  beforeAll(async () => {
    const answers = tinyAnswers.get('XAA') ?? {};
    await aSubmission(world, {
      edition: 'tiny-2026',
      country: 'XAA',
      answers,
      more: [
        {
          kind: 'evidence-attached',
          evidence: {
            id: 'e1',
            question: 'q1',
            kind: 'link',
            title: 'The decree',
            address: 'https://example.org/decree',
          },
        },
        { kind: 'remark-recorded', question: 'q1', remark: { comment: 'A comment', confidence: 'guess' } },
        { kind: 'submission-submitted', snapshot: { answers, remarks: {}, evidence: [] }, hash: 'h' },
      ],
    });
    await anAccount(world, [{ role: 'delegate', edition: 'tiny-2026', country: 'XAA' }], 'coordinator@example.org');
  });

  it('shows answers beside evidence, comment and doubt', async () => {
    const text = (await secretary.get(page)).text;
    for (const one of ['The decree', 'https://example.org/decree', 'A comment', 'A guess', 'Submitted'])
      expect(text).toContain(one);
  });

  it('adjusts with a reason by the question’s own fields; the country’s answer stays', async () => {
    const revision = await revisionOf(page);
    const adjustment = { do: 'adjust', key: 'q1', point: 'q1', q1: 'none', revision };
    const wrong = await post(secretary, page, { ...adjustment, reason: ' ' });
    expect([wrong.status, wrong.text.includes('the country reads it')]).toEqual([422, true]);
    const right = await post(secretary, page, { ...adjustment, reason: 'The decree says otherwise' });
    expect(right.status).toBe(303);
    const submission = await world.store.submission('tiny-2026', 'XAA');
    expect(submission.answers.q1).toEqual({ value: 'whole' });
    expect(submission.assessments.q1).toMatchObject({ finding: 'adjusted', answer: { value: 'none' } });
    expect(submission.status).toBe('in-validation');
    const text = (await secretary.get(page)).text;
    expect(text).toContain('Counts as: ');
    expect(text).toContain('The decree says otherwise');
  });

  it('refuses a stale finding with 409 and keeps the reason', async () => {
    const stale = await post(secretary, page, {
      do: 'adjust',
      key: 'q1',
      point: 'q1',
      q1: 'none',
      revision: '0',
      reason: 'Kept words',
    });
    expect([stale.status, stale.text.includes('Kept words')]).toEqual([409, true]);
  });

  it('returns with a reason, once, and tells the delegates in the same commit', async () => {
    const revision = await revisionOf(page);
    expect((await post(secretary, page, { do: 'return', reason: '', revision })).status).toBe(422);
    expect((await post(secretary, page, { do: 'return', reason: 'Look at question 1', revision })).status).toBe(303);
    expect((await post(secretary, page, { do: 'return', reason: 'Look at question 1', revision })).status).toBe(409);
    const submission = await world.store.submission('tiny-2026', 'XAA');
    expect([submission.status, submission.reason]).toEqual(['returned', 'Look at question 1']);
    expect((await secretary.get('/desk/outbox')).text).toContain('coordinator@example.org');
    expect((await secretary.get(page)).text).toContain('Look at question 1');
  });

  it('lets a validator check but not exclude, and nobody else in', async () => {
    const validator = await as.validator();
    expect((await validator.get(page)).status).toBe(200);
    expect(
      (await post(validator, page, { do: 'exclude', reason: 'no', revision: await revisionOf(page) })).status,
    ).toBe(404);
    expect((await (await as.delegateOf('XAA')).get(page)).status).toBe(404);
  });

  it('excludes and readmits with reasons', async () => {
    expect(
      (await post(secretary, page, { do: 'exclude', reason: 'No answer came', revision: await revisionOf(page) }))
        .status,
    ).toBe(303);
    expect(
      (await post(secretary, page, { do: 'readmit', reason: 'It came after all', revision: await revisionOf(page) }))
        .status,
    ).toBe(303);
    expect((await world.store.submission('tiny-2026', 'XAA')).status).toBe('in-progress');
  });
});
