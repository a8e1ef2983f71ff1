/**
 * No rank without its strength: what ranking, profile and comparison say beside a rank, and which places they will not name.
 */
import { describe, expect, it } from 'vitest';
import type { RankingChart } from '../../../src/core/report/chart.js';
import { comparison } from '../../../src/core/report/comparison.js';
import { countryProfile } from '../../../src/core/report/country-profile.js';
import type { Document } from '../../../src/core/report/document.js';
import { draw } from '../../../src/core/report/draw.js';
import type { Material } from '../../../src/core/report/material.js';
import { overview } from '../../../src/core/report/overview.js';
import { isPlaceAllowed, rankPhrase } from '../../../src/core/report/rank-words.js';
import { readScores } from '../../../src/core/report/scores.js';
import { intervalOf } from '../../../src/core/report/strength.js';
import type { Analysis, CellStrength } from '../../../src/core/robustness/edition/robustness.js';
import { putToTheTest, WEIGHTS_AND_MEANS, weightsAt } from '../../fixtures/a-robustness.js';
import { demonstrationMaterial, madeUpMaterial, publishedMaterial } from './material.js';
import { allTexts, headingOf, rowOf, sectionText, tableOf } from './reading.js';

const ourdata = publishedMaterial('ourdata-2023');
const byPillars = putToTheTest(ourdata, { analyses: [weightsAt(ourdata, 1)] });
const bySubPillars = putToTheTest(ourdata, { analyses: [weightsAt(ourdata, 2)] });
const demonstration = await demonstrationMaterial();
const byEverything = putToTheTest(demonstration, { analyses: [WEIGHTS_AND_MEANS] });

/** Countries XAA, XAB, XAC … in this order, and what an analysis would have found of them. */
function found(intervals: readonly (readonly [number, number])[], facts: Partial<Analysis> = {}, widest = 2): Material {
  const codes = intervals.map(
    (_, i) => `X${String.fromCharCode(65 + Math.floor(i / 26))}${String.fromCharCode(65 + (i % 26))}`,
  );
  const scores = Object.fromEntries(codes.map((code, i) => [code, [1, 1, 1, 1].map(() => 1 - i / 100)]));
  const material = madeUpMaterial({ scores });
  const cell = ([p05, p95]: readonly [number, number]): CellStrength => {
    const rank = { mean: p05, median: p05, p05, p95 };
    return { score: rank, rank, present: 100 };
  };
  const even = codes.map(() => codes.map(() => 100));
  const analysis: Analysis = {
    id: 'pillar-weights',
    inputs: [{ kind: 'weights', how: { type: 'uniform' } }],
    runs: 100,
    failed: 0,
    nodes: [intervals.map(cell)],
    frequencies: codes.map(() => codes.map(() => 0)),
    ahead: even,
    both: even,
    tiers: [codes],
    choices: [],
    ...facts,
  };
  const asked = { engine: '0', runs: 100, baseSamples: 0, design: 'random', seed: 1, onProblem: 'stop' } as const;
  const result = { ...asked, countries: codes, aggregates: ['index'], analyses: [analysis], leftOut: [] };
  return { ...material, robustness: { result, widest } };
}

const still = (count: number): (readonly [number, number])[] =>
  Array.from({ length: count }, (_, i) => [i + 1, i + 1] as const);

/** Those who stand on a place with an interval of their own, all others on theirs. */
const except = (count: number, own: Readonly<Record<number, readonly [number, number]>>): Material =>
  found(still(count).map((one, i) => own[i + 1] ?? one));

function phrase(material: Material, place: number): string | undefined {
  const scores = readScores(material);
  return rankPhrase(scores, scores.index, scores.countries[place - 1] ?? '');
}

