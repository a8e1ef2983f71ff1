/**
 * Source: OECD Public Governance Policy Paper on the 2023 OURdata Index (doi 10.1787/a37f51c3-en): pillars and sub-pillars
 * of 40 countries and the OECD mean, three totals, two decimals.
 * Tolerance: pillars within 0.01 (two roundings of half a unit), and exactly 106 of 120 equal after rounding: the sub-pillars
 * were rounded before they were printed, so a recomputed figure and a published one are different things.
 */
import { describe, expect, it } from 'vitest';
import { editionOf, recompute, scoresOf } from './definition-of.js';

const edition = editionOf('ourdata-2023');
const computation = recompute(edition);
const { results } = computation;
const published = edition.figures?.published ?? [];
const index = results.nodes.find(({ id }) => id === 'index');

describe('OURdata 2023, recomputed from its nine sub-pillars', () => {
  it('gives the 120 pillars within 0.01, and 106 of them equal after rounding', () => {
    const pillars = published.filter(({ node }) => ['1', '2', '3'].includes(node));
    expect(pillars).toHaveLength(120);
    const compared = pillars.map(({ country, node, value }) => {
      const row = results.countries.indexOf(country);
      const recomputed = results.nodes.find(({ id }) => id === node);
      const distance = Math.abs((recomputed?.score[row] ?? Number.NaN) - value);
      return { distance, isEqual: recomputed?.presented[row] === value.toFixed(2) };
    });
    expect(Math.max(...compared.map(({ distance }) => distance))).toBeLessThanOrEqual(0.01);
    expect(compared.filter(({ isEqual }) => isEqual)).toHaveLength(106);
  });

  it.each([
    ['KOR', '0.91'],
    ['FRA', '0.83'],
    ['POL', '0.79'],
  ])('shows %s with the published total %s', (country, total) => {
    expect(index?.presented[results.countries.indexOf(country)]).toBe(total);
    expect(published.find((figure) => figure.country === country && figure.node === 'index')?.value.toFixed(2)).toBe(
      total,
    );
  });

  it('shows the OECD mean of the 36 members as 0.48', () => {
    const group = results.groups.find(({ id }) => id === 'oecd');
    expect(group?.members[0]).toBe(36);
    expect(group?.presented[0]).toBe('0.48');
  });

  it('lets Australia and New Zealand share a rank', () => {
    const rankOf = (country: string) => index?.rank[results.countries.indexOf(country)];
    expect(rankOf('AUS')).not.toBeNull();
    expect(rankOf('AUS')).toBe(rankOf('NZL'));
    expect([...(index?.rank ?? [])].filter((rank) => rank === rankOf('AUS'))).toHaveLength(2);
  });

  it('would give Poland 0.78 from its rounded pillars: nothing is rounded on the way', () => {
    const pillars = ['1', '2', '3'].map((node) => published.find((one) => one.country === 'POL' && one.node === node));
    const fromRounded = pillars.reduce((sum, pillar) => sum + (pillar?.value ?? Number.NaN), 0) / 3;
    expect(fromRounded.toFixed(2)).toBe('0.78');
    expect(scoresOf(computation, 'index').get('POL')).toBeGreaterThanOrEqual(0.785);
  });
});
