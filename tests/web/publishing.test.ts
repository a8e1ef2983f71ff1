/** The page that publishes: what the secretariat is shown and confirms, what a correction asks for, what can be downloaded after. */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { World } from '../../src/journeys/world.js';
import { aCollectedEdition, aSubmission, commit, moveEdition } from '../fixtures/a-collected-edition.js';
import { tinyAnswers } from '../fixtures/tiny-survey.js';
import { aWorld } from './a-world.js';
import { type Agent, people } from './as.js';

const ADDRESS = '/desk/editions/tiny-2026/publish';

let world: World;
let as: ReturnType<typeof people>;
let id: string;
beforeEach(async () => {
  world = await aWorld();
  id = await aCollectedEdition(world);
  as = people(world, id);
});
afterEach(() => world.store.close());

async function readyToPublish(): Promise<void> {
  for (const country of ['XAA', 'XAB']) {
    const answers = tinyAnswers.get(country) ?? {};
    await aSubmission(world, { edition: id, country, answers, more: [{ kind: 'submission-validated' }] });
  }
  const excluded = { kind: 'submission-excluded', reason: '=1+1 <b>too late</b>' } as const;
  await commit(world, { kind: 'submission', edition: id, country: 'XAC' }, [excluded]);
  await moveEdition(world, id, 'validating');
  await moveEdition(world, id, 'previewing');
}

const revisionIn = (html: string): string => /name="revision" value="(\d+)"/.exec(html)?.[1] ?? 'none';

async function confirm(secretary: Agent, note = ''): Promise<Awaited<ReturnType<Agent['post']>>> {
  const page = await secretary.get(ADDRESS);
  return secretary
    .post(ADDRESS)
    .type('form')
    .send({ revision: revisionIn(page.text), note });
}

describe('the page that publishes', () => {
  it('is found by the secretariat alone', async () => {
    await readyToPublish();
    expect((await (await as.secretariat()).get(ADDRESS)).status).toBe(200);
    expect((await (await as.secretariat(id)).get(ADDRESS)).status).toBe(200);
    for (const agent of [await as.validator(), await as.delegateOf('XAA'), await as.secretariat('other')]) {
      for (const answer of [await agent.get(ADDRESS), await agent.post(ADDRESS).type('form').send({ revision: '1' })]) {
        expect(answer.status).toBe(404);
        expect(answer.text).toContain('There is no edition “tiny-2026” here.');
      }
    }
    // Asked to sign in, as for an edition that is not there.
    for (const address of [ADDRESS, ADDRESS.replace(id, 'nope')]) {
      expect((await as.visitor().get(address)).status).toBe(303);
      expect((await as.visitor().post(address).type('form').send({ revision: '1' })).status).toBe(401);
    }
  });

  it('shows who is in, who is not and why, and says what still stands in the way', async () => {
    const secretary = await as.secretariat();
    const early = await secretary.get(ADDRESS);
    expect(early.text).toContain('It cannot be published as it stands');
    expect(early.text).not.toContain('<form method="post" action="/desk/editions');
    await readyToPublish();
    const { text, headers } = await secretary.get(ADDRESS);
    expect(headers['cache-control']).toBe('no-store');
    expect(text).toContain('2 countries would have a score');
    expect(text).toContain('excluded: =1+1 &lt;b&gt;too late&lt;/b&gt;');
    expect(text).toContain('Provisional – not for release');
    expect(text).toMatch(/<td class="n">1<\/td><th scope="row">[^<]+<\/th><td class="n">0\.78<\/td>/);
  });

  it('publishes once, and sends to the page of the edition', async () => {
    await readyToPublish();
    const secretary = await as.secretariat();
    const page = await secretary.get(ADDRESS);
    const send = () =>
      secretary
        .post(ADDRESS)
        .type('form')
        .send({ revision: revisionIn(page.text) });
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
    expect(answers.find(({ status }) => status === 303)?.headers.location).toBe(`/editions/${id}`);
    const edition = await as.visitor().get(`/editions/${id}`);
    expect(edition.text).toMatch(/release tiny-2026-1-[0-9a-f]{8}/);
    expect(edition.text).toMatch(/Publication 1, 21 November 2026\. Release [0-9a-f]{64}\./);
    expect((await as.visitor().get('/')).text).toContain('Tiny survey 2026');
  });

  it('publishes nothing that has moved since it was shown', async () => {
    await readyToPublish();
    const secretary = await as.secretariat();
    const page = await secretary.get(ADDRESS);
    await commit(world, { kind: 'submission', edition: id, country: 'XAA' }, [{ kind: 'submission-signed-off' }]);
    for (const revision of [revisionIn(page.text), '', 'x', '999999']) {
      const answer = await secretary.post(ADDRESS).type('form').send({ revision });
      expect(answer.status).toBe(409);
      expect(answer.text).toContain('Something in the edition has changed');
    }
    expect((await as.visitor().get(`/editions/${id}/countries`)).status).toBe(404);
  });

  it('asks for a public note when it corrects, and leaves the earlier publication to be had', async () => {
    await readyToPublish();
    const secretary = await as.secretariat();
    await confirm(secretary);
    await commit(world, { kind: 'submission', edition: id, country: 'XAA' }, [
      {
        kind: 'answer-assessed',
        key: 'q1',
        assessment: { finding: 'adjusted', answer: { value: 'none' }, reason: 'misread' },
      },
    ]);
    const without = await confirm(secretary, '  ');
    expect(without.status).toBe(400);
    expect(without.text).toContain('say what was corrected');
    const tooLong = await confirm(secretary, 'x'.repeat(2001));
    expect(tooLong.status).not.toBe(303);
    expect(tooLong.text).toContain('x'.repeat(2001));
    const note = 'An <answer> of "XAA" was misread.';
    expect((await confirm(secretary, note)).status).toBe(303);
    const visitor = as.visitor();
    const page = await visitor.get(`/editions/${id}/countries/XAA`);
    expect(page.text).toContain('Corrected publication 2, 21 November 2026: An &lt;answer&gt; of');
    const overview = await visitor.get(`/editions/${id}`);
    for (const file of ['releases/1.json', 'releases/1.csv', 'releases/2.json', 'releases/2.csv']) {
      expect(overview.text).toContain(`/editions/${id}/${file}`);
    }
    const [first, second] = [1, 2].map((number) => visitor.get(`/editions/${id}/releases/${number}.json`));
    expect((await first)?.body).toMatchObject({ publication: { number: 1, note: '' } });
    expect((await second)?.body).toMatchObject({ publication: { number: 2, note } });
    // The file is what was hashed: whoever has it can tell that it is the release.
    const whole = (await visitor.get(`/editions/${id}/releases/1.json`)).text;
    expect(overview.text).toContain(createHash('sha256').update(whole).digest('hex'));
    const csv = await visitor.get(`/editions/${id}/releases/1.csv`);
    expect(csv.text.split('\n')[0]).toBe('country,node,level,score,rank,presented,coverage,status,notice');
    for (const absent of ['releases/3.json', 'releases/1', 'releases/1.pdf', 'releases/01.json']) {
      expect((await visitor.get(`/editions/${id}/${absent}`)).status, absent).toBe(404);
    }
  });
});
