/**
 * Source: World Wide Web Foundation, Open Data Barometer, second edition (2014), CC BY 4.0: checklist marks of 86 countries
 * × 15 datasets, expert scores, and the published scores and ranks. Read from the reference folder, not copied here.
 * Tolerance: dataset scores exact; components, sub-indices and raw index 1e-9 (the fixed moments have nine decimals, the mean
 * of `implementation` eight); presented scores and ranks exact as printed.
 */
import countries from 'i18n-iso-countries';
import { describe, expect, it } from 'vitest';
import { type Computation, openIndex } from '../../src/core/scoring/compute-index.js';
import type { Answer, Answers } from '../../src/core/survey/answers.js';
import { outlineOf } from '../../src/core/survey/outline.js';
import { definitionOf, scoresOf } from './definition-of.js';
import { hasReference, needsReference, type Row, referenceTable } from './reference-table.js';

/** Columns of the table of marks, and the parts of the checklist they stand for. */
const PARTS: readonly (readonly [column: string, part: string])[] = [
  ['a_exists', 'exists'],
  ['b_online', 'online'],
  ['c_machine', 'machine-readable'],
  ['d_bulk', 'bulk'],
  ['e_free', 'free'],
  ['f_licence', 'open-licence'],
  ['g_current', 'current'],
  ['h_sustained', 'sustained'],
  ['i_findable', 'findable'],
  ['j_linked', 'linked'],
];

const EXPERT_ITEMS = [
  'init',
  'city',
  'train',
  'supin',
  'rti',
  'dpl',
  'csoc',
  'gov',
  'account',
  'env',
  'inc',
  'econ',
  'entr',
];

const READINESS: Row = {
  government: 'readiness_government',
  business: 'readiness_business',
  'civil-society': 'readiness_citizens',
};

/** Our nodes and the columns in which their scores are published. */
const SCORES: Row = {
  ...READINESS,
  readiness: 'readiness_z',
  innovation: 'datasets_innovation',
  'social-policy': 'datasets_social',
  accountability: 'datasets_accountability',
  implementation: 'implementation_z',
  political: 'impact_political',
  social: 'impact_social',
  economic: 'impact_economic',
  impact: 'impact_z',
  index: 'score_raw',
};

const PRESENTED: Row = {
  index: 'score_scaled',
  readiness: 'readiness_scaled',
  implementation: 'implementation_scaled',
  impact: 'impact_scaled',
};

it.runIf(process.env.CI)('finds the reference tables where CI is set', () => {
  expect(hasReference, needsReference).toBe(true);
});

describe.skipIf(!hasReference)(
  `Open Data Barometer 2014, from marks and expert scores${hasReference ? '' : ` (${needsReference})`}`,
  () => {
    const tables = hasReference ? loadTables() : undefined;

    it('gives all 1,290 dataset scores exactly', () => {
      const { marks, computation } = tables!;
      expect(marks).toHaveLength(86 * 15);
      const off = marks.filter((mark) => scoresOf(computation, mark.dataset!).get(alpha3(mark)) !== Number(mark.score));
      expect(off).toEqual([]);
    });

    it.each(Object.entries(SCORES))('gives %s of all 86 countries as published in %s, within 1e-9', (node, column) => {
      const { published, computation } = tables!;
      expect(published).toHaveLength(86);
      const scores = scoresOf(computation, node);
      const distances = published.map((row) => Math.abs((scores.get(row.iso3!) ?? Number.NaN) - Number(row[column])));
      expect(Math.max(...distances)).toBeLessThanOrEqual(1e-9);
    });

    it.each(Object.entries(PRESENTED))('presents %s of all 86 countries as printed in %s', (node, column) => {
      const { published, computation } = tables!;
      const { countries: codes, nodes } = computation.results;
      const presented = nodes.find(({ id }) => id === node)?.presented ?? [];
      const decimals = node === 'index' ? 2 : 0;
      const off = published.filter(
        (row) => presented[codes.indexOf(row.iso3!)] !== Number(row[column]).toFixed(decimals),
      );
      expect(off.map((row) => [row.iso3, row[column], presented[codes.indexOf(row.iso3!)]])).toEqual([]);
    });

    it('ranks all 86 countries as published, ties included', () => {
      const { published, computation } = tables!;
      const { countries: codes, nodes } = computation.results;
      const ranks = published.map((row) => nodes[0]?.rank[codes.indexOf(row.iso3!)]);
      expect(ranks).toEqual(published.map((row) => Number(row.rank)));
      expect(new Set(ranks).size).toBeLessThan(86);
    });
  },
);

interface Tables {
  readonly marks: readonly Row[];
  readonly published: readonly Row[];
  readonly computation: Computation;
}

function loadTables(): Tables {
  const marks = referenceTable('odb-2014-datasets.csv');
  const published = referenceTable('odb-2014-published.csv');
  const answers = new Map<string, Record<string, Answer>>(published.map((row) => [row.iso3!, {}]));
  for (const mark of marks) Object.assign(answers.get(alpha3(mark))!, statedBy(mark));
  for (const row of referenceTable('odb-2014-expert-scores.csv')) {
    const scores = EXPERT_ITEMS.map((item): [string, Answer] => [item.toUpperCase(), { value: Number(row[item]) }]);
    Object.assign(answers.get(row.iso3!)!, Object.fromEntries(scores));
  }
  const { framework, method, questionnaire } = definitionOf('odb-2014');
  const opened = openIndex({
    framework,
    method,
    outline: outlineOf(questionnaire!),
    countries: [...answers.keys()],
    answers,
    given: published.flatMap((row) =>
      Object.entries(READINESS).map(([node, column]) => ({ country: row.iso3!, node, value: Number(row[column]) })),
    ),
    groups: [],
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  return { marks, published, computation: opened.value };
}

/** NA is Namibia. */
const alpha3 = (row: Row): string => countries.alpha2ToAlpha3(row.iso2!) ?? `unknown ${row.iso2}`;

/**
 * A mark's points tell the answer: earned is yes, a cost is no, nothing is no. Being current is asked only of data that are
 * online, and earns nothing while they are not machine-readable; nothing earned by machine-readable data is no answer.
 */
function statedBy(mark: Row): Answers {
  const answers: Record<string, Answer> = {};
  for (const [column, part] of PARTS) {
    const points = Number(mark[column]);
    const key = `${mark.dataset}/${part}`;
    if (part !== 'current') answers[key] = { value: points > 0 ? 'yes' : 'no' };
    else if (points !== 0) answers[key] = { value: points > 0 ? 'yes' : 'no' };
    else if (Number(mark.b_online) > 0 && Number(mark.c_machine) === 0) answers[key] = { value: 'yes' };
  }
  return answers;
}
