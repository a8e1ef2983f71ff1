/**
 * What is measured and what was published, against the reference tables: every indicator of 2017 under its parameter with its
 * question, rule and tags; every published figure as it was taken over; every average over its named countries.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { IndicatorRule, Node } from '../../src/core/scoring/framework.js';
import { definitionOf, editionOf } from '../oracles/definition-of.js';
import { hasReference, needsReference, type Row, referenceTable } from '../oracles/reference-table.js';

const tables = hasReference || process.env.CI !== undefined;

/** The rule in the words of the table's `score_rule` column. */
const SCORES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  requirement: { whole: 1, some: 0.5, none: 0 },
  frequency: { often: 1, sometimes: 0.75, rarely: 0.25, never: 0 },
  share: { all: 1, most: 0.75, some: 0.25, none: 0 },
};

function ruleFor({ id, type = '' }: Row): Partial<IndicatorRule> {
  if (id === 'i96') return { type: 'reversed' };
  if (type === 'multi-select') return { type: 'equal-shares' };
  if (type === 'number') return { type: 'graded', fence: 1.5, near: 0.75 };
  if (type === 'hvd') return { type: 'link-required', score: 1 };
  return { type: 'map', scores: SCORES[type] ?? { yes: 1, no: 0 } };
}

describe.skipIf(!tables)(`the framework of 2017 (${needsReference})`, () => {
  const placed = new Map<string, { node: Node; path: readonly string[] }>();
  const visit = (node: Node, path: readonly string[]): void => {
    if (node.indicator !== undefined) placed.set(node.id, { node, path });
    for (const child of node.children) visit(child, [...path, node.id]);
  };
  visit(definitionOf('ourdata-2017').framework.index, []);

  it('holds exactly the indicators of the table, each in its place with its question and its tags', () => {
    const rows = referenceTable('ourdata-2017-items.csv');
    const seen = [...placed].map(([id, { node, path }]) => ({
      id,
      path,
      question: node.indicator?.question,
      part: node.indicator?.part,
      tags: node.indicator?.tags,
    }));
    expect(seen).toEqual(
      rows.map((row) => ({
        id: row.id,
        path: ['index', row.pillar, row.sub_pillar, row.parameter],
        question: row.question,
        part: row.part,
        tags: row.charter?.split(';'),
      })),
    );
  });

  it('scores each of them by the rule of the table', () => {
    for (const row of referenceTable('ourdata-2017-items.csv')) {
      expect(placed.get(row.id ?? '')?.node.indicator?.rule, row.id).toMatchObject(ruleFor(row));
    }
  });
});

describe('the framework of 2017', () => {
  it('puts every indicator under one principle of the charter at least', () => {
    const { framework } = definitionOf('ourdata-2017');
    const tags = framework.rollUps.flatMap(({ nodes }) => nodes.flatMap((node) => node.tags));
    const untagged: string[] = [];
    const visit = (node: Node): void => {
      if (node.indicator !== undefined && !node.indicator.tags.some((tag) => tags.includes(tag)))
        untagged.push(node.id);
      node.children.forEach(visit);
    };
    visit(framework.index);
    expect(untagged).toEqual([]);
    expect(framework.rollUps[0]?.nodes).toHaveLength(7);
  });
});

describe.each(['ourdata-2017', 'ourdata-2023'])('the figures of %s', (id) => {
  const { figures, countries, groups } = editionOf(id);

  it.skipIf(!tables)(`are those of the reference table, digit for digit (${needsReference})`, () => {
    const carried: Row[] = parse(readFileSync(`data/editions/${id}.csv`), { columns: true });
    const table = referenceTable(`${id}-published.csv`);
    expect(carried.map(({ country, index, ...rest }) => ({ country, total: index, ...rest }))).toEqual(
      table.map((row) => (row.country === 'OECD' ? { ...row, country: 'group:oecd' } : row)),
    );
  });

  it('feed the engine by nine sub-pillars of each country and keep the rest beside it', () => {
    expect(figures?.given).toHaveLength(9 * countries.length);
    expect(new Set(figures?.given.map(({ node }) => node.length))).toEqual(new Set([3]));
    expect(figures?.published.filter(({ node }) => node.includes('.'))).toEqual([]);
  });

  it('are averaged over the countries that the publication names', () => {
    const members = new Map(groups.map((group) => [group.id, group.countries]));
    const without = countries.filter((country) => !members.get('oecd')?.includes(country));
    const expected = { 'ourdata-2017': ['COL', 'LTU', 'PER'], 'ourdata-2023': ['BRA', 'HRV', 'PER', 'ROU'] }[id];
    expect([...without].sort()).toEqual(expected);
    expect(members.get('eu')).toHaveLength(id === 'ourdata-2017' ? 21 : 23);
    expect(members.get('eu')?.includes('GBR')).toBe(id === 'ourdata-2017');
  });
});
