/** A country's people at their forms, with and without a script: saving, others at the same answers, deadlines, handing in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from '../../src/journeys/world.js';
import { aCollectedEdition, aSubmission, commit } from '../fixtures/a-collected-edition.js';
import { WHOLE } from '../journeys/answering/at-work.js';
import { aWorld } from './a-world.js';
import { type Agent, people } from './as.js';
import { Form } from './form.js';

const EDITION = 'tiny-2026';
let now = '2026-11-21T12:03:00.000Z';
let world: World;
let as: ReturnType<typeof people>;
beforeAll(async () => {
  world = await aWorld({ clock: () => now });
  await aCollectedEdition(world);
  as = people(world, EDITION);
});
afterAll(() => world.store.close());

const ALL = (country: string) => `/editions/${EDITION}/countries/${country}/answers`;
const section = (country: string) => `${ALL(country)}/access`;
const open = async (agent: Agent, address: string): Promise<Form> =>
  Form.in((await agent.get(address).expect(200)).text);
const send = (agent: Agent, address: string, form: Form) => agent.post(address).type('form').send(form.body());
const autosave = (agent: Agent, address: string, fields: Record<string, string>) =>
  send(agent, address, new Form(Object.entries(fields))).set('Accept', 'application/json');
const answersOf = async (country: string) => (await world.store.submission(EDITION, country)).answers;

describe('a script that saves answer by answer', () => {
  it('is told the revision, the time, the progress and the next question, once it is saved', async () => {
    const agent = await as.delegateOf('XAA');
    const said = await autosave(agent, section('XAA'), {
      revision: '0',
      point: 'q3',
      q3: 'yes',
      remark: 'q3',
      'q3:comment': 'Since 2019.',
      'q3:confidence': 'sure',
    }).expect(200);
    expect(said.body).toMatchObject({
      revision: 1,
      savedAt: now,
      problems: [],
      progress: {
        answered: 1,
        asked: 8,
        sections: [
          ['policy', 0, 2],
          ['access', 1, 6],
        ],
      },
      next: { href: `${ALL('XAA')}/policy#q1` },
    });
    expect(await world.store.submission(EDITION, 'XAA')).toMatchObject({
      status: 'in-progress',
      answers: { q3: { value: 'yes' } },
      remarks: { q3: { comment: 'Since 2019.', confidence: 'sure' } },
    });
  });

  it('is told what is wrong, by field, in words', async () => {
    const agent = await as.delegateOf('XAA');
    const said = await autosave(agent, section('XAA'), { revision: '1', point: 'q3b', q3b: 'many' }).expect(422);
    expect(said.body.problems).toMatchObject([{ field: 'q3b', question: 'q3b' }]);
    expect(said.body.problems[0].sentence).toMatch(/whole number/);
  });

  it('is shown both values where somebody else saved the same answer, and only there', async () => {
    const [one, other] = [await as.delegateOf('XAA'), await as.delegateOf('XAA')];
    const { revision } = await world.store.submission(EDITION, 'XAA');
    const from = { revision: String(revision) };
    await autosave(one, section('XAA'), { ...from, point: 'q5', q5: 'most' }).expect(200);
    await autosave(other, section('XAA'), { ...from, point: 'q6', q6: 'Another answer.' }).expect(200);
    const said = await autosave(other, section('XAA'), { ...from, point: 'q5', q5: 'none' }).expect(409);
    expect(said.body.conflicts).toMatchObject([
      { number: '5', mine: 'None of it', theirs: 'Most of it', fields: [{ name: 'q5', values: ['most'] }] },
    ]);
    await autosave(other, section('XAA'), { revision: String(said.body.revision), point: 'q5', q5: 'none' }).expect(
      200,
    );
    expect(await answersOf('XAA')).toMatchObject({ q5: { value: 'none' }, q6: { value: 'Another answer.' } });
  });

  it('is told in JSON that the session is over', async () => {
    const said = await autosave(as.visitor(), section('XAA'), { revision: '1', point: 'q5', q5: 'all' }).expect(401);
    expect(said.body).toMatchObject({ signIn: '/sign-in' });
    expect(await answersOf('XAA')).toMatchObject({ q5: { value: 'none' } });
  });
});

describe('a form without a script', () => {
  it('takes answers, remarks and a link at once, and shows them again', async () => {
    const agent = await as.delegateOf('XAB');
    const address = `${ALL('XAB')}/policy`;
    const form = await open(agent, address);
    form.set('q1', 'whole');
    form.set('q1:comment', 'By law.');
    form.set('q1:confidence', 'guess');
    form.set('q1:evidence-title', 'Law 14');
    form.set('q1:evidence-address', 'https://law.example/14');
    const saved = await send(agent, address, form).expect(303);
    expect(saved.headers.location).toBe(`${address}?saved`);
    const page = await agent.get(address);
    expect(page.text).toContain('href="https://law.example/14"');
    const again = Form.in(page.text);
    expect(again.get('q1:comment')).toEqual(['By law.']);
    expect(again.get('q1:confidence')).toEqual(['guess']);
    expect(again.get('q1:evidence-title')).toEqual(['']);
    const [link] = (await world.store.submission(EDITION, 'XAB')).evidence;
    again.set('withdraw', link?.id ?? '');
    await send(agent, address, again).expect(303);
    expect((await world.store.submission(EDITION, 'XAB')).evidence).toEqual([]);
  });

  it('comes back with both values, keeps what was typed, and does not overwrite what its person left alone', async () => {
    const agent = await as.delegateOf('XAB');
    const [mine, theirs] = [await open(agent, section('XAB')), await open(agent, section('XAB'))];
    theirs.set('q6', 'what a colleague wrote');
    theirs.set('q5', 'some');
    await send(agent, section('XAB'), theirs).expect(303);
    mine.set('q6', 'what I wrote');
    const answer = await send(agent, section('XAB'), mine).expect(409);
    expect(answer.text).toContain('what a colleague wrote');
    const again = Form.in(answer.text);
    expect(again.get('q6')).toEqual(['what I wrote']);
    expect(again.get('q5')).toEqual(['some']);
    await send(agent, section('XAB'), again).expect(303);
    expect(await answersOf('XAB')).toMatchObject({ q6: { value: 'what I wrote' }, q5: { value: 'some' } });
  });

  it('comes back with evidence that lacks something, and what was typed of it', async () => {
    const agent = await as.delegateOf('XAB');
    const form = await open(agent, section('XAB'));
    form.set('q3:evidence-title', 'Half a link');
    const answer = await send(agent, section('XAB'), form).expect(422);
    expect(answer.text).toContain('give a web address or choose a file');
    expect(Form.in(answer.text).get('q3:evidence-title')).toEqual(['Half a link']);
  });

  it('is carried through signing in when the session is over', async () => {
    const form = await open(await as.delegateOf('XAB'), section('XAB'));
    form.set('q6', 'typed for an hour');
    const answer = await send(as.visitor(), section('XAB'), form).expect(401);
    expect(answer.text).toContain('typed for an hour');
  });
});

describe('a contributor', () => {
  it('fills in the own sections and reads the others', async () => {
    const agent = await as.contributorOf('XAB', ['access']);
    expect((await agent.get(`${ALL('XAB')}/policy`)).text).not.toContain('<form id="form"');
    const form = await open(agent, section('XAB'));
    form.set('q5', 'all');
    await send(agent, section('XAB'), form).expect(303);
    await send(
      agent,
      `${ALL('XAB')}/policy`,
      new Form([
        ['revision', '9'],
        ['point', 'q1'],
        ['q1', 'none'],
      ]),
    ).expect(404);
    await agent.post(`${ALL('XAB')}/checks`).expect(404);
  });
});

describe('other people', () => {
  it('are answered alike where there is something and where there is nothing', async () => {
    const other = await as.delegateOf('XAA');
    const there = await other.get(section('XAB')).expect(404);
    for (const address of [
      section('ZZZ'),
      '/editions/nowhere/countries/XAA/answers/access',
      `${ALL('XAB')}/checks`,
      `${ALL('XAB')}/history/q1`,
      `${ALL('XAB')}/evidence/${'a'.repeat(32)}`,
    ]) {
      const answer = await other.get(address).expect(404);
      expect(answer.text).toBe(there.text);
    }
    for (const address of [section('XAB'), section('ZZZ'), '/editions/nowhere/countries/XAA/answers/access']) {
      await as.visitor().get(address).expect(303);
    }
  });
});

describe('handing in', () => {
  it('lists what is missing, each leading to its question, and cannot be done before', async () => {
    const agent = await as.delegateOf('XAA');
    const page = await agent.get(`${ALL('XAA')}/checks`).expect(200);
    expect(page.text).toContain(`href="${ALL('XAA')}/policy#f-q1"`);
    expect(page.text).not.toContain('Submit the answers');
    await agent.post(`${ALL('XAA')}/checks`).expect(422);
  });

  it('many times at once is done once, with a receipt', async () => {
    await aSubmission(world, { edition: EDITION, country: 'XAC', answers: WHOLE });
    const agent = await as.delegateOf('XAC');
    const all = await Promise.all(Array.from({ length: 30 }, () => agent.post(`${ALL('XAC')}/checks`)));
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([303]));
    expect(await world.store.snapshots(EDITION, 'XAC')).toHaveLength(1);
    const receipts = (await world.store.outbox.list(100)).filter(({ template }) => template === 'receipt');
    expect(receipts).toHaveLength(1);
    const [kept] = await world.store.snapshots(EDITION, 'XAC');
    const page = await agent.get(`${ALL('XAC')}/checks?submitted`);
    expect(page.text).toContain(kept?.hash);
    expect(page.text).toContain('21 November 2026, 12:03 UTC');
  });

  it('closes the form, says so to the script, and lets its country ask for it back', async () => {
    const agent = await as.delegateOf('XAC');
    expect((await agent.get(section('XAC'))).text).not.toContain('<form id="form"');
    const said = await autosave(agent, section('XAC'), { revision: '2', point: 'q6', q6: 'too late' }).expect(409);
    expect(said.body.problems[0].sentence).toContain('have been submitted');
    const form = new Form([
      ['revision', '2'],
      ['point', 'q6'],
      ['q6', 'typed before I saw it'],
    ]);
    expect((await send(agent, section('XAC'), form).expect(409)).text).toContain('typed before I saw it');
    await agent
      .post(`${ALL('XAC')}/reopening`)
      .type('form')
      .send({ reason: '' })
      .expect(422);
    await agent
      .post(`${ALL('XAC')}/reopening`)
      .type('form')
      .send({ reason: 'A new law.' })
      .expect(303);
    expect((await agent.get(ALL('XAC'))).text).toContain('A new law.');
  });

  it('shows a returned country the reason, and adjusted answers beside its own', async () => {
    await commit(world, { kind: 'submission', edition: EDITION, country: 'XAC' }, [
      { kind: 'validation-begun' },
      {
        kind: 'answer-assessed',
        key: 'q5',
        assessment: { finding: 'adjusted', answer: { value: 'none' }, reason: 'The portal shows scans only.' },
      },
    ]);
    const agent = await as.delegateOf('XAC');
    expect((await agent.get(section('XAC'))).text).not.toContain('scans only');
    await commit(world, { kind: 'submission', edition: EDITION, country: 'XAC' }, [
      { kind: 'submission-returned', reason: 'Please look at question 5.' },
    ]);
    const { text } = await agent.get(section('XAC'));
    expect(text).toContain('Please look at question 5.');
    expect(text).toContain('scans only');
    expect(text).toContain('<form id="form"');
    expect(Form.in(text).get('q5')).toEqual(['most']);
  });

  it('lets the signatory read what was handed in and sign it off', async () => {
    await commit(world, { kind: 'submission', edition: EDITION, country: 'XAC' }, [
      { kind: 'submission-submitted', snapshot: { answers: WHOLE, remarks: {}, evidence: [] }, hash: 'abc' },
      { kind: 'submission-validated' },
    ]);
    const signatory = await as.signatoryOf('XAC');
    const page = await signatory.get(`${ALL('XAC')}/sign-off`).expect(200);
    expect(page.text).toContain('Nothing else.');
    expect(page.text).toContain('scans only');
    await (await as.delegateOf('XAC')).post(`${ALL('XAC')}/sign-off`).expect(404);
    await signatory.post(`${ALL('XAC')}/sign-off`).expect(303);
    expect((await signatory.get(`${ALL('XAC')}/sign-off`)).text).not.toContain('Sign off these answers');
  });
});

describe('the closing instant', () => {
  /** Each way to change something, at an instant: whether the page is a form, and how each write is answered. */
  const doors = async (agent: Agent, instant: string) => {
    now = instant;
    const revision = '1';
    const fields = { revision, point: 'q4', q4: 'no' };
    const form = new Form(Object.entries(fields));
    const upload = agent.post(section('XAA')).set('Accept', 'application/json').field('revision', revision);
    const file = upload.field('q3:evidence-title', instant).attach('q3:evidence-file', Buffer.from(instant), 'a.txt');
    return {
      page: (await agent.get(section('XAA'))).text.includes('<form id="form"'),
      autosave: (await autosave(agent, section('XAA'), fields)).status,
      form: (await send(agent, section('XAA'), form)).status,
      upload: (await file).status,
      handIn: (await agent.post(`${ALL('XAA')}/checks`)).status,
    };
  };

  it('is one for page, autosave, form, upload and handing in: a second before, the instant, a second after', async () => {
    now = '2026-12-31T21:59:58.000Z';
    const agent = await as.delegateOf('XAA');
    const open = { page: true, autosave: 200, form: 303, upload: 200, handIn: 422 };
    expect(await doors(agent, '2026-12-31T21:59:59.000Z')).toEqual(open);
    const closed = { page: false, autosave: 403, form: 403, upload: 403, handIn: 403 };
    expect(await doors(agent, '2026-12-31T22:00:00.000Z')).toEqual(closed);
    expect(await doors(agent, '2026-12-31T22:00:01.000Z')).toEqual(closed);
    expect((await world.store.submission(EDITION, 'XAA')).evidence).toHaveLength(1);
    expect((await agent.get(section('XAA'))).text).toContain('31 December 2026, 22:00 UTC');
  });
});
