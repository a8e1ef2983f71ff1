/** The country profile, read for the best, the worst, the tied, the incomplete, the withheld, the empty and the full. */
import { describe, expect, it } from 'vitest';
import { gapOf } from '../../../src/core/report/contributions.js';
import { countryProfile } from '../../../src/core/report/country-profile.js';
import type { Document } from '../../../src/core/report/document.js';
import { holdsOf, liftsOf } from '../../../src/core/report/lifts.js';
import { readScores } from '../../../src/core/report/scores.js';
import { aMethod, anAnswer, tinyAnswers } from '../../fixtures/tiny-survey.js';
import { demonstrationMaterial, madeUpMaterial, publishedMaterial, tinyMaterial } from './material.js';
import { headingOf, rowOf, sectionText, tableOf } from './reading.js';

const ourdata = publishedMaterial('ourdata-2023');
const demonstration = await demonstrationMaterial();
const profile = (country: string): Document => countryProfile(ourdata, country);

describe('the profile of a country among others (Poland 2023)', () => {
  const document = profile('POL');

  it('opens with rank and direction', () => {
    expect(document.title).toBe(
      'Poland ranks 3rd of 40: above the OECD mean on all 3 pillars, behind it only on data made available',
    );
    expect(document.lead).toBe(
      'Poland scores 0.79; the OECD mean is 0.48. It is above the mean on 8 of 9 sub-pillars and below it on 1, with the full mark on 3.',
    );
  });

  it('tells what lifts it with numbers, and who else is there', () => {
    expect(sectionText(document, 'lifts')).toContain(
      'Engaging on quality: 1.00, the full mark, which France has too; the OECD mean is 0.42. Against the mean it adds 0.06 to the index.',
    );
  });

  it('tells what holds it back, below the mean first, then where most can be gained', () => {
    const text = sectionText(document, 'holds').split('\n');
    expect(text[0]).toBe(
      'Data made available: 0.40 where the OECD mean is 0.47; 26th of 40. Against the mean it takes 0.01 off the index. The full mark would add 0.07.',
    );
    expect(text[1]).toContain(
      'Monitoring impact: 0.42, and the OECD mean is 0.29. The full mark, which Korea and Spain have, would add 0.06',
    );
  });

  it('writes the sum out', () => {
    expect(sectionText(document, 'arithmetic')).toContain('= 7.09; 7.09 ÷ 9 = 0.7878, shown as 0.79');
    expect(sectionText(document, 'arithmetic')).toContain('0.64, 0.96 and 0.75 as printed would give 0.78');
  });

  it('has all scores in one table with rank, mean, difference, weight and contribution', () => {
    const table = tableOf(document, 'scores-table');
    const row = rowOf(table, '1.3 Data made available');
    expect(row.Poland).toMatchObject({ text: '0.40', provenance: 'published' });
    expect(row['Rank of 40']?.text).toBe('26');
    expect(row['OECD mean']?.text).toBe('0.47');
    expect(row.Difference?.text).toBe('−0.07');
    expect(row.Weight?.text).toBe('1/9');
    expect(row['Adds to index']?.text).toBe('0.04');
  });

  it('sets scores of another method apart', () => {
    expect(sectionText(document, 'editions')).toContain('That score may not be compared with this one.');
  });
});

describe('the profile of the best country (Korea 2023)', () => {
  const document = profile('KOR');
  it('says so, and finds room only above the mean', () => {
    expect(document.title).toBe('Korea ranks first of 40: above the OECD mean on every sub-pillar');
    expect(sectionText(document, 'holds')).not.toContain('takes');
    expect(sectionText(document, 'holds')).toContain('Consulting on release: 0.77, and the OECD mean is 0.33.');
    expect(sectionText(document, 'lifts')).toContain('the full mark, which no other country has');
  });
});

describe('the profile of the worst country (Türkiye 2023)', () => {
  const document = profile('TUR');
  it('says so without softening, and names nothing that lifts', () => {
    expect(document.title).toBe('Türkiye ranks last of 40: below the OECD mean on every sub-pillar');
    expect(sectionText(document, 'lifts')).toBe('No sub-pillar of Türkiye is above the OECD mean.');
    expect(sectionText(document, 'holds')).toContain('Against the mean it takes 0.08 off the index.');
  });
});

