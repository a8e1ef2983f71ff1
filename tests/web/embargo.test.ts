/**
 * The embargo: before publication nothing of what countries answer, and nothing computed from it, leaves by any door. Every route the
 * router has is asked for in every format, by visitors and by other countries' delegates, before anybody has answered and after all
 * have: not a byte may differ. The moment the edition is published, it is there.
 */
import { Writable } from 'node:stream';
import type { Express } from 'express';
import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SubmissionChange } from '../../src/core/workflow/change.js';
import type { Evidence } from '../../src/core/workflow/statuses.js';
import { beginAnalysis } from '../../src/journeys/analysing/analyse-results.js';
import { previewPublication } from '../../src/journeys/publishing/preview-publication.js';
import { publishEdition } from '../../src/journeys/publishing/publish-edition.js';
import type { World } from '../../src/journeys/world.js';
import { aCollectedEdition, aSubmission, commit, moveEdition, SECRETARY } from '../fixtures/a-collected-edition.js';
import { tinyAnswers } from '../fixtures/tiny-survey.js';
import { aWorld } from './a-world.js';
import { type Agent, people } from './as.js';

/** In what becomes public with the publication, and in what never does. */
const ANSWERED = 'canarysong';
const SECRET = 'canarynest';
const EDITION = 'canary-2026';
/** Editions of the same series, whose pages name the others of it. */
const BESIDE = ['ourdata-2023', 'demonstration-2024'];
const ANSWERING = ['XAA', 'XAB'];
const FORMATS = ['', '.json', '.csv', '.svg', '.pdf', '.xlsx'];

let world: World;
let as: ReturnType<typeof people>;
let log = '';
beforeAll(async () => {
  world = await aWorld();
  const countries = [...ANSWERING, 'XAC'];
  await aCollectedEdition(world, { id: EDITION, title: 'The canary edition', series: 'OURdata', countries });
  const lines = new Writable({
    write: (chunk, _encoding, done) => {
      log += String(chunk);
      done();
    },
  });
  as = people(world, EDITION, { log: lines });
});
afterAll(() => world.store.close());

interface Answered {
  readonly status: number;
  readonly headers: string;
  readonly body: string;
}

describe('before publication', () => {
  it('nothing that anybody else can ask for differs by a byte, whatever countries answer', async () => {
    const others: readonly (readonly [string, Agent])[] = [
      ['a visitor', as.visitor()],
      ['a delegate of another country', await as.delegateOf('XAC')],
      ['a signatory of another country', await as.signatoryOf('XAC')],
      ['a reader', await as.reader()],
    ];
    const before = await Promise.all(others.map(([, agent]) => crawl(agent)));
    await answerAll();
    const after = await Promise.all(others.map(([, agent]) => crawl(agent)));
    for (const [at, [who]] of others.entries()) {
      expect(after[at]?.size, who).toBeGreaterThan(150);
      for (const [asked, answer] of after[at] ?? [])
        expect({ who, asked, ...answer }).toEqual({ who, asked, ...before[at]?.get(asked) });
    }
    const said = JSON.stringify(after.map((one) => [...one]));
    expect(said).not.toContain(ANSWERED);
    expect(said).not.toContain(SECRET);
    expect(log).not.toMatch(new RegExp(`${ANSWERED}|${SECRET}`));
    expect(log).toContain(EDITION);
  }, 240_000);

  it('nothing differs by a byte either when the secretariat has its ranks put to the test', async () => {
    const [visitor, delegate] = [as.visitor(), await as.delegateOf('XAC')];
    const before = [await crawl(visitor), await crawl(delegate)];
    await analyse();
    const after = [await crawl(visitor), await crawl(delegate)];
    // How often anything was done to any edition is counted where a page is kept: that something was done, and not what.
    const plain = (crawled: Awaited<ReturnType<typeof crawl>>) =>
      [...crawled].map(([asked, answer]) => ({
        asked,
        ...answer,
        headers: answer.headers.replace(/"etag":"[^,]*",/, ''),
      }));
    expect(after.map(plain)).toEqual(before.map(plain));
    expect((await (await as.secretariat()).get(`/editions/${EDITION}/robustness/run`)).text).toContain('Result 1');
  }, 120_000);

  it('its page says in what state it is, and every other address what an edition says that does not exist', async () => {
    const visitor = as.visitor();
    const page = await visitor.get(`/editions/${EDITION}`);
    expect(page.text).toContain('Collection open until 31 December 2026, 22:00 UTC');
    expect(page.text).not.toMatch(/XA[ABC]|Avaria/);
    for (const path of [
      '/countries',
      '/countries/XAA',
      '/countries/XAA/explain/index',
      '/methodology',
      '/coherence',
      '/coherence.json',
      '/robustness',
      '/robustness.json',
      '.csv',
      '.pdf',
    ]) {
      const hidden = await visitor.get(`/editions/${EDITION}${path}`);
      const absent = await visitor.get(`/editions/nowhere${path}`);
      expect(hidden.status, path).toBe(404);
      expect(hidden.text, path).toBe(absent.text.replaceAll('nowhere', EDITION));
    }
    expect((await visitor.get('/')).text).toContain('The canary edition');
  });

  it('the secretariat sees results marked as provisional on every page and in every file, kept nowhere', async () => {
    const secretary = await as.secretariat();
    const paths = [
      '',
      '/countries',
      '/countries/XAA',
      '/countries/XAA/explain/index',
      '/methodology',
      '/coherence',
      '/robustness',
      '/compare?countries=XAA,XAB',
    ];
    for (const path of paths) {
      const page = await secretary.get(`/editions/${EDITION}${path}`);
      expect(page.status, path).toBe(200);
      expect(page.text, path).toContain('Provisional – not for release');
      expect(page.headers, path).toMatchObject({ 'cache-control': 'no-store' });
      expect(page.headers.etag, path).toBeUndefined();
    }
    for (const path of [
      '.csv',
      '.json',
      '/countries/XAA.json',
      '/coherence.csv',
      '/coherence.json',
      '/robustness.json',
      '/countries/XAA/explain/index.json',
      '/compare.csv?countries=XAA,XAB',
    ]) {
      const file = await secretary.get(`/editions/${EDITION}${path}`).buffer(true);
      expect(file.status, path).toBe(200);
      expect(file.text, path).toContain('Provisional – not for release');
      expect(file.headers, path).toMatchObject({ 'cache-control': 'no-store' });
    }
    // What a secretary has looked at is not kept for whoever comes next.
    expect((await as.visitor().get(`/editions/${EDITION}/countries/XAA`)).status).toBe(404);
  });
});

