/** From answers to a publication: who sees what before, what is frozen, what a correction leaves standing. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { VISITOR } from '../../../src/core/workflow/roles.js';
import { documentOf, explanationOf } from '../../../src/journeys/comparing.js';
import { computedEdition } from '../../../src/journeys/computed-edition.js';
import { findEdition } from '../../../src/journeys/editions.js';
import { previewPublication } from '../../../src/journeys/publishing/preview-publication.js';
import { publishEdition } from '../../../src/journeys/publishing/publish-edition.js';
import { releasesOf } from '../../../src/journeys/publishing/releases.js';
import { publicEditions, seeResults } from '../../../src/journeys/publishing/see-results.js';
import { sha256 } from '../../../src/journeys/sha256.js';
import type { World } from '../../../src/journeys/world.js';
import type { Edition } from '../../../src/library/library.js';
import {
  aCollectedEdition,
  aSubmission,
  commit,
  delegateOf,
  moveEdition,
  SECRETARY,
} from '../../fixtures/a-collected-edition.js';
import { tinyAnswers } from '../../fixtures/tiny-survey.js';
import { aWorld } from '../../web/a-world.js';
import { anAccount } from '../../web/as.js';

let world: World;
let id: string;
beforeEach(async () => {
  world = await aWorld();
  id = await aCollectedEdition(world);
});
afterEach(() => world.store.close());

const answersOf = (country: string) => tinyAnswers.get(country) ?? {};
const VALIDATED = [{ kind: 'validation-begun' }, { kind: 'submission-validated' }] as const;
const submission = (country: string) => ({ kind: 'submission', edition: id, country }) as const;

/** XAA and XAB validated, XAC excluded, ready to be published. */
async function readyToPublish(): Promise<void> {
  await aSubmission(world, { edition: id, country: 'XAA', answers: answersOf('XAA'), more: VALIDATED });
  await aSubmission(world, { edition: id, country: 'XAB', answers: answersOf('XAB'), more: VALIDATED });
  const reason = 'the answers were given for another year';
  await commit(world, submission('XAC'), [{ kind: 'submission-excluded', reason }]);
  await moveEdition(world, id, 'validating');
  await moveEdition(world, id, 'previewing');
}

async function publishNow(note = ''): Promise<void> {
  const preview = await previewPublication(world, id, SECRETARY);
  if (!preview.ok) throw new Error(JSON.stringify(preview.problems));
  const { revision } = preview.value;
  const published = await publishEdition(world, id, { person: SECRETARY, revision, note, path: `/editions/${id}` });
  if (!published.ok) throw new Error(JSON.stringify(published.problems));
}

async function seen(): Promise<Edition> {
  const edition = await seeResults(world, id, VISITOR);
  if (!edition.ok) throw new Error(JSON.stringify(edition.problems));
  return edition.value;
}

async function indexOf(edition: Edition): Promise<Record<string, string>> {
  const { results } = (await computedEdition(world, edition)).computation;
  return Object.fromEntries(results.countries.map((code, row) => [code, results.nodes[0]?.presented[row] ?? '']));
}

describe('before publication', () => {
  it('an edition does not exist for visitors and delegates, and is provisional for the secretariat', async () => {
    await aSubmission(world, { edition: id, country: 'XAA', answers: answersOf('XAA') });
    for (const person of [VISITOR, delegateOf('XAA', id), delegateOf('XAB', id)]) {
      expect(await seeResults(world, id, person)).toEqual(await seeResults(world, 'nowhere', person).then(renamed));
    }
    const provisional = await seeResults(world, id, SECRETARY);
    expect(provisional.ok && provisional.value.notice).toContain('Provisional – not for release');
    expect((await publicEditions(world)).map((one) => one.id)).not.toContain(id);
  });

  it('everybody who has begun counts, as assessed, and the others are withheld', async () => {
    await aSubmission(world, { edition: id, country: 'XAA', answers: answersOf('XAA') });
    const edition = await seeResults(world, id, SECRETARY);
    if (!edition.ok) throw new Error('not seen');
    const before = await indexOf(edition.value);
    expect(before).toEqual({ XAA: '0.78', XAB: '', XAC: '' });
    await commit(world, submission('XAA'), [
      {
        kind: 'answer-assessed',
        key: 'q1',
        assessment: { finding: 'adjusted', answer: { value: 'none' }, reason: 'the law was repealed' },
      },
    ]);
    expect((await indexOf(edition.value)).XAA).not.toBe(before.XAA);
    const computed = await computedEdition(world, edition.value);
    expect(computed.edition.withheld).toEqual({ XAB: 'it has not answered yet', XAC: 'it has not answered yet' });
  });
});

