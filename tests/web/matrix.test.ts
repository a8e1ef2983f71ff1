/**
 * Who gets what: every route the router has × role × state of the edition and of the country's submission, held against the reviewed
 * table in matrix.csv. A route without a line fails. `ALIDADE_MATRIX=write` writes the table anew, to be reviewed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SubmissionChange } from '../../src/core/workflow/change.js';
import type { EditionStatus } from '../../src/core/workflow/statuses.js';
import { previewPublication } from '../../src/journeys/publishing/preview-publication.js';
import { publishEdition } from '../../src/journeys/publishing/publish-edition.js';
import type { World } from '../../src/journeys/world.js';
import { aCollectedEdition, aSubmission, moveEdition, SECRETARY } from '../fixtures/a-collected-edition.js';
import { tinyAnswers } from '../fixtures/tiny-survey.js';
import { aWorld } from './a-world.js';
import { type Agent, people } from './as.js';
import { addressIn, type RouteOf, routesOf } from './routes.js';

const TABLE = new URL('matrix.csv', import.meta.url);

type As = ReturnType<typeof people>;

/** Each has one role, in the edition that is asked for, but for the last. */
const ROLES: readonly (readonly [string, (as: As, edition: string) => Promise<Agent>])[] = [
  ['visitor', (as) => Promise.resolve(as.visitor())],
  ['reader', (as, edition) => as.reader(edition)],
  ['own delegate', (as, edition) => as.delegateOf('XAA', edition)],
  ['other delegate', (as, edition) => as.delegateOf('XAB', edition)],
  ['contributor', (as, edition) => as.contributorOf('XAA', ['policy'], edition)],
  ['signatory', (as, edition) => as.signatoryOf('XAA', edition)],
  ['validator', (as, edition) => as.validator(edition)],
  ['secretariat', (as, edition) => as.secretariat(edition)],
  ['secretariat of all', (as) => as.secretariat()],
];

const answers = tinyAnswers.get('XAA') ?? {};
const SUBMITTED: SubmissionChange = {
  kind: 'submission-submitted',
  snapshot: { answers, remarks: {}, evidence: [] },
  hash: 'h',
};
const CHECKED: readonly SubmissionChange[] = [
  SUBMITTED,
  { kind: 'validation-begun' },
  { kind: 'submission-validated' },
];

/** By name: how far the edition is, and what has happened to the submission of XAA. */
const STATES: Readonly<
  Record<string, { readonly edition: EditionStatus; readonly more?: readonly SubmissionChange[] }>
> = {
  'preparing · not started': { edition: 'preparing' },
  'collecting · in progress': { edition: 'collecting', more: [] },
  'collecting · submitted': { edition: 'collecting', more: [SUBMITTED] },
  'validating · in validation': { edition: 'validating', more: [SUBMITTED, { kind: 'validation-begun' }] },
  'validating · returned': {
    edition: 'validating',
    more: [SUBMITTED, { kind: 'validation-begun' }, { kind: 'submission-returned', reason: 'Look again' }],
  },
  'previewing · validated': { edition: 'previewing', more: CHECKED },
  'published · signed off': { edition: 'published', more: [...CHECKED, { kind: 'submission-signed-off' }] },
};
const ABSENT = 'no such edition';
const ANYWHERE = '*';

let world: World;
let as: As;
let routes: readonly RouteOf[];
beforeAll(async () => {
  world = await aWorld();
  as = people(world);
  routes = routesOf(as.app);
});
afterAll(() => world.store.close());

interface Answered {
  readonly said: string;
  /** Without the name of the edition. */
  readonly text: string;
}

/** By state, method and path, then role. */
const table = new Map<string, Map<string, Answered>>();

describe('every route, for every role, in every state', () => {
  it('answers as the reviewed table says', async () => {
    for (const [at, state] of [ANYWHERE, ABSENT, ...Object.keys(STATES)].entries()) {
      for (const [place, [role, signIn]] of ROLES.entries()) await ask({ state, id: `m${at}-${place}`, role, signIn });
    }
    const lines = [['method', 'path', 'state', ...ROLES.map(([role]) => role)].join(',')];
    for (const [key, row] of table) lines.push([key, ...ROLES.map(([role]) => row.get(role)?.said ?? '')].join(','));
    const written = `${lines.join('\n')}\n`;
    if (process.env.ALIDADE_MATRIX === 'write') writeFileSync(TABLE, written);
    expect(written.split('\n')).toEqual(readFileSync(TABLE, 'utf8').split('\n'));
  }, 300_000);

  it('looks alike, for who may not see it, whether it exists or not', () => {
    const differing: string[] = [];
    for (const [key, row] of table) {
      const [method = '', path = '', state = ''] = key.split(',');
      if (method !== 'GET' || state === ABSENT || state === ANYWHERE) continue;
      for (const [role, answered] of row) {
        if (answered.said !== '404' && answered.said !== 'sign-in') continue;
        const absent = table.get([method, path, ABSENT].join(','))?.get(role);
        if (absent?.said !== answered.said || absent.text !== answered.text) differing.push(`${role}: ${key}`);
      }
    }
    expect(differing.filter((line) => !MISSING_PARTS.test(line))).toEqual([]);
  });
});

