/** Comparing: reports from real figures, kept until what they are made from moves. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportId } from '../../src/core/report/reports.js';
import { documentOf, explanationOf } from '../../src/journeys/comparing.js';
import type { World } from '../../src/journeys/world.js';
import type { Edition } from '../../src/library/library.js';
import { aWorld } from '../web/a-world.js';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.store.close());

const editionOf = (id: string): Edition => {
  const edition = world.library.editions.get(id);
  if (edition === undefined) throw new Error(id);
  return edition;
};

const codes = async (wanted: ReturnType<typeof documentOf> | ReturnType<typeof explanationOf>): Promise<string[]> => {
  const outcome = await wanted;
  return outcome.ok ? [] : outcome.problems.map((problem) => problem.code);
};

describe('comparing', () => {
  it('makes every report of every edition, each naming its edition and source', async () => {
    const reports: [ReportId, readonly string[]][] = [
      ['overview', []],
      ['methodology', []],
      ['country-profile', ['first']],
      ['comparison', ['first', 'second']],
    ];
    for (const edition of world.library.editions.values()) {
      const named = { first: edition.countries[0] ?? '', second: edition.countries[1] ?? '' };
      for (const [report, countries] of reports) {
        const request = { edition, report, countries: countries.map((one) => named[one as 'first']) };
        const made = await documentOf(world, request);
        expect(made.ok && made.value.edition).toMatchObject({ id: edition.id, source: edition.source });
        expect(made.ok && made.value.blocks.length).toBeGreaterThan(2);
      }
    }
  });

  it('gives the same document again until somebody answers, and another one then', async () => {
    const request = { edition: editionOf('demonstration-2024'), report: 'overview' } as const;
    const first = await documentOf(world, request);
    const again = await documentOf(world, request);
    expect(first.ok && again.ok && again.value === first.value).toBe(true);
    const { revision } = await world.store.submission('demonstration-2024', 'XAA');
    const subject = { kind: 'submission', edition: 'demonstration-2024', country: 'XAA' } as const;
    const stamp = { subject, by: 'test', at: world.clock(), expecting: revision };
    await world.store.commit([{ kind: 'answer-recorded', key: 'q66', answer: { value: 'no' } }], stamp);
    const later = await documentOf(world, request);
    expect(first.ok && later.ok && later.value.data.rows).not.toEqual(first.ok && first.value.data.rows);
  });

  it('lets go of the documents nobody came back for, so that asking for ever more comparisons fills no memory', async () => {
    const countries = world.library.editions.get('ourdata-2023')?.countries ?? [];
    const compared = countries.slice(0, 12).flatMap((a) => countries.slice(12, 22).map((b) => [a, b]));
    const made: Awaited<ReturnType<typeof documentOf>>[] = [];
    for (const pair of compared)
      made.push(await documentOf(world, { edition: editionOf('ourdata-2023'), report: 'comparison', countries: pair }));
    const again = async (at: number) => {
      const one = await documentOf(world, {
        edition: editionOf('ourdata-2023'),
        report: 'comparison',
        countries: compared[at]!,
      });
      const before = made[at];
      return one.ok && before?.ok && one.value === before.value;
    };
    expect(await again(made.length - 1)).toBe(true);
    expect(await again(0)).toBe(false);
  });

  it('never recomputes a published edition, whatever is committed under its name', async () => {
    const request = { edition: editionOf('ourdata-2023'), report: 'overview' } as const;
    const first = await documentOf(world, request);
    const subject = { kind: 'submission', edition: 'ourdata-2023', country: 'KOR' } as const;
    const stamp = { subject, by: 'test', at: world.clock(), expecting: 0 };
    await world.store.commit([{ kind: 'answer-recorded', key: 'q2', answer: { value: 'none' } }], stamp);
    const again = await documentOf(world, request);
    expect(first.ok && again.ok && again.value === first.value).toBe(true);
  });

  it('refuses what cannot be compared, naming all that is wrong', async () => {
    const compare = (...countries: string[]) =>
      codes(documentOf(world, { edition: editionOf('ourdata-2023'), report: 'comparison', countries }));
    expect(await compare()).toEqual(['too-few-countries']);
    expect(await compare('KOR')).toEqual(['too-few-countries']);
    expect(await compare('KOR', 'KOR')).toEqual(['duplicate-country', 'too-few-countries']);
    expect(await compare('KOR', 'ZZZ', 'XAA')).toEqual(['unknown-country', 'unknown-country']);
    expect(await compare('KOR', 'FRA', 'POL', 'EST', 'ESP', 'IRL', 'SVN', 'DNK', 'SWE')).toEqual([
      'too-many-countries',
    ]);
    expect(await compare('KOR', 'FRA', 'POL', 'EST', 'ESP', 'IRL', 'SVN', 'DNK')).toEqual([]);
  });

  it('refuses an unknown edition or country, questions that are not ours, and answers nobody has published', async () => {
    const at = (report: ReportId, country: string) =>
      codes(documentOf(world, { edition: editionOf('ourdata-2023'), report, countries: [country] }));
    expect(await at('country-profile', 'XAA')).toEqual(['unknown-country']);
    expect(await at('questionnaire', 'KOR')).toEqual(['no-questionnaire']);
    const answers = documentOf(world, {
      edition: editionOf('ourdata-2017'),
      report: 'filled-questionnaire',
      countries: ['KOR'],
    });
    expect(await codes(answers)).toEqual(['no-answers']);
  });

  it('walks a figure back to the answer, and says with what it counts above', async () => {
    const explained = await explanationOf(world, {
      edition: editionOf('demonstration-2024'),
      country: 'XAC',
      node: 'i1',
    });
    if (!explained.ok) throw new Error('not explained');
    expect(explained.value.above.map((one) => one.node)).toEqual(['index', '1', '1.1', '1.1.a']);
    expect(explained.value.explanation.answer?.question).toBe('q2');
    expect(
      await codes(explanationOf(world, { edition: editionOf('ourdata-2023'), country: 'KOR', node: 'i1' })),
    ).toEqual(['unknown-node']);
  });

  it('tells the score of another edition as that edition prints it, and that it may not be compared', async () => {
    const profile = await documentOf(world, {
      edition: editionOf('ourdata-2023'),
      report: 'country-profile',
      countries: ['POL'],
    });
    const text = JSON.stringify(profile.ok && profile.value.blocks);
    expect(text).toContain('In 2017 Poland scored 0.4');
    expect(text).toContain('may not be compared');
  });
});