describe('the profiles of tied countries (Australia and New Zealand 2023)', () => {
  it('share the rank', () => {
    expect(profile('AUS').title).toContain('Australia ranks joint 32nd of 40');
    expect(profile('NZL').title).toContain('New Zealand ranks joint 32nd of 40');
  });
});

describe('the profile of an incomplete country', () => {
  const document = countryProfile(demonstration, 'XAH');
  it('says that it has no score and what stands in the way, question by question', () => {
    expect(document.title).toBe('Hestavia has no score: 3 gaps stand in its way');
    expect(document.lead).toBe('2 of 3 pillars have a score: availability and re-use.');
    const text = sectionText(document, 'blocks');
    expect(text).toContain('3 gaps stand between Hestavia and its score.');
    expect(text).toMatch(
      /Question 31, “.+” \(free of charge\): not answered. It is the indicator Free of charge is the rule \(i80\)/,
    );
  });
  it('shows no sum, no contribution and nothing that lifts', () => {
    for (const id of ['arithmetic', 'lifts', 'holds']) expect(headingOf(document, id)).toBeUndefined();
    const titles = tableOf(document, 'scores-table').columns.map((column) => column.title);
    expect(titles).not.toContain('Adds to index');
  });
  it('shows the reason in place of each figure', () => {
    const figures = document.blocks.flatMap((block) => (block.kind === 'key-figures' ? block.items : []));
    expect(figures[0]).toMatchObject({
      label: 'Index',
      value: '',
      note: '“Free of charge is the rule” is missing (not answered)',
    });
    expect(figures[1]).toMatchObject({ label: 'Availability', value: '0.70', provenance: 'computed' });
  });
  it('names a single gap in its title', () => {
    expect(countryProfile(demonstration, 'XAN').title).toBe(
      'Nestovia has no score: “Consultation of the private sector” is missing (not known)',
    );
  });
});

describe('the profile of a country whose answers do not count', () => {
  const document = countryProfile(demonstration, 'XAW');
  it('gives the reason and computes nothing', () => {
    expect(document.title).toBe('Welmark has no score: answers not validated by the closing date');
    expect(sectionText(document, 'blocks')).toContain(
      'are withheld from this edition: answers not validated by the closing date.',
    );
    const scored = document.blocks
      .flatMap((block) => (block.kind === 'key-figures' ? block.items : []))
      .filter((i) => i.value !== '');
    expect(scored).toEqual([]);
  });
});

describe('the profile of a country with nothing, and of one with everything', () => {
  const material = madeUpMaterial({ scores: { XAA: [0, 0, 0, 0], XAB: [1, 1, 1, 1], XAC: [0.5, 0.5, 0.5, 0.5] } });
  it('reads right with nothing', () => {
    const document = countryProfile(material, 'XAA');
    expect(document.title).toBe('Country XAA scores 0.00 on every sub-pillar');
    expect(sectionText(document, 'lifts')).toBe('No sub-pillar of Country XAA is above the All mean.');
    expect(sectionText(document, 'holds')).toContain('The full mark, which Country XAB has, would add 0.25.');
    expect(sectionText(document, 'arithmetic')).toContain('= 0.00; 0.00 ÷ 4 = 0.0000, shown as 0.00');
  });
  it('reads right with everything', () => {
    const document = countryProfile(material, 'XAB');
    expect(document.title).toBe('Country XAB has the full mark on every sub-pillar');
    expect(sectionText(document, 'holds')).toBe('Nothing: Country XAB has the full mark on every sub-pillar.');
  });
  it('reads right at the mean', () => {
    const document = countryProfile(material, 'XAC');
    expect(document.title).toBe('Country XAC ranks 2nd of 3: at the All mean on all 2 pillars');
    expect(document.lead).toContain('It is at the mean throughout.');
  });
  it('reads right alone', () => {
    const document = countryProfile(madeUpMaterial({ scores: { XAA: [0.2, 0.4, 0.6, 0.8] } }), 'XAA');
    expect(document.title).toContain('Country XAA ranks 1st of 1');
  });
  it('reads right without a group to compare with', () => {
    const { edition, ...rest } = material;
    const alone = {
      ...rest,
      edition: { ...edition, groups: [], mainGroup: 'none' },
      results: { ...rest.results, groups: [] },
    };
    const document = countryProfile(alone, 'XAC');
    expect(document.title).toBe('Country XAC ranks 2nd of 3');
    expect(document.lead).toBe('Country XAC scores 0.50.');
    expect(headingOf(document, 'lifts')).toBeUndefined();
    expect(sectionText(document, 'holds')).toContain(
      'Sub-pillar 1.1: 0.50. The full mark, which Country XAB has, would add 0.13 to the index.',
    );
  });
});