describe('a rank in words', () => {
  it('is named where its interval is as wide as the edition allows', () => {
    expect(phrase(except(35, { 3: [2, 4] }), 3)).toBe('3rd of 35');
  });
  it('is counted from the first where the interval lies there', () => {
    expect(phrase(except(35, { 3: [2, 5] }), 3)).toBe('among the first five of 35');
    expect(phrase(except(35, { 3: [1, 12] }), 3)).toBe('among the first twelve of 35');
  });
  it('is rounded outward', () => {
    expect(phrase(except(35, { 3: [2.4, 4.6] }), 3)).toBe('among the first five of 35');
  });
  it('is counted from the last where the interval lies there', () => {
    expect(phrase(except(35, { 33: [31, 35] }), 33)).toBe('among the last five of 35');
  });
  it('lies between two ranks in the middle', () => {
    expect(phrase(except(35, { 10: [8, 15] }), 10)).toBe('between 8th and 15th of 35');
    expect(phrase(except(35, { 8: [7, 10] }), 8)).toBe('between 7th and 10th of 35');
    expect(phrase(except(6, { 2: [1, 5] }), 2)).toBe('between 1st and 5th of 6');
  });
  it('is not named where the analysis hardly ever finds the country there', () => {
    expect(phrase(except(35, { 20: [24, 25] }), 20)).toBe('between 20th and 25th of 35');
  });
  it('is named as ever where nothing was analysed', () => {
    const { robustness: _, ...unknown } = except(35, { 3: [1, 35] });
    expect(phrase(unknown, 3)).toBe('3rd of 35');
  });
});

/** Ordinals and words for a single place, outside "between 8th and 15th of 35". */
const PLACE = /\b\d+(?:st|nd|rd|th)\b|\bjoint\b|ranks (?:first|last)\b|\b[\p{L} ]+ leads?;/u;
const namesPlace = (text: string): boolean => PLACE.test(text.replaceAll(/between \d+\w\w and \d+\w\w of \d+/g, ''));

describe.each([
  ['OURdata 2023 by its pillars', byPillars],
  ['OURdata 2023 by its sub-pillars', bySubPillars],
  ['the demonstration by everything', byEverything],
])('an edition whose ranks are known to move (%s)', (_, tested) => {
  const strict = [0, 1, 3].map((widest): Material => ({ ...tested, ...withWidest(tested, widest) }));

  it.each(strict)('refuses places in title, lead and figures of each profile alike', (material) => {
    const scores = readScores(material);
    let refused = 0;
    for (const country of scores.ranked(scores.index)) {
      const document = countryProfile(material, country);
      const figures = document.blocks.flatMap((block) => (block.kind === 'key-figures' ? block.items : []));
      [scores.index, ...scores.pillars].forEach((place, i) => {
        expect(namesPlace(figures[i]?.rank ?? '')).toBe(isPlaceAllowed(scores, place, country));
      });
      if (isPlaceAllowed(scores, scores.index, country)) continue;
      refused += 1;
      expect([document.title, document.lead].filter((text) => namesPlace(text ?? ''))).toEqual([]);
      expect(document.title).toMatch(/ranks (among|between)|has the full mark|scores/);
    }
    expect(refused).toBeGreaterThan(0);
  });

  it.each(strict)('names no leader whose place it refuses', (material) => {
    const scores = readScores(material);
    const [leader = ''] = scores.ranked(scores.index);
    const { title } = overview(material);
    expect(/ leads;/.test(title)).toBe(isPlaceAllowed(scores, scores.index, leader));
  });

  it('names no place in a sentence on what lifts or holds back that the interval there refuses', () => {
    const [material = tested] = strict;
    const scores = readScores(material);
    for (const country of scores.ranked(scores.index)) {
      const document = countryProfile(material, country);
      const lines = `${sectionText(document, 'lifts')}\n${sectionText(document, 'holds')}`.split('\n');
      for (const place of scores.main.filter((one) => !isPlaceAllowed(scores, one, country))) {
        const own = lines.filter((line) => line.startsWith(`${place.node.shortName ?? place.node.name}:`));
        expect(own.filter(namesPlace)).toEqual([]);
      }
    }
  });
});