const renamed = (outcome: Awaited<ReturnType<typeof seeResults>>) =>
  JSON.parse(JSON.stringify(outcome).replaceAll('nowhere', id)) as unknown;

describe('publishing', () => {
  it('shows what would be published to the secretariat alone', async () => {
    await readyToPublish();
    const preview = await previewPublication(world, id, SECRETARY);
    expect(preview.ok && preview.value).toMatchObject({
      number: 1,
      included: ['XAA', 'XAB'],
      problems: [],
      edition: { withheld: { XAC: 'excluded: the answers were given for another year' } },
    });
    for (const person of [VISITOR, delegateOf('XAA', id)]) {
      const refused = await previewPublication(world, id, person);
      expect(!refused.ok && refused.problems[0]?.code).toBe('unknown-edition');
    }
  });

  it('freezes answers, figures and reasons in one change, and everybody may then see them', async () => {
    await readyToPublish();
    await publishNow();
    const [release] = await releasesOf(world, id);
    expect(release?.hash).toBe(sha256(release?.text ?? ''));
    expect(release?.snapshot).toMatchObject({
      edition: { id, invented: true },
      publication: { number: 1 },
      excluded: { XAC: 'the answers were given for another year' },
      answers: { XAA: answersOf('XAA'), XAB: answersOf('XAB') },
    });
    expect(Object.keys(release?.snapshot.answers ?? {})).toEqual(['XAA', 'XAB']);
    const edition = await seen();
    expect(edition).toMatchObject({ date: '2026-11-21', run: { status: 'published', shows: { number: 1 } } });
    expect(edition.notice).not.toContain('Provisional');
    expect(await indexOf(edition)).toEqual({ XAA: '0.78', XAB: '0.31', XAC: '' });
    expect((await publicEditions(world)).map((one) => one.id)).toContain(id);
    const history = await world.store.history({ kind: 'edition', edition: id });
    expect(history.filter((line) => line.change.kind === 'edition-published')).toHaveLength(1);
  });

  it('holds no answer whose question fell away', async () => {
    const more = [{ kind: 'answer-recorded', key: 'q3', answer: { value: 'no' } }, ...VALIDATED] as const;
    await aSubmission(world, { edition: id, country: 'XAA', answers: answersOf('XAA'), more });
    await moveEdition(world, id, 'validating');
    await moveEdition(world, id, 'previewing');
    expect(Object.keys(answersOf('XAA'))).toContain('q3b');
    await publishNow();
    const [release] = await releasesOf(world, id);
    expect(Object.keys(release?.snapshot.answers.XAA ?? {})).not.toContain('q3b');
    expect(release?.text).not.toContain('answers-not-asked');
  });

  it('withholds who is not validated', async () => {
    await readyToPublish();
    await commit(world, submission('XAB'), [{ kind: 'submission-reopened', reason: 'one more look' }]);
    const preview = await previewPublication(world, id, SECRETARY);
    expect(preview.ok && preview.value.edition.withheld.XAB).toBe('not validated by publication');
    expect(preview.ok && preview.value.included).toEqual(['XAA']);
  });

  it('is refused in other states, with nothing validated, and when something has changed since it was shown', async () => {
    const early = await previewPublication(world, id, SECRETARY);
    expect(early.ok && early.value.problems.map(({ code }) => code)).toEqual([
      'not-in-this-state',
      'nothing-to-publish',
    ]);
    await readyToPublish();
    const preview = await previewPublication(world, id, SECRETARY);
    const revision = preview.ok ? preview.value.revision : 0;
    await commit(world, submission('XAB'), [{ kind: 'submission-signed-off' }]);
    const confirmed = { person: SECRETARY, revision, note: '', path: '/' };
    const stale = await publishEdition(world, id, confirmed);
    expect(!stale.ok && stale.problems[0]?.code).toBe('publication-stale');
    const twice = await Promise.all([publishNow(), publishNow()].map((one) => one.then(String, String)));
    expect(twice.filter((one) => one === 'undefined')).toHaveLength(1);
    expect(await releasesOf(world, id)).toHaveLength(1);
  });

  it('tells the people of its countries once, by message', async () => {
    await readyToPublish();
    await anAccount(world, [{ role: 'delegate', edition: id, country: 'XAA' }], 'delegate@example.org');
    await anAccount(world, [{ role: 'delegate', edition: 'another', country: 'XAA' }], 'other@example.org');
    await publishNow();
    const queued = await world.store.outbox.take(world.clock(), '2030-01-01T00:00:00Z', 10);
    expect(queued.map(({ to, template }) => `${template} ${to}`)).toEqual(['published delegate@example.org']);
    expect(queued[0]?.details).toMatchObject({ edition: 'Tiny survey 2026' });
    expect(queued[0]?.details.link).toMatch(new RegExp(`/editions/${id}$`));
  });
});