describe('the profile of a country with answers', () => {
  const document = countryProfile(tinyMaterial(), 'XAB');
  const table = tableOf(document, 'answers-table');
  it('lists every indicator with the answer as stated, the rule and what it adds', () => {
    expect(rowOf(table, 'Node i2')).toMatchObject({
      Question: { text: '1a' },
      'Answer as stated': { text: 'Sometimes' },
      Rule: { text: 'By answer: 1 for “Often”, 0.75 for “Sometimes”, 0.25 for “Rarely” and 0 for “Never”' },
      Score: { text: '0.75', provenance: 'computed' },
      'Adds to index': { text: '0.09' },
      'Could add': { text: '0.03' },
    });
  });
  it('says "not asked" of a follow-up that was not asked, and scores it as the method says', () => {
    expect(rowOf(table, 'Node i6')).toMatchObject({
      'Answer as stated': { text: 'Not asked' },
      Score: { text: '0.00' },
    });
    expect(sectionText(document, 'coverage')).toContain(
      '1 is without an answer (not asked); the method puts a value in its place.',
    );
  });
});

describe('what is said to lift and to hold back', () => {
  it('adds up to the gap to the mean, over all sub-pillars', () => {
    for (const material of [ourdata, publishedMaterial('ourdata-2017')]) {
      const scores = readScores(material);
      const mean = scores.mean(scores.index)?.value ?? Number.NaN;
      for (const country of scores.countries) {
        const gaps = scores.main.map((place) => gapOf(scores, place, country) ?? Number.NaN);
        const gap = (scores.at(scores.index, country).score ?? Number.NaN) - mean;
        expect(gaps.reduce((sum, one) => sum + one, 0)).toBeCloseTo(gap, 9);
      }
    }
  });

  it('never names a sub-pillar on the wrong side of the mean', () => {
    const scores = readScores(ourdata);
    for (const country of scores.countries) {
      const score = (id: string): number => scores.at(scores.placeOf(id)!, country).score!;
      for (const { place } of liftsOf(scores, country))
        expect(score(place.id)).toBeGreaterThan(scores.mean(place)!.value);
      for (const { place, gap } of holdsOf(scores, country)) {
        if (gap !== null && gap < 0) expect(score(place.id)).toBeLessThan(scores.mean(place)!.value);
        else expect(score(place.id)).toBeLessThan(1);
      }
    }
  });

  it('weighs by what counts in the index of that country', () => {
    const method = aMethod({
      missing: { ...aMethod().missing, 'not-known': 'leave-out' },
      nodes: { index: { weights: { '1': 3, '2': 1 } } },
    });
    const document = countryProfile(tinyMaterial(tinyAnswers, {}, { method }), 'XAC');
    const table = tableOf(document, 'scores-table');
    expect(rowOf(table, 'Policy').Weight?.text).toBe('75.0 %');
    expect(rowOf(table, '1.2 Node 1.2').Weight?.text).toBe('37.5 %');
    expect(sectionText(document, 'arithmetic')).toContain('0.00 × 75.0 % + 0.50 × 1/4 = 0.1250, shown as 0.13');
    const answers = tableOf(document, 'answers-table');
    expect(rowOf(answers, 'Node i3')['Adds to index']?.value).toBe(0);
    expect(rowOf(answers, 'Node i4').Score).toMatchObject({ text: '', why: 'not known' });
  });

  it('says "less than 0.01" rather than nought', () => {
    const answers = new Map([...tinyAnswers, ['XAD', { ...tinyAnswers.get('XAA'), q5: anAnswer('all') }]]);
    expect(sectionText(countryProfile(tinyMaterial(answers), 'XAD'), 'lifts')).not.toContain('adds 0.00');
    expect(sectionText(profile('AUS'), 'lifts')).toContain(
      'Data literacy: 0.50 where the OECD mean is 0.46; 19th of 40. Against the mean it adds less than 0.01',
    );
  });
});