/** What is missing within an edition that one may see says so in its own words. */
const MISSING_PARTS = /charts\/:chart|evidence\/:id|releases\/:number/;

describe('every writing route', () => {
  it('refuses what another site sent, whoever is signed in', async () => {
    const id = await anEdition('collecting · in progress', 'cross-2026');
    for (const agent of [as.visitor(), await as.delegateOf('XAA', id), await as.secretariat()]) {
      for (const { path } of routes.filter(({ method }) => method === 'post')) {
        const sent = await agent
          .post(addressIn(path, id))
          .set('Sec-Fetch-Site', 'cross-site')
          .type('form')
          .send({ reason: 'x' });
        expect([path, sent.status]).toEqual([path, 403]);
      }
    }
  }, 60_000);

  it('takes no notice of fields that are not its own', async () => {
    const foreign = {
      status: 'published',
      kind: 'edition-moved',
      isDisabled: 'yes',
      grants: 'secretariat',
      by: 'me',
      at: '1',
      id: 'x',
      account: 'x',
      submission: 'validated',
    };
    for (const [role, signIn] of ROLES) {
      const id = await anEdition('collecting · in progress', `foreign-${role.replaceAll(' ', '-')}`);
      const before = await standing(id);
      const said = async (fields: Record<string, string>): Promise<readonly string[]> => {
        const agent = await signIn(people(world), id);
        const lines: string[] = [];
        for (const { path } of routes.filter(({ method, path }) => method === 'post' && !OWN_ID.test(path))) {
          const sent = await agent.post(addressIn(path, id)).type('form').send(fields).redirects(0);
          lines.push(`${path} ${sent.status}`);
        }
        return lines;
      };
      expect(await said(foreign), role).toEqual(await said({}));
      expect(await standing(id), role).toEqual(before);
    }
  }, 120_000);
});

/** Where an id is what is typed. */
const OWN_ID = /editions\/new$/;

async function standing(id: string) {
  const { status, facts, countries } = (await world.store.editions()).find((one) => one.id === id) ?? {};
  const submission = await world.store.submission(id, 'XAA');
  return { status, facts, countries, submission: submission.status, answers: submission.answers };
}

interface Asking {
  readonly state: string;
  readonly id: string;
  readonly role: string;
  readonly signIn: (as: As, edition: string) => Promise<Agent>;
}

async function ask({ state, id, role, signIn }: Asking): Promise<void> {
  const isAnywhere = state === ANYWHERE;
  if (STATES[state] !== undefined) await anEdition(state, id);
  // Attempts at signing in are counted by each house on its own.
  const agent = await signIn(isAnywhere ? people(world) : as, id);
  for (const { method, path } of routes) {
    if (path.includes(':edition') === isAnywhere) continue;
    const address = addressIn(path, id);
    const asked = method === 'post' ? agent.post(address).type('form').send({}) : agent.get(address);
    const answer = await asked.redirects(0);
    const { location = '' } = answer.headers as { readonly location?: string };
    const said = location.startsWith('/sign-in') ? 'sign-in' : String(answer.status);
    const key = [method.toUpperCase(), path.replace(/assets\/[0-9a-f]+/, 'assets/:build'), state].join(',');
    const row = table.get(key) ?? new Map<string, Answered>();
    row.set(role, {
      said,
      text: (answer.text ?? '').replaceAll(id, 'this edition').replace(/Person \d+/g, 'a person'),
    });
    table.set(key, row);
  }
}

async function anEdition(state: string, id: string): Promise<string> {
  const { edition, more } = STATES[state] ?? { edition: 'collecting' };
  await aCollectedEdition(world, {
    id,
    title: id,
    series: id,
    status: edition === 'preparing' ? 'preparing' : 'collecting',
  });
  if (more !== undefined) await aSubmission(world, { edition: id, country: 'XAA', answers, more });
  if (edition === 'validating' || edition === 'previewing' || edition === 'published')
    await moveEdition(world, id, 'validating');
  if (edition === 'previewing' || edition === 'published') await moveEdition(world, id, 'previewing');
  if (edition === 'published') {
    const preview = await previewPublication(world, id, SECRETARY);
    const revision = preview.ok ? preview.value.revision : 0;
    const published = await publishEdition(world, id, { person: SECRETARY, revision, note: '', path: '/' });
    if (!published.ok) throw new Error(JSON.stringify(published.problems));
  }
  return id;
}