describe('a publication', () => {
  beforeEach(async () => {
    await readyToPublish();
    await publishNow();
  });

  const adjust = () =>
    commit(world, submission('XAA'), [
      { kind: 'submission-reopened', reason: 'a correction' },
      {
        kind: 'answer-assessed',
        key: 'q1',
        assessment: { finding: 'adjusted', answer: { value: 'none' }, reason: 'misread' },
      },
      { kind: 'submission-validated' },
    ]);

  it('is not moved by what happens afterwards', async () => {
    const before = await documentOf(world, { edition: await seen(), report: 'overview' });
    await adjust();
    const after = await documentOf(world, { edition: await seen(), report: 'overview' });
    expect(after.ok && after.value).toEqual(before.ok && before.value);
  });

  it('is corrected by another one with a public note, and stays listed', async () => {
    await adjust();
    await expect(publishNow('')).rejects.toThrow('note-required');
    await publishNow('An answer of Avaria was misread.');
    const edition = await seen();
    expect(edition.run?.shows).toMatchObject({ number: 2, note: 'An answer of Avaria was misread.' });
    expect((await indexOf(edition)).XAA).not.toBe('0.78');
    const report = await documentOf(world, { edition, report: 'country-profile', countries: ['XAA'] });
    const overview = await documentOf(world, { edition, report: 'overview' });
    expect(JSON.stringify(report)).toContain('An answer of Avaria was misread.');
    const [second, first] = await releasesOf(world, id);
    for (const release of [first, second]) expect(JSON.stringify(overview)).toContain(release?.hash ?? 'none');
    expect(first?.snapshot.results).not.toEqual(second?.snapshot.results);
  });

  it('shows its frozen figures where today’s engine would give others, and tells the operator', async () => {
    const [release] = await releasesOf(world, id);
    const snapshot = JSON.parse(release?.text ?? '') as {
      results: { nodes: { score: number[]; presented: string[] }[] };
    };
    const index = snapshot.results.nodes[0];
    if (index === undefined) throw new Error('no index');
    index.score[0] = 0.11;
    index.presented[0] = '0.11';
    const text = JSON.stringify(snapshot);
    const store = {
      ...world.store,
      publications: async () => [{ number: 1, at: world.clock(), note: '', snapshot: text, hash: sha256(text) }],
    };
    const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const later: World = { ...world, store };
    const edition = await seeResults(later, id, VISITOR);
    if (!edition.ok) throw new Error('not seen');
    const { results } = (await computedEdition(later, edition.value)).computation;
    const explained = await explanationOf(later, { edition: edition.value, country: 'XAA', node: 'index' });
    const said = err.mock.calls.join('');
    err.mockRestore();
    expect(results.nodes[0]?.presented[0]).toBe('0.11');
    expect(explained.ok && explained.value.explanation.score).toBe(0.11);
    expect(said).toContain('frozen figures');
  });

  it('whose text is not what its hash says is shown to nobody', async () => {
    const store = {
      ...world.store,
      publications: async () =>
        (await world.store.publications(id)).map((one) => ({ ...one, snapshot: `${one.snapshot} ` })),
    };
    await expect(seeResults({ ...world, store }, id, VISITOR)).rejects.toThrow('not what its hash says');
  });
});

it('an edition is found with the definition that was frozen into it', async () => {
  const found = await findEdition(world, id);
  expect(found.ok && found.value.definition.framework.index.id).toBe('index');
  expect(found.ok && found.value.definition.hash).toMatch(/^[0-9a-f]{64}$/);
});
