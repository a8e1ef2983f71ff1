/** The methodology, generated from the definitions. */
import { describe, expect, it } from 'vitest';
import { methodology } from '../../../src/core/report/methodology.js';
import { aMethod, tinyAnswers } from '../../fixtures/tiny-survey.js';
import { demonstrationMaterial, publishedMaterial, tinyMaterial } from './material.js';
import { rowOf, sectionText, tableOf } from './reading.js';

describe('the methodology of OURdata', () => {
  it('states the tree with its weights', async () => {
    const document = methodology(await demonstrationMaterial());
    expect(sectionText(document, 'framework')).toContain(
      '1 index, 3 pillars, 9 sub-pillars, 24 parameters and 140 indicators',
    );
    const shares = tableOf(document, 'framework-table').rows.map((row) => [row.cells[1]?.text, row.cells[3]?.text]);
    expect(shares).toContainEqual(['i1', '1/36']);
    expect(shares).toContainEqual(['i22', '1/954']);
    expect(document.data.rows).toHaveLength(1 + 3 + 9 + 24 + 140);
  });

  it('states every rule in words with the labels a delegate sees', async () => {
    const table = tableOf(methodology(await demonstrationMaterial()), 'rules-table');
    expect(table.rows).toHaveLength(140);
    const rules = new Map(table.rows.map((row) => [row.cells[1]?.text, row.cells[3]?.text]));
    expect(rules.get('i1')).toContain('1 for “Yes, the whole government must”');
    expect(rules.get('i21')).toContain('more than 75 % above the mean');
    expect(rules.get('i21')).toContain('a country that was not asked counts as 0');
    expect(rules.get('i96')).toContain('Reversed: 1 minus the score');
  });

  it('gives the published correlations of the pillars of 2017', () => {
    const table = tableOf(methodology(publishedMaterial('ourdata-2017')), 'correlations-table');
    expect(rowOf(table, 'Availability').Accessibility?.text).toBe('0.68');
    expect(rowOf(table, 'Availability')['Re-use']?.text).toBe('0.72');
    expect(rowOf(table, 'Accessibility')['Re-use']?.text).toBe('0.70');
  });

  it('says that questions are not ours where they are not', () => {
    expect(sectionText(methodology(publishedMaterial('ourdata-2023')), 'rules')).toContain('not ours to give');
  });
});

describe('the methodology of another method', () => {
  const method = aMethod({
    weights: 'stated',
    coverage: 0.75,
    missing: { ...aMethod().missing, 'not-known': 'leave-out', withheld: { score: 0.25 } },
    nodes: {
      index: { scale: { type: 'linear', intercept: 0, slope: 0.5 }, missing: { 'not-known': 'block' } },
      '1': { aggregation: 'sum', scale: { type: 'z-score', mean: 0.4, sd: 0.2 } },
      '2': { scale: { type: 'min-max', low: 0, high: 100 }, coverage: 0.5 },
    },
    presentation: {
      decimals: 1,
      rescale: { type: 'none' },
      nodes: { index: { decimals: 0, rescale: { type: 'min-max', low: 0, high: 100 } } },
    },
    ranking: { on: 'presented', decimals: 0, ties: 'dense', tolerance: 0 },
  });
  const document = methodology(tinyMaterial(tinyAnswers, {}, { method }));

  it('leaves out no rule of a single node', () => {
    const missing = sectionText(document, 'missing');
    expect(missing).toContain('Where a value is “not known”, it is left out');
    expect(missing).toContain('Where a value is “withheld”, 0.25 is put in its place.');
    expect(missing).toContain(
      'Tiny index (index): Where a value is “not known”, the node above, and so the country, has no score.',
    );
    expect(missing).toContain('at least 75 %');
    expect(missing).toContain('Access (2): Where something is left out, a score needs values for at least 50 %');
    const scaling = sectionText(document, 'scaling');
    expect(scaling).toContain('Tiny index (index): The value x becomes 0 + 0.5 · x.');
    expect(scaling).toContain('with the fixed mean 0.4 and standard deviation 0.2');
    expect(scaling).toContain('with the lowest and highest value of the round');
    expect(sectionText(document, 'combining')).toContain(
      'Policy (1): The score of a node is the weighted sum of the scores below it.',
    );
    const presenting = sectionText(document, 'presenting');
    expect(presenting).toContain('ranked on the score as shown, rounded to an integer');
    expect(presenting).toContain('the next rank follows on');
    expect(presenting).toContain('Tiny index (index): Scores are shown with no decimals');
  });

  it('gives no weight in the index where a scale rule bends the line', () => {
    const shares = tableOf(document, 'framework-table').rows.map((row) => row.cells[3]?.text);
    expect(shares.every((share) => share === '')).toBe(true);
  });
});
