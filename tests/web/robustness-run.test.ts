/** The page on which ranks are put to the test: beginning, watching, calling off and going on, and who finds it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refused } from '../../src/core/problem.js';
import type { Analyst, UnfinishedJob } from '../../src/core/robustness/edition/analyst.js';
import type { Robustness } from '../../src/core/robustness/edition/robustness.js';
import { analysisOf } from '../../src/journeys/analysing/run-analysis.js';
import type { World } from '../../src/journeys/world.js';
import { aCollectedEdition, aSubmission, commit } from '../fixtures/a-collected-edition.js';
import { oneThreadAnalyst } from '../fixtures/one-thread-analyst.js';
import { tinyAnswers } from '../fixtures/tiny-survey.js';
import { aWorld } from './a-world.js';
import { type Agent, people } from './as.js';

const EDITION = 'ranked-2026';
const PAGE = `/editions/${EDITION}/robustness/run`;

/** Works at once, or waits until it is called off. */
let holds = false;
let unfinished: readonly UnfinishedJob[] = [];
const analyst: Analyst = {
  ...oneThreadAnalyst,
  analyse: async (job, watch) => {
    if (!holds) return oneThreadAnalyst.analyse(job, watch);
    watch.onProgress(0.42);
    await new Promise((calledOff) => watch.signal.addEventListener('abort', calledOff));
    unfinished = [{ fingerprint: await fingerprintOf(job.round), asked: job.asked, share: 0.42 }];
    return refused({ code: 'cancelled' });
  },
  unfinished: async () => unfinished,
};

async function fingerprintOf(round: unknown): Promise<string> {
  const [{ canonicalJson }, { sha256 }] = await Promise.all([
    import('../../src/core/workflow/canonical-json.js'),
    import('../../src/journeys/sha256.js'),
  ]);
  return sha256(canonicalJson(round));
}

let world: World;
let as: ReturnType<typeof people>;
let secretary: Agent;
beforeAll(async () => {
  world = await aWorld({ analyst });
  await aCollectedEdition(world, { id: EDITION, title: 'The ranked edition', countries: ['XAA', 'XAB', 'XAC'] });
  for (const country of ['XAA', 'XAB']) {
    await aSubmission(world, { edition: EDITION, country, answers: tinyAnswers.get(country) ?? {} });
  }
  as = people(world, EDITION);
  secretary = await as.secretariat();
});
afterAll(() => world.store.close());

const SMALL = { do: 'start', runs: '60', samples: '0', seed: '3', 'on-problem': 'stop' };
const send = (fields: Readonly<Record<string, string>>, agent = secretary) =>
  agent.post(PAGE).type('form').send(fields);

/** Until the run that was begun has ended. */
async function ended(): Promise<void> {
  while (analysisOf(world, EDITION)?.state === 'running') await new Promise((later) => setTimeout(later, 5));
}