function withWidest({ robustness }: Material, widest: number): Pick<Material, 'robustness'> {
  return robustness === undefined ? {} : { robustness: { ...robustness, widest } };
}

describe('the ranking', () => {
  const document = overview(byPillars);
  const chart = chartOf(document);

  it('has interval and tier beside each rank in its table', () => {
    const table = tableOf(document, 'ranking-table');
    const row = rowOf(table, 'Poland');
    expect(row.Rank?.text).toBe('3');
    const { low, high } = intervalOf(byPillars, 'POL') ?? { low: 0, high: 0 };
    expect(row['Rank interval (5–95 %)']?.text).toBe(`${low}–${high}`);
    expect(row.Tier?.value).toBeGreaterThanOrEqual(1);
  });

  it('draws each interval from its lowest to its highest rank, and writes it out', () => {
    for (const row of chart.rows) expect(row.interval?.low).toBeLessThanOrEqual(row.interval?.high ?? 0);
    for (const width of [358, 640, 1152]) {
      const texts = draw(chart, width).shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
      for (const row of chart.rows) expect(texts).toContain(row.interval?.shown);
      expect(texts).toContain('Rank and interval, 5–95 %');
    }
  });

  it('says what the intervals cover, what they do not and who computed them', () => {
    const text = sectionText(document, 'ranking');
    expect(text).toContain(
      'A rank interval holds 90 % of the ranks found by computing the index 400 times (replications), each time varying weights of the pillars.',
    );
    expect(text).toContain('It does not cover the choice of indicators');
    expect(text).toContain('Recomputed by Alidade; not the source’s.');
    expect(sectionText(overview(byEverything), 'ranking')).not.toContain('recomputed by Alidade');
  });

  it('leads to the whole analysis where there is a site to lead to', () => {
    const links = {
      robustness: '/robustness',
      country: () => '/c',
      explain: () => '/x',
    } as unknown as Material['links'];
    const { blocks } = overview({ ...byPillars, ...(links === undefined ? {} : { links }) });
    const runs = blocks.flatMap((block) =>
      block.kind === 'paragraph' && typeof block.text !== 'string' ? block.text : [],
    );
    expect(runs.map((run) => run.href)).toContain('/robustness');
  });

  it('parts tiers where everyone above stands in an earlier one, and nowhere else', () => {
    const [a, b, c, d] = ['XAA', 'XAB', 'XAC', 'XAD'] as const;
    const opening = (tiers: Analysis['tiers']): readonly string[] =>
      chartOf(overview(found(still(4), { tiers }))).rows.flatMap((row) => (row.opensTier ? [row.label] : []));
    expect(opening([[a], [b, c], [d]])).toEqual(['Country XAB', 'Country XAD']);
    expect(
      opening([
        [a, c],
        [b, d],
      ]),
    ).toEqual([]);
    expect(opening([[b], [a], [c, d]])).toEqual(['Country XAC']);
  });

  it('draws a line for each break between tiers, and none without', () => {
    const lines = (tiers: Analysis['tiers']): number =>
      draw(chartOf(overview(found(still(3), { tiers }))), 1152).shapes.filter(
        (shape) => shape.kind === 'line' && shape.y1 === shape.y2 && shape.x1 === 0 && shape.x2 === 1152,
      ).length;
    expect(lines([['XAA'], ['XAB', 'XAC']])).toBe(1);
    expect(lines([['XAA', 'XAB', 'XAC']])).toBe(0);
  });

  it('says who shares the first tier where nobody surely leads', () => {
    const unsure = found(
      [
        [1, 4],
        [1, 4],
        [1, 4],
        [4, 5],
        [5, 5],
      ],
      {
        tiers: [
          ['XAA', 'XAB', 'XAC'],
          ['XAD', 'XAE'],
        ],
      },
    );
    expect(overview(unsure).title).toMatch(
      /^Country XAA, Country XAB and Country XAC share the first tier, in no sure order; /,
    );
    expect(overview({ ...unsure, ...withWidest(unsure, 3) }).title).toMatch(/^Country XAA leads; /);
  });

  it('says that its strength is not known yet where it could be, and nothing where it could not', () => {
    const sentence = 'How sure these ranks are is not known yet.';
    const expected = { ...ourdata, edition: { ...ourdata.edition, analyses: ['pillar-weights'] } };
    expect(sectionText(overview(expected), 'ranking')).toContain(sentence);
    expect(
      sectionText(overview({ ...ourdata, edition: { ...ourdata.edition, analyses: [] } }), 'ranking'),
    ).not.toContain(sentence);
    expect(sectionText(document, 'ranking')).not.toContain(sentence);
  });
});

