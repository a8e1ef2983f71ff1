/**
 * Source: ourdata-2017-weight-sensitivity.csv of the reference folder: 5th and 95th percentile of the total of each of the 35 countries
 * of the OECD 2017 OURdata Index under random weights of the three pillars, as its authors drew them (OECD Working Papers on Public
 * Governance 30, doi 10.1787/2807d3c8-en): independent U(0, 1) over their sum; simulated by others, and read off the published
 * chart for nine countries.
 * Tolerance: within 0.01, as the table states.
 */
import { describe, expect, it } from 'vitest';
import { openScenarios } from '../../src/core/robustness/scenarios/open-scenarios.js';
import { uncertaintyOf } from '../../src/core/robustness/uncertainty/uncertainty.js';
import { givenColumns } from '../../src/core/scoring/given-columns.js';
import { leafColumns } from '../../src/core/scoring/leaf-columns.js';
import { editionOf, recompute } from './definition-of.js';
import { hasReference, needsReference, referenceTable } from './reference-table.js';

/** 20,000 draws of the weights of the pillars alone: score and rank of the index by country. */
function drawn() {
  const { input, plan, results } = recompute(editionOf('ourdata-2017'));
  const { countries } = results;
  const rowOf = new Map(countries.map((country, row) => [country, row]));
  const given = givenColumns(plan, rowOf, input.given);
  if (!given.ok) throw new Error(JSON.stringify(given.problems));
  const leaves = leafColumns(plan, {
    readings: countries.map(() => new Map()),
    isWithheld: countries.map(() => false),
    given: given.value,
  });
  const pillars = plan.nodes.filter(({ parent }) => parent === 0);
  const scenarios = openScenarios(
    {
      framework: input.framework,
      method: input.method,
      columns: { rows: countries.length, leaves, given: given.value, rowOf },
      companions: { denominators: new Map(), groupings: new Map() },
      countries,
    },
    [{ kind: 'weights', how: { type: 'uniform' }, nodes: pillars.map(({ node }) => node.id) }],
  );
  if (!scenarios.ok) throw new Error(JSON.stringify(scenarios.problems));
  expect(scenarios.value.layout.weighed).toEqual(pillars.map(({ place }) => place));
  expect(pillars).toHaveLength(3);
  const found = uncertaintyOf(scenarios.value, {
    design: 'random',
    seed: 2017,
    count: 20_000,
    onProblem: 'stop',
    tolerance: input.method.ranking.tolerance,
  });
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return new Map(countries.map((country, row) => [country, found.value.nodes[0]?.[row]]));
}

// Where the tests must all run, a missing folder is a fault.
it.runIf(process.env.CI !== undefined)('the reference tables are there for the weights of OURdata 2017', () => {
  expect(hasReference, needsReference).toBe(true);
});

describe.skipIf(!hasReference)(
  `random pillar weights of OURdata 2017${hasReference ? '' : ` (${needsReference})`}`,
  () => {
    const rows = hasReference ? referenceTable('ourdata-2017-weight-sensitivity.csv') : [];
    const cells = hasReference ? drawn() : new Map<string, undefined>();

    it.each([
      ['p05', 'simulated', 35],
      ['p95', 'simulated', 35],
      ['p05', 'read_off_chart', 9],
      ['p95', 'read_off_chart', 9],
    ] as const)('come to the %s of the totals that was %s within 0.01, for all %i countries', (side, how, count) => {
      const stated = rows.filter((row) => row[`${side}_${how}`] !== '');
      expect(stated).toHaveLength(count);
      const off = stated.flatMap(({ iso3 = '', ...row }) => {
        const difference = Math.abs((cells.get(iso3)?.score[side] ?? Number.NaN) - Number(row[`${side}_${how}`]));
        return difference <= 0.01 ? [] : [`${iso3} by ${difference}`];
      });
      expect(off).toEqual([]);
    });

    it('keep the rank of every country within the ranks it can have, and move most of them', () => {
      const ranks = rows.map(({ iso3 = '' }) => cells.get(iso3)?.rank);
      expect(
        ranks.every((one) => one !== undefined && one.p05 >= 1 && one.p05 <= one.median && one.median <= one.p95),
      ).toBe(true);
      expect(ranks.filter((one) => (one?.p95 ?? 0) > (one?.p05 ?? 0)).length).toBeGreaterThan(17);
    });
  },
);
