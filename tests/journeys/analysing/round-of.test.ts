/** What the fingerprint of results is taken of: all that made them, and nothing else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Round } from '../../../src/core/robustness/edition/round.js';
import { computeIndex } from '../../../src/core/scoring/compute-index.js';
import { outlineOf } from '../../../src/core/survey/outline.js';
import { fingerprintOf, roundOf } from '../../../src/journeys/analysing/round-of.js';
import { type ComputedEdition, computedEdition } from '../../../src/journeys/computed-edition.js';
import type { World } from '../../../src/journeys/world.js';
import { aWorld } from '../../web/a-world.js';
import { computedOf, editionOf } from './analysed.js';

let world: World;
let demonstration: ComputedEdition;
beforeAll(async () => {
  world = await aWorld();
  demonstration = await computedOf(world, 'demonstration-2024');
});
afterAll(() => world.store.close());

const resultsOf = ({ questionnaire, answers, ...round }: Round) =>
  computeIndex({
    ...round,
    ...(questionnaire === undefined ? {} : { outline: outlineOf(questionnaire) }),
    answers: new Map(Object.entries(answers)),
  });

describe('the round of an edition', () => {
  it('gives the results of every edition again, also after it was written as JSON', async () => {
    const ids = [...world.library.editions.keys()];
    expect(ids.length).toBeGreaterThan(4);
    for (const id of ids) {
      const computed = await computedOf(world, id);
      const again = resultsOf(JSON.parse(JSON.stringify(roundOf(computed))) as Round);
      const { nodes, groups, rollUps } = computed.computation.results;
      expect(again).toMatchObject({ ok: true, value: { nodes, groups, rollUps } });
    }
  });

  it('holds no answer of a country that is withheld', async () => {
    expect((await world.store.submissions('demonstration-2024')).map(({ country }) => country)).toContain('XAW');
    const { withheld, answers, countries } = roundOf(demonstration);
    expect(withheld).toEqual(['XAW']);
    expect(Object.keys(answers)).not.toContain('XAW');
    expect(countries).toContain('XAW');
  });

  it('holds no question where the figures were published', async () => {
    expect(roundOf(await computedOf(world, 'ourdata-2017'))).not.toHaveProperty('questionnaire');
    expect(roundOf(demonstration)).toHaveProperty('questionnaire');
  });
});

describe('a fingerprint', () => {
  const base = () => fingerprintOf({ ...demonstration });

  it('is the same for other titles, dates, names of groups and orders of reading', async () => {
    const { edition, computation } = demonstration;
    const input = {
      ...computation.input,
      countries: computation.input.countries.toReversed(),
      answers: new Map([...computation.input.answers].toReversed()),
      groups: computation.input.groups.map((group) => ({ ...group, name: 'Renamed' })),
    };
    const other = { ...edition, title: 'Renamed', date: '1999-01-01', notice: 'Renamed', source: 'Renamed' };
    expect(fingerprintOf({ ...demonstration, edition: other, computation: { ...computation, input } })).toBe(base());
    expect(base()).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is another for one other answer, one country more withheld, another rule or another weight', async () => {
    const { input } = demonstration.computation;
    const under = (given: Partial<typeof input>) =>
      fingerprintOf({ ...demonstration, computation: { ...demonstration.computation, input: { ...input, ...given } } });
    const [country, answers] = [...input.answers][0] ?? ['', {}];
    const fingerprints = [
      base(),
      under({ answers: new Map([...input.answers, [country, { ...answers, q1: { value: 'other' } }]]) }),
      under({ withheld: [...(input.withheld ?? []), country] }),
      under({ method: { ...input.method, aggregation: 'geometric-mean' } }),
      under({ given: [{ country, node: 'index', value: 0.5 }] }),
    ];
    expect(new Set(fingerprints).size).toBe(fingerprints.length);
  });

  it('comes back when an answer does', async () => {
    const edition = editionOf(world, 'demonstration-2024');
    const before = base();
    const country = 'XAA';
    const set = async (value: string) => {
      const { revision } = await world.store.submission(edition.id, country);
      const stamp = { subject: { kind: 'submission', edition: edition.id, country }, by: 'test' } as const;
      const change = { kind: 'answer-recorded', key: 'q1', answer: { value } } as const;
      await world.store.commit([change], { ...stamp, at: world.clock(), expecting: revision });
      return fingerprintOf(await computedEdition(world, edition));
    };
    const { value } = (await world.store.submission(edition.id, country)).answers.q1 as { value: string };
    expect(await set(value === 'none' ? 'whole' : 'none')).not.toBe(before);
    expect(await set(value)).toBe(before);
  });
});
