/** The edition overview: findings that the figures bear out, both figures where two differ, nobody left out. */
import { describe, expect, it } from 'vitest';
import { overview } from '../../../src/core/report/overview.js';
import { demonstrationMaterial, madeUpMaterial, publishedMaterial, tinyMaterial } from './material.js';
import { headingOf, rowOf, sectionText, tableOf } from './reading.js';

describe('the overview of OURdata 2023', () => {
  const document = overview(publishedMaterial('ourdata-2023'));

  it('leads with the finding', () => {
    expect(document.title).toBe('Korea leads; in 27 of 40 countries re-use is the weakest pillar');
    expect(document.lead).toContain(
      'The OECD mean is 0.48: highest in accessibility at 0.59, lowest in re-use at 0.37.',
    );
  });

  it('counts the countries above the mean', () => {
    expect(headingOf(document, 'ranking')).toBe('17 of 40 countries are above the OECD mean');
  });

  it('shows a published and a recomputed figure side by side where they differ', () => {
    const row = rowOf(tableOf(document, 'ranking-table'), 'Poland');
    expect(row['Re-use']).toMatchObject({ text: '0.75', provenance: 'published', also: 'recomputed 0.76' });
    expect(row.Index).toMatchObject({ text: '0.79', provenance: 'published' });
    expect(row.Index?.also).toBeUndefined();
    expect(rowOf(tableOf(document, 'ranking-table'), 'Estonia').Index).toMatchObject({
      text: '0.76',
      provenance: 'recomputed',
    });
  });

  it('states ties', () => {
    const table = tableOf(document, 'ranking-table');
    expect(rowOf(table, 'Australia').Rank?.text).toBe('32=');
    expect(rowOf(table, 'New Zealand').Rank?.text).toBe('32=');
    expect(rowOf(table, 'Belgium').Rank?.text).toBe('34');
  });

  it('names groups with their date and members', () => {
    expect(sectionText(document, 'groups')).toContain('as of 14 December 2023 (36 countries): Australia, Austria,');
  });

  it('has every country in the heat table and the mean as its last row', () => {
    const { rows } = tableOf(document, 'heat-table');
    expect(rows).toHaveLength(41);
    expect(rows.at(-1)?.cells[0]?.text).toBe('OECD mean (36)');
    expect(rows.flatMap((row) => row.cells.slice(2)).every((cell) => cell.heat !== undefined && cell.heat <= 1)).toBe(
      true,
    );
  });

  it('says why other editions are not drawn as one trend with it', () => {
    expect(sectionText(document, 'other-editions')).toContain('not drawn as one trend');
  });

  it('carries one tidy row per country or group and node, in full precision', () => {
    const { columns, rows } = document.data;
    expect(rows).toHaveLength((40 + 2) * 13);
    const column = (name: string): number => columns.findIndex((one) => one.name === name);
    const poland = rows.find((row) => row[0] === 'POL' && row[column('node')] === 'index') ?? [];
    expect(poland[column('score')]).toBeCloseTo(7.09 / 9, 12);
    expect(poland[column('published_figure')]).toBe(0.79);
    expect(poland[column('provenance')]).toBe('recomputed');
    const leaf = rows.find((row) => row[0] === 'POL' && row[column('node')] === '1.1') ?? [];
    expect(leaf[column('provenance')]).toBe('published');
    expect(leaf[column('weight')]).toBeCloseTo(1 / 9, 12);
    expect(leaf[column('contribution')]).toBeCloseTo(0.97 / 9, 12);
    expect(rows.filter((row) => row[0] === 'group:oecd')).toHaveLength(13);
  });
});

describe('the overview of an edition with gaps', () => {
  it('names each country without a score and why', async () => {
    const document = overview(await demonstrationMaterial());
    expect(headingOf(document, 'absent')).toBe('4 countries have no score');
    expect(sectionText(document, 'absent')).toContain('Welmark: answers not validated by the closing date.');
    expect(document.lead).toContain('24 countries take part in Demonstration 2024; 20 have a score.');
    const ranked = tableOf(document, 'ranking-table').rows.map((row) => row.cells[0]?.text);
    expect(ranked).not.toContain('Welmark');
  });

  it('still shows the scores an unscored country has', () => {
    const row = rowOf(tableOf(overview(tinyMaterial()), 'heat-table'), 'Caledon');
    expect(row['1.1 Node 1.1']?.text).toBe('0.00');
    expect(row['1.2 Node 1.2']).toMatchObject({ text: '', why: '“Node i4” is missing (not known)' });
    expect(row['1.2 Node 1.2']?.heat).toBeUndefined();
  });

  it('leaves out what needs scores when nobody has one', () => {
    const material = tinyMaterial(new Map([['XAA', {}]]));
    const document = overview(material);
    expect(document.title).toBe('No country has a score yet');
    expect(headingOf(document, 'ranking')).toBeUndefined();
    expect(headingOf(document, 'absent')).toBe('One country has no score');
  });
});

describe('findings of the overview', () => {
  it('name all who share the lead, and count them when they are many', () => {
    const two = madeUpMaterial({ scores: { XAA: [1, 0, 1, 0], XAB: [0, 1, 0, 1], XAC: [0, 0, 0, 0] } });
    expect(overview(two).title).toBe('Country XAA and Country XAB lead; 2 of 3 countries are above the All mean');
    const five = madeUpMaterial({ scores: Object.fromEntries('ABCDE'.split('').map((c) => [`XA${c}`, [1, 1, 1, 1]])) });
    expect(overview(five).title).toBe('5 countries lead; 0 of 5 countries are above the All mean');
  });

  it('claim no fullest band where two are equally full', () => {
    const material = madeUpMaterial({ scores: { XAA: [0, 0, 0, 0], XAB: [1, 1, 1, 1] } });
    expect(headingOf(overview(material), 'distribution')).toBe('No band of the scale holds more than 1 of 2 countries');
  });

  it('put a score on a boundary into the band above it', () => {
    const material = madeUpMaterial({ scores: { XAA: [0.3, 0.3, 0.3, 0.3], XAB: [1, 1, 1, 1] } });
    const table = tableOf(overview(material), 'distribution-table');
    expect(rowOf(table, '0.3 to 0.4').Countries?.text).toBe('Country XAA');
    expect(rowOf(table, '0.9 to 1.0').Countries?.text).toBe('Country XAB');
  });
});