describe('at publication', () => {
  it('it is there at once, without what never becomes public', async () => {
    await publishNow();
    const visitor = as.visitor();
    expect((await visitor.get(`/editions/${EDITION}`)).text).toContain('Published 21 November 2026');
    expect((await visitor.get(`/editions/${EDITION}/countries/XAA/questionnaire`)).text).toContain(ANSWERED);
    expect((await visitor.get(`/editions/${EDITION}/releases/1.json`)).text).toContain(ANSWERED);
    expect((await visitor.get(`/editions/${EDITION}/releases/1.csv`)).text).toContain('XAA,index,4,0.');
    expect((await visitor.get('/editions/ourdata-2023')).text).toContain('The canary edition');
    const said = JSON.stringify([...(await crawl(visitor))]);
    expect(said).not.toContain(SECRET);
  }, 120_000);
});

/** The secretariat has the provisional ranks put to the test, which is nobody else's business either. */
async function analyse(): Promise<void> {
  const begun = await beginAnalysis(world, EDITION, { person: SECRETARY, options: { runs: 50, baseSamples: 0 } });
  const ended = begun.ok ? await begun.value.done : begun;
  if (!ended.ok) throw new Error(JSON.stringify(ended.problems));
}

/** What everybody answers, with a canary in every field a person can fill. */
async function answerAll(): Promise<void> {
  const evidence = (id: string): Evidence => ({
    id,
    question: 'q1',
    kind: 'link',
    title: `${SECRET} title`,
    passage: `${SECRET} passage`,
    language: SECRET,
    address: `https://${SECRET}.example.org/`,
  });
  for (const country of ANSWERING) {
    const answers = {
      ...tinyAnswers.get(country),
      q4: { value: [`https://${ANSWERED}.example.org/`] },
      q6: { value: `${ANSWERED} text` },
    };
    const more: readonly SubmissionChange[] = [
      { kind: 'remark-recorded', question: 'q1', remark: { comment: `${SECRET} comment`, why: `${SECRET} why` } },
      { kind: 'evidence-attached', evidence: evidence(`${country}0000`) },
      {
        kind: 'submission-submitted',
        snapshot: { answers, remarks: {}, evidence: [evidence(`${country}0000`)] },
        hash: SECRET,
      },
      { kind: 'reopening-asked', reason: `${SECRET} asked` },
      { kind: 'validation-begun' },
      {
        kind: 'answer-assessed',
        key: 'q5',
        assessment: { finding: 'adjusted', answer: { value: 'none' }, reason: `${SECRET} reason` },
      },
      { kind: 'submission-validated' },
    ];
    await aSubmission(world, { edition: EDITION, country, answers, more });
  }
}

