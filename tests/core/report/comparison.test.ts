/** The comparison of two to eight countries. */
import { describe, expect, it } from 'vitest';
import { comparison } from '../../../src/core/report/comparison.js';
import { demonstrationMaterial, madeUpMaterial, publishedMaterial, tinyMaterial } from './material.js';
import { headingOf, rowOf, sectionText, tableOf } from './reading.js';

const ourdata = publishedMaterial('ourdata-2023');

describe('the comparison of Korea, France and Poland 2023', () => {
  const document = comparison(ourdata, ['KOR', 'FRA', 'POL']);

  it('says who leads on what', () => {
    expect(document.title).toBe('Korea leads on re-use, France on availability and Poland on accessibility');
    expect(document.lead).toContain('They lie furthest apart in monitoring impact: 1.00 in Korea, 0.42 in Poland.');
  });

  it('keeps apart who leads on what where one leads on several', async () => {
    const { title } = comparison(await demonstrationMaterial(), ['XAA', 'XAE']);
    expect(title).toBe('Arvenia leads on accessibility and re-use; Elmeria on availability');
  });

  it('marks the best figure of each row and all that share it', () => {
    const table = tableOf(document, 'comparison-table');
    const row = rowOf(table, '2.1 Free-access policy');
    expect([row.Korea?.strong, row.France?.strong, row.Poland?.strong]).toEqual([true, false, true]);
  });

  it('gives every pair of three its difference, from unrounded scores', () => {
    const table = tableOf(document, 'differences-table');
    expect(rowOf(table, 'Index')).toMatchObject({
      'France − Korea': { text: '−0.08' },
      'Poland − Korea': { text: '−0.13' },
      'Poland − France': { text: '−0.04' },
    });
    expect(rowOf(table, '2.1 Free-access policy')['Poland − Korea']?.text).toBe('0.00');
  });

  it('keeps the order asked for', () => {
    const { columns } = tableOf(comparison(ourdata, ['POL', 'KOR']), 'comparison-table');
    expect(columns.map((column) => column.title).slice(1, 3)).toEqual(['Poland', 'Korea']);
  });

  it('says what the marks beside the figures mean', () => {
    expect(sectionText(document, 'comparison')).toContain('A filled dot marks a figure the source prints');
  });
});

describe('comparisons of many, of equals and of countries with gaps', () => {
  it('set eight countries against the first', () => {
    const document = comparison(ourdata, ['KOR', 'FRA', 'POL', 'EST', 'ESP', 'IRL', 'SVN', 'DNK']);
    expect(tableOf(document, 'differences-table').columns).toHaveLength(8);
  });

  it('name no leader where two stand level', () => {
    const material = madeUpMaterial({ scores: { XAA: [0.5, 0.5, 0.5, 0.5], XAB: [0.5, 0.5, 0.5, 0.5] } });
    const document = comparison(material, ['XAA', 'XAB']);
    expect(document.title).toBe('Country XAA and Country XAB stand level');
    expect(headingOf(document, 'comparison')).toBe('The countries stand level throughout');
    expect(sectionText(document, 'leaders')).toContain('Country XAA is alone in front on none of the 4 sub-pillars.');
  });

  it('say that one is ahead on everything', () => {
    const material = madeUpMaterial({ scores: { XAA: [1, 1, 1, 1], XAB: [0.5, 0.5, 0.5, 0.5] } });
    expect(comparison(material, ['XAB', 'XAA']).title).toBe('Country XAA is ahead of Country XAB on every pillar');
  });

  it('say who has no score, and why', () => {
    const document = comparison(tinyMaterial(), ['XAA', 'XAC']);
    expect(document.lead).toContain('Caledon has no score.');
    expect(sectionText(document, 'absent')).toContain('Caledon: “Node i4” is missing (not known).');
    expect(rowOf(tableOf(document, 'differences-table'), 'Tiny index')['Caledon − Avaria']?.why).toContain('not known');
  });

  it('call one score beside a gap neither a lead nor a tie, and set no answers beside answers that do not count', async () => {
    const document = comparison(await demonstrationMaterial(), ['XAW', 'XAA']);
    expect(document.title).toBe('Arvenia has a score, Welmark has none');
    expect(headingOf(document, 'answers')).toBeUndefined();
  });

  it('hold up when nobody has a score', async () => {
    const document = comparison(await demonstrationMaterial(), ['XAH', 'XAW']);
    expect(document.title).toBe('Hestavia and Welmark have no scores to compare');
  });
});

describe('the answers that tell countries apart', () => {
  it('are listed with the score under which they stand', () => {
    const document = comparison(tinyMaterial(), ['XAA', 'XAB']);
    const table = tableOf(document, 'answers-table');
    expect(rowOf(table, 'Node i1')).toMatchObject({
      Avaria: { text: '1.00', also: 'Yes, the whole government must' },
      Borduria: { text: '0.50', also: 'Yes, some public bodies must' },
    });
    expect(headingOf(document, 'answers')).toBe('8 of 8 indicators tell them apart');
  });

  it('are left out where an edition has no answers', () => {
    expect(headingOf(comparison(publishedMaterial('ourdata-2017'), ['KOR', 'FRA']), 'answers')).toBeUndefined();
  });
});
