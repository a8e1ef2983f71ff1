/** Who may put the ranks of an edition to the test, who sees what came of it, and who hears nothing at all. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { VISITOR } from '../../../src/core/workflow/roles.js';
import { beginAnalysis, callOffAnalysis, seeAnalysis } from '../../../src/journeys/analysing/analyse-results.js';
import { currentRobustness } from '../../../src/journeys/analysing/kept-robustness.js';
import { startAnalysis } from '../../../src/journeys/analysing/run-analysis.js';
import { computedEdition } from '../../../src/journeys/computed-edition.js';
import { previewPublication } from '../../../src/journeys/publishing/preview-publication.js';
import { publishEdition } from '../../../src/journeys/publishing/publish-edition.js';
import { releasesOf } from '../../../src/journeys/publishing/releases.js';
import { seeResults } from '../../../src/journeys/publishing/see-results.js';
import type { World } from '../../../src/journeys/world.js';
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
import { got } from '../answering/at-work.js';
import { codesOf, editionOf, patientAnalyst, SMALL } from './analysed.js';

let world: World;
let id: string;
beforeEach(async () => {
  world = await aWorld();
  id = await aCollectedEdition(world);
  for (const country of ['XAA', 'XAB']) {
    const more = [{ kind: 'validation-begun' }, { kind: 'submission-validated' }] as const;
    await aSubmission(world, { edition: id, country, answers: tinyAnswers.get(country) ?? {}, more });
  }
  await commit(world, { kind: 'submission', edition: id, country: 'XAC' }, [
    { kind: 'submission-excluded', reason: 'withdrew' },
  ]);
});
afterEach(() => world.store.close());

const VALIDATOR = { account: 'validator', name: 'V', grants: [{ role: 'validator', edition: '*' }] } as const;

async function analyse(options = SMALL): Promise<void> {
  got(await got(await beginAnalysis(world, id, { person: SECRETARY, options })).done);
}

async function publish(note = ''): Promise<void> {
  const { revision } = got(await previewPublication(world, id, SECRETARY));
  got(await publishEdition(world, id, { person: SECRETARY, revision, note, path: '/' }));
}

async function toPreview(): Promise<void> {
  await moveEdition(world, id, 'validating');
  await moveEdition(world, id, 'previewing');
}

const strengthFor = async (person: Parameters<typeof seeResults>[2]) =>
  currentRobustness(world, await computedEdition(world, got(await seeResults(world, id, person))));

describe('before publication', () => {
  it('an analysis is the secretariat’s to begin and to call off, the reading desk’s to see, and nobody else’s to hear of', async () => {
    for (const person of [VISITOR, delegateOf('XAA', id), delegateOf('XAA', 'another')]) {
      const nowhere = await seeAnalysis(world, 'nowhere', person);
      const asNowhere = JSON.parse(JSON.stringify(nowhere).replaceAll('nowhere', id)) as unknown;
      expect(await seeAnalysis(world, id, person)).toEqual(asNowhere);
      expect(await beginAnalysis(world, id, { person })).toEqual(asNowhere);
      expect(await callOffAnalysis(world, id, person)).toEqual(asNowhere);
    }
    expect(codesOf(await beginAnalysis(world, id, { person: VALIDATOR }))).toEqual(['unknown-edition']);
    await analyse();
    expect(got(await seeAnalysis(world, id, SECRETARY))).toMatchObject({
      mayAnalyse: true,
      state: { state: 'done', number: 1 },
      last: { number: 1, by: 'secretary', isCurrent: true },
    });
    const forValidator = got(await seeAnalysis(world, id, VALIDATOR));
    expect(forValidator).toMatchObject({ mayAnalyse: false, last: { number: 1 } });
    expect(forValidator).not.toHaveProperty('state');
    expect((await strengthFor(SECRETARY))?.result.analyses).toHaveLength(1);
  });

  it('is not yet, in an edition that is being prepared', async () => {
    const early = await aCollectedEdition(world, { id: 'early', status: 'preparing' });
    expect(codesOf(await beginAnalysis(world, early, { person: SECRETARY }))).toEqual(['not-in-this-state']);
  });

  it('can be called off by who may', async () => {
    const patient = { ...world, analyst: patientAnalyst };
    const running = got(await beginAnalysis(patient, id, { person: SECRETARY }));
    expect(got(await seeAnalysis(world, id, VALIDATOR)).state).toEqual({ state: 'running', share: 1 / 3 });
    expect(codesOf(await callOffAnalysis(world, id, VALIDATOR))).toEqual(['unknown-edition']);
    expect(await callOffAnalysis(world, id, SECRETARY)).toEqual({ ok: true, value: true });
    expect(codesOf(await running.done)).toEqual(['cancelled']);
    expect(await callOffAnalysis(world, id, SECRETARY)).toEqual({ ok: true, value: false });
  });

  it('tells the operator what broke, and the page no folder and no reason', async () => {
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const problem = { code: 'analysis-disk', details: { folder: '/canary', reason: 'full' } };
    const analyst = { ...world.analyst, analyse: async () => ({ ok: false, problems: [problem] }) as const };
    const running = got(await beginAnalysis({ ...world, analyst }, id, { person: SECRETARY }));
    await running.done;
    const seen = got(await seeAnalysis(world, id, SECRETARY));
    expect(seen.state).toEqual({ state: 'failed', problems: [{ code: 'analysis-ended' }] });
    expect(told.mock.calls.join()).toContain('/canary');
    told.mockRestore();
  });
});

describe('editions of the library', () => {
  it('are put to the test by the house, and by nobody on a page', async () => {
    for (const edition of ['ourdata-2023', 'demonstration-2024']) {
      expect(codesOf(await beginAnalysis(world, edition, { person: SECRETARY }))).toEqual(['unknown-edition']);
    }
    const edition = editionOf(world, 'ourdata-2023');
    got(await got(await startAnalysis(world, { edition, by: 'the house', options: SMALL })).done);
    const seen = got(await seeAnalysis(world, 'ourdata-2023', VISITOR));
    expect(seen).toMatchObject({ mayAnalyse: false, last: { number: 1, isCurrent: true } });
  });
});

describe('a publication', () => {
  it('records the result that stands beside its ranks, and shows it to everybody', async () => {
    await analyse();
    await toPreview();
    await publish();
    const [release] = await releasesOf(world, id);
    const [kept] = await world.store.robustness(id);
    expect(release?.snapshot.robustness).toEqual({ number: 1, hash: kept?.hash });
    const shown = await strengthFor(VISITOR);
    expect(shown?.result.countries).toEqual(['XAA', 'XAB', 'XAC']);
    const seen = got(await seeAnalysis(world, id, VISITOR));
    expect(seen).toMatchObject({ mayAnalyse: false, last: { number: 1, isCurrent: true } });
    expect(seen).not.toHaveProperty('state');
  });

  it('records none where none is of its ranks, and can be put to the test afterwards', async () => {
    await analyse();
    await toPreview();
    await commit(world, { kind: 'submission', edition: id, country: 'XAA' }, [
      { kind: 'submission-reopened', reason: 'again' },
      {
        kind: 'answer-assessed',
        key: 'q1',
        assessment: { finding: 'adjusted', answer: { value: 'none' }, reason: 'r' },
      },
      { kind: 'submission-validated' },
    ]);
    await publish();
    const [release] = await releasesOf(world, id);
    expect(release?.snapshot).not.toHaveProperty('robustness');
    expect(await strengthFor(VISITOR)).toBeUndefined();
    await analyse();
    expect(await strengthFor(VISITOR)).toBeDefined();
    expect((await releasesOf(world, id))[0]?.hash).toBe(release?.hash);
  });

  it('is what is analysed once there is one: a correction under way shows through nothing', async () => {
    await toPreview();
    await publish();
    await analyse();
    const before = (await strengthFor(VISITOR))?.result;
    await commit(world, { kind: 'submission', edition: id, country: 'XAA' }, [
      { kind: 'submission-reopened', reason: 'again' },
      {
        kind: 'answer-assessed',
        key: 'q1',
        assessment: { finding: 'adjusted', answer: { value: 'none' }, reason: 'r' },
      },
      { kind: 'submission-validated' },
    ]);
    await analyse();
    expect(await world.store.robustness(id)).toHaveLength(1);
    expect((await strengthFor(VISITOR))?.result).toEqual(before);
    await publish('a correction');
    expect(await strengthFor(VISITOR)).toBeUndefined();
    expect(got(await seeAnalysis(world, id, VISITOR)).last).toMatchObject({ number: 1, isCurrent: false });
  });
});
