/**
 * Source: OECD 2017 OURdata Index, OECD Working Papers on Public Governance 30 (doi 10.1787/2807d3c8-en): index, pillars and
 * sub-pillars of 35 countries and the OECD mean, measured from its charts; correlations between pillars as printed.
 * Tolerance: index and pillars from sub-pillars within 0.001 (sub-pillars are read to ±0.0015, and their errors average out),
 * the OECD row within 0.0005, correlations to the two decimals printed.
 */
import { describe, expect, it } from 'vitest';
import { correlation } from '../../src/core/statistics/correlation.js';
import { editionOf, recompute, scoresOf } from './definition-of.js';

const edition = editionOf('ourdata-2017');
const computation = recompute(edition);
const { results } = computation;
const published = edition.figures?.published ?? [];

describe('OURdata 2017, recomputed from its nine sub-pillars', () => {
  it.each(['index', '1', '2', '3'])('gives %s of all 35 countries within 0.001', (node) => {
    const figures = published.filter((figure) => figure.node === node);
    expect(figures).toHaveLength(35);
    const scores = scoresOf(computation, node);
    const off = figures.filter(
      ({ country, value }) => !(Math.abs((scores.get(country) ?? Number.NaN) - value) <= 0.001),
    );
    expect(off).toEqual([]);
  });

  it('gives the OECD row as the mean of its 32 members within 0.0005, without Colombia, Lithuania and Peru', () => {
    const group = results.groups.find(({ id }) => id === 'oecd');
    const members = edition.groups.find(({ id }) => id === 'oecd')?.countries ?? [];
    expect(members).toHaveLength(32);
    expect(members.filter((country) => ['COL', 'LTU', 'PER'].includes(country))).toEqual([]);
    const rows = edition.figures?.publishedGroups.filter(({ group: id }) => id === 'oecd') ?? [];
    expect(rows.map(({ node }) => node)).toEqual(expect.arrayContaining(['index', '1', '2', '3', '1.1', '3.3']));
    for (const { node, value } of rows) {
      const place = results.nodes.findIndex(({ id }) => id === node);
      expect(Math.abs((group?.mean[place] ?? Number.NaN) - value), node).toBeLessThanOrEqual(0.0005);
      expect(group?.members[place]).toBe(32);
    }
  });

  it('ranks the countries as their published totals do', () => {
    const totals = published.filter(({ node }) => node === 'index');
    const ranks = results.nodes[0]?.rank ?? [];
    const differing = totals.filter(({ country, value }) => {
      const above = totals.filter((other) => other.value > value).length;
      return ranks[results.countries.indexOf(country)] !== above + 1;
    });
    expect(differing).toEqual([]);
  });

  it.each([
    ['1', '2', '0.68'],
    ['1', '3', '0.72'],
    ['2', '3', '0.70'],
  ])('finds pillars %s and %s correlated as printed: %s', (one, other, printed) => {
    const [xs, ys] = [one, other].map((node) => [...scoresOf(computation, node).values()].map(Number));
    expect(xs).toHaveLength(35);
    expect(correlation(xs ?? [], ys ?? []).toFixed(2)).toBe(printed);
  });
});
