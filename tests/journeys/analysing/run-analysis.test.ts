/** An analysis of an edition from its beginning to the ranks it stands beside, and all the ways in which it does not get there. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReportId } from '../../../src/core/report/reports.js';
import { askedOf } from '../../../src/journeys/analysing/asked-of.js';
import { currentRobustness, lastRobustness } from '../../../src/journeys/analysing/kept-robustness.js';
import { analysisOf, cancelAnalysis, startAnalysis } from '../../../src/journeys/analysing/run-analysis.js';
import { documentOf } from '../../../src/journeys/comparing.js';
import { computedEdition, revisionOf } from '../../../src/journeys/computed-edition.js';
import { materialOf } from '../../../src/journeys/report-material.js';
import { sha256 } from '../../../src/journeys/sha256.js';
import type { World } from '../../../src/journeys/world.js';
import type { Edition } from '../../../src/library/library.js';
import { oneThreadAnalyst } from '../../fixtures/one-thread-analyst.js';
import { aWorld } from '../../web/a-world.js';
import { got } from '../answering/at-work.js';
import { analysed, codesOf, computedOf, editionOf, IMPOSSIBLE, patientAnalyst, SMALL } from './analysed.js';

let world: World;
let edition: Edition;
beforeEach(async () => {
  world = await aWorld();
  edition = editionOf(world, 'demonstration-2024');
});
afterEach(() => world.store.close());

async function answer(value: string): Promise<void> {
  const subject = { kind: 'submission', edition: edition.id, country: 'XAA' } as const;
  const { revision } = await world.store.submission(edition.id, 'XAA');
  const stamp = { subject, by: 'test', at: world.clock(), expecting: revision };
  got(await world.store.commit([{ kind: 'answer-recorded', key: 'q1', answer: { value } }], stamp));
}

const strengthNow = async () => currentRobustness(world, await computedEdition(world, edition));
const lastNow = async () => lastRobustness(world, await computedEdition(world, edition));

describe('an analysis of an edition', () => {
  it('is kept under the next number and stands beside the ranks it is of, in every report', async () => {
    expect(await strengthNow()).toBeUndefined();
    expect(await lastNow()).toBeUndefined();
    expect(await analysed(world, edition)).toEqual({ ok: true, value: { number: 1 } });
    const strength = await strengthNow();
    expect(strength?.widest).toBe(edition.definition.robustness.widest);
    expect(strength?.result).toMatchObject({ runs: 60, baseSamples: 0, seed: edition.definition.robustness.seed });
    expect(strength?.result.countries).toEqual(edition.countries);
    expect(strength?.result.analyses.map(({ id }) => id)).toEqual(edition.analyses);
    const material = await materialOf(world, await computedEdition(world, edition));
    expect(material.robustness?.result).toBe(strength?.result);
    expect(await lastNow()).toEqual({ number: 1, at: world.clock(), by: 'the house', isCurrent: true });
    expect(analysisOf(world, edition.id)).toEqual({ state: 'done', number: 1 });
  });

  it('says the same for an edition of the library whose figures were published', async () => {
    const published = editionOf(world, 'ourdata-2023');
    expect(await analysed(world, published)).toEqual({ ok: true, value: { number: 1 } });
    const strength = await currentRobustness(world, await computedOf(world, 'ourdata-2023'));
    expect(strength?.result.countries).toEqual([...published.countries].sort());
    expect(await strengthNow()).toBeUndefined();
  });

  it('is no longer shown once an answer is another, and again when the answer is back', async () => {
    const before = (await world.store.submission(edition.id, 'XAA')).answers.q1 as { readonly value: string };
    await analysed(world, edition);
    await answer(before.value === 'none' ? 'whole' : 'none');
    expect(await strengthNow()).toBeUndefined();
    expect(await lastNow()).toMatchObject({ number: 1, isCurrent: false });
    await analysed(world, edition);
    expect((await lastNow())?.number).toBe(2);
    await answer(before.value);
    expect(await lastNow()).toMatchObject({ number: 1, isCurrent: true });
  });

  it('is replaced by a later one of the same results, and pages and kept documents notice', async () => {
    const revisions = [await revisionOf(world, edition)];
    const overview = async () => got(await documentOf(world, { edition, report: 'overview' }));
    const documents = [await overview()];
    expect(await overview()).toBe(documents[0]);
    for (const seed of [1, 2]) {
      await analysed(world, edition, { ...SMALL, seed });
      revisions.push(await revisionOf(world, edition));
      documents.push(await overview());
    }
    expect(new Set(revisions).size).toBe(3);
    expect(new Set(documents).size).toBe(3);
    expect((await strengthNow())?.result.seed).toBe(2);
    expect((await computedOf(world, edition.id)).revision).toBe(await world.store.editionRevision(edition.id));
  });

  it('is read and parsed once, however many reports show it', async () => {
    await analysed(world, edition);
    let reads = 0;
    const store: World['store'] = {
      ...world.store,
      robustnessResult: (...of) => {
        reads += 1;
        return world.store.robustnessResult(...of);
      },
    };
    const computed = await computedOf(world, edition.id);
    const both = await Promise.all([1, 2, 3].map(() => currentRobustness({ ...world, store }, computed)));
    expect(reads).toBe(1);
    expect(new Set(both.map((one) => one?.result)).size).toBe(1);
  });

  it('is not shown where it is not what its hash says or has another shape: the one before is, and the operator is told', async () => {
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await analysed(world, edition, { ...SMALL, seed: 1 });
    await analysed(world, edition, { ...SMALL, seed: 2 });
    const shape = '{"runs":1}';
    const broken = (text: string, hash?: string): World => ({
      ...world,
      store: {
        ...world.store,
        robustness: async (id) =>
          (await world.store.robustness(id)).map((one) =>
            one.number === 2 && hash !== undefined ? { ...one, hash } : one,
          ),
        robustnessResult: async (id, number) => (number === 2 ? text : world.store.robustnessResult(id, number)),
      },
    });
    for (const [text, hash] of [[shape], [shape, sha256(shape)], ['{', sha256('{')]] as const) {
      told.mockClear();
      const now = broken(text, hash);
      const overview = got(await documentOf(now, { edition, report: 'overview' }));
      expect(overview.blocks.length).toBeGreaterThan(3);
      expect((await currentRobustness(now, await computedEdition(now, edition)))?.result.seed).toBe(1);
      expect(told.mock.calls.join('')).toMatch(/"edition":"demonstration-2024","number":2/);
      expect(told.mock.calls).toHaveLength(1);
    }
    told.mockRestore();
  });

  it('tells nobody which answers are in doubt: no interval of the few questions around one, in any report or file', async () => {
    const alternatives = [
      { answer: { value: 'whole' }, probability: 0.5 },
      { answer: { value: 'none' }, probability: 0.5 },
    ];
    await analysed(world, edition, { ...SMALL, doubt: [{ country: 'XAA', key: 'q2', alternatives }] });
    const strength = await strengthNow();
    expect(JSON.stringify(strength)).not.toContain('q2');
    const made = (report: ReportId, countries: readonly string[] = []) =>
      documentOf(world, { edition, report, countries }).then(got);
    const { data, blocks } = await made('robustness');
    const nodes = data.rows.map((row) => row[data.columns.findIndex(({ name }) => name === 'node')]);
    expect([...new Set(nodes)]).toEqual(expect.arrayContaining(['index', '1', '2', '3']));
    expect(nodes).not.toContain('1.1.a');
    expect(JSON.stringify(blocks)).toContain('no interval is shown of a part with fewer than 10 indicators');
    const profile = (await made('country-profile', ['XAA'])).data;
    const at = (name: string) => profile.columns.findIndex((column) => column.name === name);
    const of = (node: string) =>
      profile.rows
        .filter((row) => row[at('node')] === node && row[at('country')] === 'XAA')
        .map((row) => row[at('rank_p05')]);
    expect(of('1.1.a')).toEqual([null]);
    expect(of('index')).not.toEqual([null]);
  });

  it('takes the place of one that cannot be read, also where it says what that one said', async () => {
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await analysed(world, edition);
    const store: World['store'] = {
      ...world.store,
      robustnessResult: async (id, number) => (number === 1 ? '{}' : world.store.robustnessResult(id, number)),
    };
    expect(await analysed({ ...world, store }, edition)).toEqual({ ok: true, value: { number: 2 } });
    expect((await currentRobustness({ ...world, store }, await computedEdition(world, edition)))?.result.runs).toBe(60);
    told.mockRestore();
  });

  it('tells what share is done while it is under way', async () => {
    const running = got(await startAnalysis(world, { edition, by: 'test', options: SMALL }));
    expect(analysisOf(world, edition.id)).toEqual({ state: 'running', share: 0 });
    const shares: number[] = [];
    running.onProgress((share) => {
      shares.push(share);
      expect(analysisOf(world, edition.id)).toEqual({ state: 'running', share });
    });
    await running.done;
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeCloseTo(1, 9);
  });

  it('is of the results as they were when it began, whatever is answered meanwhile', async () => {
    const running = got(await startAnalysis(world, { edition, by: 'test', options: SMALL }));
    const before = (await world.store.submission(edition.id, 'XAA')).answers.q1 as { readonly value: string };
    await answer(before.value === 'none' ? 'whole' : 'none');
    expect((await running.done).ok).toBe(true);
    expect(await strengthNow()).toBeUndefined();
    await answer(before.value);
    expect(await strengthNow()).toBeDefined();
  });
});

describe('an analysis that does not get there', () => {
  it('is refused while another of the edition is under way, and only then', async () => {
    const patient = { ...world, analyst: patientAnalyst };
    const running = got(await startAnalysis(patient, { edition, by: 'test' }));
    expect(codesOf(await startAnalysis(world, { edition, by: 'test' }))).toEqual(['analysis-runs']);
    const other = editionOf(world, 'tiny');
    const both = await Promise.all([0, 1].map(() => startAnalysis(patient, { edition: other, by: 'test' })));
    expect(both.map(codesOf)).toEqual([[], ['analysis-runs']]);
    expect([cancelAnalysis(world, other.id), cancelAnalysis(world, edition.id)]).toEqual([true, true]);
    await running.done;
    expect((await analysed(world, edition)).ok).toBe(true);
  });

  it('is called off: it says how far it was, and nothing is kept', async () => {
    const running = got(await startAnalysis({ ...world, analyst: patientAnalyst }, { edition, by: 'test' }));
    expect(cancelAnalysis(world, edition.id)).toBe(true);
    expect(codesOf(await running.done)).toEqual(['cancelled']);
    expect(analysisOf(world, edition.id)).toEqual({ state: 'cancelled', share: 1 / 3 });
    expect(cancelAnalysis(world, edition.id)).toBe(false);
    expect(await world.store.robustness(edition.id)).toEqual([]);
  });

  it('is refused for words that vary nothing, all of them at once', async () => {
    const options = { ...SMALL, vary: ['weights:2', 'wether', 'drop:indicators'] };
    const refused = await startAnalysis(world, { edition, by: 'test', options });
    expect(codesOf(refused)).toEqual(['cannot-vary', 'cannot-vary']);
    expect(JSON.stringify(refused)).toContain('wether');
    expect(analysisOf(world, edition.id)).toBeUndefined();
  });

  it('is refused where there is to be too little or too much of it', async () => {
    const options = { ...SMALL, runs: 0, baseSamples: 1e9 };
    const refused = await startAnalysis(world, { edition, by: 'test', options });
    expect(codesOf(refused)).toEqual(expect.arrayContaining(['robustness-runs', 'robustness-base-samples']));
  });

  it('goes on with what one that broke off was asked, whatever else is said', async () => {
    const computed = await computedEdition(world, edition);
    const before = got(await askedOf(world, computed, { ...SMALL, seed: 5, vary: ['drop:indicators'] }));
    expect(got(await askedOf(world, computed, { again: before, runs: 7 }))).toEqual(before);
  });

  it('says why it cannot be computed', async () => {
    const running = got(await startAnalysis(world, { edition, by: 'test', options: { ...SMALL, vary: IMPOSSIBLE } }));
    const codes = codesOf(await running.done);
    expect(codes.length).toBeGreaterThan(0);
    expect(analysisOf(world, edition.id)).toMatchObject({ state: 'failed', problems: codes.map((code) => ({ code })) });
    expect(await world.store.robustness(edition.id)).toEqual([]);
  });

  it('is told where the work itself breaks, also when nobody waits for it', async () => {
    const analyst = { ...oneThreadAnalyst, analyse: () => Promise.reject(new Error('the thread has died')) };
    const running = got(await startAnalysis({ ...world, analyst }, { edition, by: 'test' }));
    expect(await running.done).toEqual({
      ok: false,
      problems: [{ code: 'analysis-broken', details: { reason: 'the thread has died' } }],
    });
    expect(analysisOf(world, edition.id)?.state).toBe('failed');
  });

  it('is kept under the number after it where another process was faster', async () => {
    let isFirst = true;
    const store: World['store'] = {
      ...world.store,
      commit: async (changes, stamp) => {
        if (isFirst) {
          isFirst = false;
          const { fingerprint: _mine, ...found } = changes[0] as { readonly fingerprint: string };
          await world.store.commit([{ ...found, fingerprint: 'of another' } as never], stamp);
        }
        return world.store.commit(changes, stamp);
      },
    };
    expect(await analysed({ ...world, store }, edition)).toEqual({ ok: true, value: { number: 2 } });
    expect((await world.store.robustness(edition.id)).map(({ number }) => number)).toEqual([2, 1]);
    expect(await lastNow()).toMatchObject({ number: 2, isCurrent: true });
  });

  it('is told where the store cannot write', async () => {
    const store: World['store'] = {
      ...world.store,
      commit: async () => ({ ok: false, problems: [{ code: 'store-cannot-write' }] }),
    };
    expect(codesOf(await analysed({ ...world, store }, edition))).toEqual(['store-cannot-write']);
  });

  it('comes to the same as the one before, which is not kept twice', async () => {
    await analysed(world, edition);
    expect(await analysed(world, edition)).toEqual({ ok: true, value: { number: 1 } });
    await analysed(world, edition, { ...SMALL, seed: 7 });
    expect(await analysed(world, edition)).toEqual({ ok: true, value: { number: 3 } });
    expect(await lastNow()).toMatchObject({ number: 3, isCurrent: true });
  });
});
