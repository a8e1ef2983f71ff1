/**
 * What holds of every document of every edition: nothing half-said, no absent figure without its reason, tables that are
 * whole, and the invented named as such.
 */
import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/core/report/document.js';
import type { Material } from '../../../src/core/report/material.js';
import { REPORTS } from '../../../src/core/report/reports.js';
import { putToTheTest, WEIGHTS_AND_MEANS, weightsAt } from '../../fixtures/a-robustness.js';
import { aMethod, tinyAnswers } from '../../fixtures/tiny-survey.js';
import { demonstrationMaterial, madeUpMaterial, publishedMaterial, tinyMaterial } from './material.js';
import { allTexts } from './reading.js';

function documentsOf(material: Material): readonly Document[] {
  const { countries } = material.results;
  const compared = countries.length < 2 ? [] : [countries.slice(0, 2), countries.slice(-8)];
  return Object.entries(REPORTS).flatMap(([id, { about, make }]) => {
    if (id.endsWith('questionnaire') && material.questionnaire === undefined) return [];
    if (about === 'edition') return [make(material, [])];
    if (about === 'countries') return compared.map((some) => make(material, some));
    return countries.map((country) => make(material, [country]));
  });
}

/** Scores without bounds, shown from 0 to 100 and ranked as shown, as the Open Data Barometer does. */
const unbounded = tinyMaterial(
  tinyAnswers,
  {},
  {
    method: aMethod({
      scale: null,
      nodes: {
        '1': { scale: { type: 'z-score', mean: 0.5, sd: 0.25 } },
        i4: { missing: { 'not-known': { score: 0 } } },
      },
      presentation: {
        decimals: 2,
        rescale: { type: 'none' },
        nodes: { index: { decimals: 0, rescale: { type: 'min-max', low: 0, high: 100 } } },
      },
      ranking: { on: 'presented', decimals: 0, ties: 'lowest', tolerance: 0 },
    }),
  },
);

const published = publishedMaterial('ourdata-2017');

const materials = [
  [
    'OURdata 2017 put to the test',
    putToTheTest(published, { analyses: [weightsAt(published, 1), weightsAt(published, 2)] }),
  ],
  ['the tiny survey put to the test', putToTheTest(tinyMaterial(), { analyses: [WEIGHTS_AND_MEANS] })],
  ['OURdata 2023', publishedMaterial('ourdata-2023')],
  ['OURdata 2017', published],
  ['the demonstration', await demonstrationMaterial()],
  ['the tiny survey', tinyMaterial()],
  ['an edition whose scores have no bounds', unbounded],
  ['an edition of one country', madeUpMaterial({ scores: { XAA: [0.2, 0.4, 0.6, 0.8] } })],
] as const;

describe.each(materials)('every document of %s', (_, material) => {
  const documents = documentsOf(material);

  it('says whole sentences, without a gap where a figure should stand', () => {
    const bad = documents.flatMap((document) =>
      allTexts(document).filter((text) => /undefined|NaN|null|Infinity|[{}]| {2}|\( | \)|\[object/.test(text)),
    );
    expect([...new Set(bad)]).toEqual([]);
  });

  it('gives a reason wherever a figure is absent', () => {
    const silent = documents.flatMap((document) =>
      document.blocks.flatMap((block) => {
        if (block.kind === 'key-figures')
          return block.items.filter((item) => item.value === '' && !item.note).map((i) => i.label);
        if (block.kind !== 'table') return [];
        return block.table.rows
          .filter((row) => row.cells.some((cell) => cell.text === '' && !cell.why))
          .map((row) => `${block.table.id}: ${row.cells[0]?.text}`);
      }),
    );
    expect(silent).toEqual([]);
  });

  it('has tables with a cell for every column', () => {
    const torn = documents.flatMap((document) => [
      ...document.blocks.flatMap((block) =>
        block.kind === 'table' && block.table.rows.some((row) => row.cells.length !== block.table.columns.length)
          ? [`${document.name} ${block.table.id}`]
          : [],
      ),
      ...(document.data.rows.some((row) => row.length !== document.data.columns.length)
        ? [`${document.name} data`]
        : []),
    ]);
    expect(torn).toEqual([]);
  });

  it('gives each chart a table twin, a title and a sentence for screen readers', () => {
    for (const document of documents) {
      const charts = document.blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));
      const twins = document.blocks.flatMap((block) => (block.kind === 'table' ? (block.twinOf ?? []) : []));
      expect(twins.toSorted()).toEqual(charts.map((chart) => chart.id).toSorted());
      expect(charts.filter((chart) => chart.title === '' || chart.description === '')).toEqual([]);
    }
  });

  it('uses each id once, so that every heading can be linked to', () => {
    for (const document of documents) {
      const ids = document.blocks.flatMap((block) => {
        if (block.kind === 'heading') return [block.id];
        if (block.kind === 'table') return [block.table.id];
        return block.kind === 'chart' ? [`chart ${block.chart.id}`] : [];
      });
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    }
  });

  it('names its edition, and what is invented on the first line', () => {
    for (const document of documents) {
      expect(document.edition.id).toBe(material.edition.id);
      expect(document.name.startsWith(material.edition.id)).toBe(true);
      const invented = document.blocks.some((block) => block.kind === 'note' && block.tone === 'invented');
      expect(invented).toBe(material.edition.notice !== undefined);
    }
  });

  it('has names of its own', () => {
    const names = documents.map((document) => document.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('is plain data: it survives a journey as JSON', () => {
    const [document] = documents;
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });
});