async function publishNow(): Promise<void> {
  const reason = 'it did not hand anything in';
  await commit(world, { kind: 'submission', edition: EDITION, country: 'XAC' }, [
    { kind: 'submission-excluded', reason },
  ]);
  await moveEdition(world, EDITION, 'validating');
  await moveEdition(world, EDITION, 'previewing');
  const preview = await previewPublication(world, EDITION, SECRETARY);
  const revision = preview.ok ? preview.value.revision : 0;
  const published = await publishEdition(world, EDITION, { person: SECRETARY, revision, note: '', path: '/' });
  if (!published.ok) throw new Error(JSON.stringify(published.problems));
}

/** Every address there is, by every way it can be asked for. */
async function crawl(agent: Agent): Promise<ReadonlyMap<string, Answered>> {
  const answers = new Map<string, Answered>();
  for (const { method, path } of routesOf(as.app)) {
    for (const address of addressesOf(path, method)) {
      const asked = method === 'post' ? agent.post(address).type('form').send({}) : agent.get(address);
      const answer = await asked.redirects(0).buffer(true).parse(asText);
      const { etag, location, 'content-length': length, 'content-type': type } = answer.headers;
      answers.set(`${method} ${address}`, {
        status: answer.status,
        headers: JSON.stringify({ etag, location, length, type }),
        body: String(answer.body),
      });
    }
  }
  return answers;
}

function asText(response: Response, done: (error: Error | null, body: string) => void): void {
  const parts: Buffer[] = [];
  response.on('data', (part: Buffer) => parts.push(Buffer.from(part)));
  response.on('end', () => done(null, Buffer.concat(parts).toString('latin1')));
}

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle?: { readonly stack?: readonly Layer[] };
}

/** Read from the router, so that a new page is asked too. */
function routesOf(app: Express): readonly { readonly method: 'get' | 'post'; readonly path: string }[] {
  const layers = (stack: readonly Layer[]): readonly Layer[] =>
    stack.flatMap((layer) => (layer.route ? [layer] : layers(layer.handle?.stack ?? [])));
  return layers((app.router as unknown as { readonly stack: readonly Layer[] }).stack).flatMap(({ route }) =>
    (['get', 'post'] as const).flatMap((method) =>
      route?.methods[method] === true && isAsked(method, route.path) ? [{ method, path: route.path }] : [],
    ),
  );
}

/** Forms only of an edition: one that signs out would end the crawl. */
const isAsked = (method: string, path: string): boolean => method === 'get' || path.includes(':edition');

const VALUES: Readonly<Record<string, readonly string[]>> = {
  edition: [EDITION],
  country: ANSWERING,
  node: ['index', '1.1'],
  section: ['policy', 'access'],
  question: ['q1', 'q6'],
  chart: ['ranking', 'heat', 'profile', 'distribution', 'correlations-1', 'correlations-2', 'scree'],
  number: ['1'],
  id: ['XAA0000'],
};

function addressesOf(path: string, method: string): readonly string[] {
  const own = fillIn(path, VALUES);
  if (method === 'post') return own;
  const beside = path.includes(':edition')
    ? BESIDE.flatMap((edition) =>
        fillIn(path, { ...VALUES, edition: [edition], country: [edition === 'ourdata-2023' ? 'KOR' : 'XAA'] }).flatMap(
          (address) => ['', '.json', '.csv'].map((format) => `${address}${format}`),
        ),
      )
    : [];
  const compared = own
    .filter((one) => one.includes('/compare'))
    .map((one) => `${one}?countries=${ANSWERING.join(',')}`);
  const varied = own
    .filter((one) => one.includes('/methods'))
    .flatMap((one) => FORMATS.map((format) => `${one}${format}?variants=leave-out,ranks`));
  const formats = path.startsWith('/editions/') ? FORMATS : [''];
  const all = own.flatMap((address) => formats.map((format) => `${address}${format}`));
  return [...all, ...compared, ...varied, ...beside];
}

/** The path with each of the values of each of its parameters. */
function fillIn(path: string, values: typeof VALUES): readonly string[] {
  const name = /:([a-z]+)/i.exec(path)?.[1];
  if (name === undefined) return [path];
  return (values[name] ?? ['something']).flatMap((value) => fillIn(path.replace(`:${name}`, value), values));
}