function chartOf(document: Document): RankingChart {
  const chart = document.blocks.flatMap((block) =>
    block.kind === 'chart' && block.chart.kind === 'ranking' ? [block.chart] : [],
  )[0];
  if (chart === undefined) throw new Error('no ranking');
  return chart;
}

describe('the profile', () => {
  it('tells interval, tier and neighbours', () => {
    const frequencies = [
      [72, 28, 0],
      [28, 42, 30],
      [0, 30, 70],
    ];
    const ahead = [
      [0, 72, 100],
      [28, 0, 60],
      [0, 30, 0],
    ];
    const both = [
      [100, 100, 100],
      [100, 100, 100],
      [100, 100, 100],
    ];
    const material = found(
      [
        [1, 2],
        [1, 3],
        [2, 3],
      ],
      { ahead, both, frequencies, tiers: [['XAA', 'XAB'], ['XAC']] },
      1,
    );
    const text = sectionText(countryProfile(material, 'XAB'), 'strength');
    expect(headingOf(countryProfile(material, 'XAB'), 'strength')).toBe(
      'In at least 90 % of the replications Country XAB ranks from 1 to 3 of 3',
    );
    expect(text).toContain('It shares tier 1 of 2 with Country XAA; within a tier the order is not sure throughout.');
    expect(text).toContain('It is ahead of Country XAC, the next below it, in 60 % of the replications.');
    expect(text).toContain('It is behind Country XAA, the next above it, in 72 % of the replications.');
    expect(sectionText(countryProfile(material, 'XAC'), 'strength')).toContain(
      'It is alone in tier 2 of 2: everyone else is ahead of it, each in at least 90 % of the replications.',
    );
  });

  it('claims no more replications for a rank than hold it: few of them, some without a rank, or hardly any on the official one', () => {
    const heading = (country: string): string | undefined => headingOf(countryProfile(few, country), 'strength');
    const frequencies = [
      [1, 5, 1],
      [0, 2, 0],
      [7, 0, 0],
    ];
    const few = found(
      [
        [2, 2.7],
        [2, 2],
        [1, 1],
      ],
      { runs: 9, failed: 2, frequencies, tiers: [['XAA', 'XAB', 'XAC']] },
    );
    expect(heading('XAA')).toBe('In 86 % of the replications Country XAA ranks from 2 to 3 of 3');
    expect(heading('XAB')).toBe('Country XAB keeps rank 2 of 3 in 29 % of the replications');
    expect(heading('XAC')).toBe('Country XAC is on rank 1 of 3 in at least 90 % of the replications');
  });

  it('has intervals of the pillars where the analysis moves them, and none where it leaves them as they are', () => {
    expect(sectionText(countryProfile(bySubPillars, 'POL'), 'strength')).toContain(
      'Rank intervals of its pillars: availability',
    );
    expect(sectionText(countryProfile(byPillars, 'POL'), 'strength')).not.toContain('pillars: availability');
    const figures = countryProfile(byPillars, 'POL').blocks.flatMap((block) =>
      block.kind === 'key-figures' ? block.items : [],
    );
    expect(figures[0]?.note).toMatch(/^rank interval \d+–\d+, tier \d+$/);
    expect(figures[1]?.note).toBeUndefined();
  });

  it('says nothing of a country without a rank', () => {
    expect(headingOf(countryProfile(byEverything, 'XAW'), 'strength')).toBeUndefined();
  });
});