describe('the page that puts ranks to the test', () => {
  it('says before any run what is planned, in words, and shows the form with what is usual', async () => {
    const { status, text, headers } = await secretary.get(PAGE);
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(text).toContain('No run has been made of this edition yet.');
    expect(text).toContain('<b>Weights</b>: every weight by up to ±25 %');
    expect(text).toMatch(/<input id="runs"[^>]* value="10000"/);
    expect(text).toMatch(/<input id="seed"[^>]* value="1"/);
    expect(text).toMatch(/value="stop" checked/);
    expect(text).not.toContain('http-equiv="refresh"');
  });

  it('shows how far a run is, refreshes itself without scripts, and takes no second one', async () => {
    holds = true;
    const begun = await send(SMALL);
    expect([begun.status, begun.headers.location]).toEqual([303, PAGE]);
    const { text } = await secretary.get(PAGE);
    expect(text).toContain('<progress id="progress" max="100" value="42">42 %</progress>');
    expect(text).toContain('<noscript><meta http-equiv="refresh" content="5"></noscript>');
    expect(text).toMatch(/<script type="module" src="[^"]*robustness-run\.js"/);
    expect(text).not.toContain('id="begin"');
    const second = await send(SMALL);
    expect(second.status).toBe(409);
    expect(second.text).toContain('Another run of “The ranked edition” is under way.');
  });

  it('calls it off, says where, and goes on with what it was asked', async () => {
    expect((await send({ do: 'cancel' })).status).toBe(303);
    await ended();
    const { text } = await secretary.get(PAGE);
    expect(text).toContain('The run was cancelled at 42 %.');
    expect(text).toContain('interrupted when about 42 % of it was done: 60 replications, seed 3.');
    holds = false;
    expect((await send({ do: 'resume' })).status).toBe(303);
    await ended();
    unfinished = [];
    const [kept] = await world.store.robustness(EDITION);
    const result = JSON.parse((await world.store.robustnessResult(EDITION, kept?.number ?? 0)) ?? '{}') as object;
    expect(result).toMatchObject({ runs: 60, baseSamples: 0, seed: 3 });
    const done = await secretary.get(PAGE);
    expect(done.text).toContain('The run is done: its result is number 1.');
    expect(done.text).toContain('stands beside the ranks.');
  });

  it('offers nothing to go on with where the interrupted run was of other results', async () => {
    const plan = world.library.editions.get('ourdata-2017')?.definition.robustness;
    if (plan === undefined) throw new Error('no plan');
    unfinished = [{ fingerprint: 'of another round', asked: { ...plan, analyses: [] }, share: 0.5 }];
    expect((await secretary.get(PAGE)).text).not.toContain('was interrupted');
    unfinished = [];
  });

  it('says beside its field what is wrong, and keeps what was typed', async () => {
    const doubt = 'country,question,option,probability\nXAA,q1,whole,0.5\nXAA,q1,none,0.4\n';
    const wrong = await send({ ...SMALL, runs: '0', samples: '1000000000', seed: 'one' });
    expect(wrong.status).toBe(422);
    for (const field of ['runs', 'samples', 'seed']) expect(wrong.text).toContain(`id="${field}-error"`);
    expect(wrong.text).toContain('id="seed-error">“one” is not a whole number.');
    expect(wrong.text).toMatch(
      /id="faults"><h2>The run was not begun<[\s\S]*<a href="#seed">“one” is not a whole number./,
    );
    expect((await secretary.get(PAGE)).text).not.toContain('came to nothing');
    expect(wrong.text).toMatch(/<input id="seed"[^>]* value="one"[^>]* aria-invalid="true"/);
    const half = await send({ ...SMALL, doubt });
    expect(half.status).toBe(422);
    expect(half.text).toMatch(/id="doubt-error">Line 2: the probabilities of XAA .* sum to 0\.9, and not to 1\./);
    expect(half.text).toContain('XAA,q1,none,0.4');
    expect(await world.store.robustness(EDITION)).toHaveLength(1);
  });

  it('lets answers be in doubt as a pasted table says', async () => {
    const doubt = 'country,question,option,probability\r\nXAA,q1,whole,0.5\r\nXAA,q1,none,0.5\r\n';
    expect((await send({ ...SMALL, doubt })).status).toBe(303);
    await ended();
    const result = await world.store.robustnessResult(EDITION, 2);
    expect(result).toContain('"kind":"doubt"');
  });

  it('tests what would be published, where that is asked, and not what is shown', async () => {
    const { text } = await secretary.get(PAGE);
    expect(text).toMatch(/name="of" value="shown" checked/);
    const subject = { kind: 'submission', edition: EDITION, country: 'XAB' } as const;
    await commit(world, subject, [{ kind: 'submission-validated' }]);
    const before = (await world.store.robustness(EDITION)).length;
    expect((await send({ ...SMALL, of: 'candidate' })).status).toBe(303);
    await ended();
    const [kept] = await world.store.robustness(EDITION);
    expect(kept?.number).toBe(before + 1);
    const result = await world.store.robustnessResult(EDITION, kept?.number ?? 0);
    const { analyses } = JSON.parse(result ?? '{}') as Robustness;
    // XAA has answered too, and nobody has validated it.
    expect(analyses[0]?.nodes[0]?.map(({ present }) => present)).toEqual([0, 60, 0]);
    // What is shown keeps the result that is of it.
    expect((await secretary.get(PAGE)).text).toMatch(
      new RegExp(`Result ${before}, computed on .* stands beside the ranks`),
    );
  });

  it('tells in words why a run came to nothing', async () => {
    const broken = { ...world, analyst: { ...analyst, analyse: async () => refused({ code: 'nobody-has-a-score' }) } };
    const agent = await people(broken, EDITION).secretariat();
    await send(SMALL, agent);
    await ended();
    const { text } = await agent.get(PAGE);
    expect(text).toContain('The run came to nothing:');
    expect(text).toContain('no country would have a score of the index');
    expect(text).toContain('id="begin"');
  });

  it('is led to from every desk page and from the report, for who may use it', async () => {
    for (const path of [
      `/desk/editions/${EDITION}/board`,
      `/desk/editions/${EDITION}/publish`,
      `/editions/${EDITION}/robustness`,
    ]) {
      expect((await secretary.get(path)).text, path).toContain(`href="${PAGE}"`);
    }
    const validator = await as.validator();
    for (const path of [`/desk/editions/${EDITION}/board`, `/editions/${EDITION}/robustness`]) {
      const page = await validator.get(path);
      expect(page.status, path).toBe(200);
      expect(page.text, path).not.toContain(PAGE);
    }
  });
});

describe('nobody else', () => {
  it('finds it: to others it is what an edition is that does not exist, and nothing is begun', async () => {
    const before = (await world.store.robustness(EDITION)).length;
    const others = [await as.validator(), await as.reader(), await as.delegateOf('XAA'), await as.signatoryOf('XAA')];
    for (const agent of others) {
      const here = await agent.get(PAGE);
      const nowhere = await agent.get(PAGE.replace(EDITION, 'nowhere'));
      expect(here.status).toBe(404);
      expect(here.text).toBe(nowhere.text.replaceAll('nowhere', EDITION));
      expect((await send(SMALL, agent)).status).toBe(404);
    }
    const visitor = as.visitor();
    const [here, nowhere] = [await visitor.get(PAGE), await visitor.get(PAGE.replace(EDITION, 'nowhere'))];
    expect([here.status, here.headers.location]).toEqual([303, nowhere.headers.location?.replace('nowhere', EDITION)]);
    expect(await world.store.robustness(EDITION)).toHaveLength(before);
  });

  it('can begin one from another site', async () => {
    const { status } = await secretary.post(PAGE).set('Sec-Fetch-Site', 'cross-site').type('form').send(SMALL);
    expect(status).toBe(403);
  });
});
