/**
 * How sure a rank is, looked up in the last analysis of just these results: its interval, its tier, and who is ahead
 * of whom. Undefined throughout where nothing was analysed or the country or node is not in it.
 * Must never: take an interval for what the sources print, or make up one that no analysis has given.
 */
import type { Analysis, CellStrength } from '../robustness/edition/robustness.js';
import type { Words } from '../text/words.js';
import type { Material } from './material.js';

/** Whole ranks, shown outward: those that 90 % of the replications lie within. */
export interface RankInterval {
  readonly low: number;
  readonly high: number;
}

/** The analysis whose intervals stand beside the ranks. */
export const firstAnalysis = ({ robustness }: Material): Analysis | undefined => robustness?.result.analyses[0];

/** Score and rank of a country at an aggregate (the index where none is named) over the replications of an analysis. */
export function strengthOf(
  { robustness, framework }: Material,
  country: string,
  { node = framework.index.id, analysis = 0 }: { readonly node?: string; readonly analysis?: number } = {},
): CellStrength | undefined {
  if (robustness === undefined) return undefined;
  const { aggregates, countries, analyses } = robustness.result;
  return analyses[analysis]?.nodes[aggregates.indexOf(node)]?.[countries.indexOf(country)];
}

/** From the 5th to the 95th percentile of the rank. Undefined, too, where the country never had one. */
export function intervalOf(material: Material, country: string, node?: string): RankInterval | undefined {
  return intervalOfCell(strengthOf(material, country, node === undefined ? {} : { node }));
}

export function intervalOfCell(cell: CellStrength | undefined): RankInterval | undefined {
  const { p05 = null, p95 = null } = cell?.rank ?? {};
  return p05 === null || p95 === null ? undefined : { low: Math.floor(p05), high: Math.ceil(p95) };
}

/** "2–5"; "3" where it does not move. */
export function intervalText(words: Words, { low, high }: RankInterval): string {
  const [from, to] = [words.number(low, 0), words.number(high, 0)];
  return low === high ? from : words.say('report.strength.interval', { from, to });
}

/** 1 for the first tier of the index. */
export function tierOf(material: Material, country: string): number | undefined {
  const analysis = firstAnalysis(material);
  return analysis === undefined ? undefined : tierIn(analysis, country);
}

/** The same of any analysis. */
export function tierIn({ tiers }: Pick<Analysis, 'tiers'>, country: string): number | undefined {
  const at = tiers.findIndex((tier) => tier.includes(country));
  return at < 0 ? undefined : at + 1;
}

/** Share of the replications with ranks of both (0–1) in which a stands ahead of b, without ties; null where never both. */
export function aheadShare(material: Material, a: string, b: string): number | null | undefined {
  const analysis = firstAnalysis(material);
  const countries = material.robustness?.result.countries ?? [];
  return analysis === undefined ? undefined : aheadShareIn(analysis, countries.indexOf(a), countries.indexOf(b));
}

/** The same of any analysis, by rows of its tables. */
export function aheadShareIn({ ahead, both }: Analysis, a: number, b: number): number | null | undefined {
  const [won, of] = [ahead[a]?.[b], both[a]?.[b]];
  if (won === undefined || of === undefined) return undefined;
  return of === 0 ? null : won / of;
}