describe('the comparison', () => {
  const countries = ['KOR', 'FRA', 'POL', 'EST', 'ESP', 'IRL', 'SVN', 'DNK'];
  const document = comparison(byPillars, countries);

  it('says of each pair how often one is ahead: of few in words, of more in a table', () => {
    const { ahead, both } = byPillars.robustness?.result.analyses[0] ?? { ahead: [], both: [] };
    const at = byPillars.results.countries.indexOf('KOR');
    const other = byPillars.results.countries.indexOf('POL');
    const share = Math.round((100 * (ahead[at]?.[other] ?? 0)) / (both[at]?.[other] ?? 1));
    const lines = sectionText(comparison(byPillars, ['KOR', 'FRA', 'POL']), 'order').split('\n');
    expect(lines.find((line) => line.startsWith('Korea:'))).toContain(`of Poland in ${share} %`);
    const pairs = lines.flatMap((line) => line.match(/ of [^,.]+? in (?:over |under )?\d+ %/g) ?? []);
    expect(pairs).toHaveLength(3);
    const table = tableOf(document, 'order-table');
    expect(rowOf(table, 'Korea').Poland?.text).toBe(`${share} %`);
    expect(table.rows.map(({ cells }) => cells.filter(({ text }) => text.includes('%')).length)).toEqual(
      countries.map(() => countries.length - 1),
    );
  });

  it('has interval and tier in its panels and its table', () => {
    const chart = document.blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []))[0];
    const { low, high } = intervalOf(byPillars, 'ESP') ?? { low: 0, high: 0 };
    expect(chart?.kind === 'comparison' ? chart.panels[4]?.strength : '').toMatch(
      new RegExp(`^rank interval ${low}–${high}, tier`),
    );
    expect(rowOf(tableOf(document, 'comparison-table'), 'Rank interval (5–95 %)').Spain?.text).toBe(`${low}–${high}`);
  });

  it('says who scores highest instead of who leads where the analysis turns the lead round', () => {
    const calm = comparison(byPillars, ['KOR', 'POL']).title;
    expect(calm).toContain('leads on');
    expect(comparison(bySubPillars, ['POL', 'EST', 'SVN', 'DNK']).title).toContain('scores highest on');
  });
});

describe('the tidy figures', () => {
  const { columns, rows } = overview(byPillars).data;
  const at = (name: string): number => columns.findIndex((column) => column.name === name);

  it('carry the percentiles unrounded, and the tier of the index alone', () => {
    const { rank } =
      byPillars.robustness?.result.analyses[0]?.nodes[0]?.[byPillars.results.countries.indexOf('POL')] ?? {};
    const index = rows.find((row) => row[0] === 'POL' && row[at('node')] === 'index') ?? [];
    expect([index[at('rank_p05')], index[at('rank_p95')]]).toEqual([rank?.p05, rank?.p95]);
    expect(index[at('tier')]).toEqual(expect.any(Number));
    const leaf = rows.find((row) => row[0] === 'POL' && row[at('node')] === '1.1') ?? [];
    expect([leaf[at('rank_p05')], leaf[at('tier')]]).toEqual([null, null]);
  });

  it('have the same columns, empty, where nothing was analysed', () => {
    const plain = overview(ourdata).data;
    expect(plain.columns).toEqual(columns);
    expect(plain.rows.every((row) => row[at('rank_p05')] === null && row[at('tier')] === null)).toBe(true);
  });
});

describe('an edition nothing is known of', () => {
  it('speaks of no interval, tier or replication', () => {
    const quiet = { ...ourdata, edition: { ...ourdata.edition, analyses: [] } };
    const documents = [overview(quiet), countryProfile(quiet, 'POL'), comparison(quiet, ['KOR', 'FRA', 'POL'])];
    const spoken = documents.flatMap(allTexts).filter((text) => /interval|\btier\b|replication/i.test(text));
    expect(spoken).toEqual([]);
  });
});
