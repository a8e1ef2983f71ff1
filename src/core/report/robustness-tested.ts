/**
 * What every section of the robustness report reads: the results, the analysis of just these results, and how both are spoken of.
 * Must never: analyse anything anew, or pass a figure of the analysis off for one that the source prints.
 */
import type { Analysis, Robustness } from '../robustness/edition/robustness.js';
import { rank } from '../statistics/rank.js';
import { computedHere } from './figure.js';
import type { Material, RankStrength } from './material.js';
import { rankMark } from './rank-words.js';
import { readScores, type Scores } from './scores.js';
import { intervalOfCell, type RankInterval } from './strength.js';

export interface Tested {
  readonly scores: Scores;
  readonly result: Robustness;
  readonly widest: RankStrength['widest'];
  /** The one that stands beside the ranks. */
  readonly first: Analysis;
  /** Those of the analysis that are ranked, best first, then the others by code. */
  readonly countries: readonly string[];
  /** Those of them that had a rank in a replication. */
  readonly ranked: readonly string[];
  /** Row of a country in the tables of the analysis. */
  readonly rowOf: (country: string) => number;
  /** By row: rank on scores before rounding, ties sharing the lowest, as the analysis ranks. */
  readonly nominal: readonly (number | null)[];
}

/** Undefined where nothing was analysed. */
export function testedOf(material: Material): Tested | undefined {
  const { robustness } = material;
  const first = robustness?.result.analyses[0];
  if (robustness === undefined || first === undefined) return undefined;
  const scores = readScores(material);
  const { result, widest } = robustness;
  const rows = new Map(result.countries.map((country, row) => [country, row]));
  const ranked = scores.ranked(scores.index).filter((country) => rows.has(country));
  const others = result.countries.filter((country) => !ranked.includes(country));
  const rowOf = (country: string): number => rows.get(country) ?? -1;
  const countries = [...ranked, ...others];
  return {
    scores,
    result,
    widest,
    first,
    countries,
    ranked: countries.filter((country) => (first.nodes[0]?.[rowOf(country)]?.present ?? 0) > 0),
    rowOf,
    nominal: nominalRanks(scores, result),
  };
}

function nominalRanks({ material: { results, method } }: Scores, { countries }: Robustness): Tested['nominal'] {
  const column = new Map(results.countries.map((country, at) => [country, at]));
  const scores = countries.map((country) => results.nodes[0]?.score[column.get(country) ?? -1] ?? Number.NaN);
  return Array.from(rank(scores, 'lowest', method.ranking.tolerance), (one) => (Number.isNaN(one) ? null : one));
}

/** The caption of a table, which says of a published edition who computed it. */
export const captionOf = (tested: Tested, caption: string): string =>
  tested.scores.material.words.say('report.robustness.caption', { caption, kind: computedHere(tested.scores) });

export const countryName = ({ scores: { material } }: Tested, country: string): string => material.nameOf(country);

export function officialRank(
  { scores }: Tested,
  country: string,
): { readonly mark: string; readonly rank: number | null } {
  const standing = scores.at(scores.index, country);
  return { mark: rankMark(scores.material.words, standing), rank: standing.rank };
}

/** Of the index, in an analysis. */
export const cellOf = (tested: Tested, analysis: Analysis, country: string) =>
  analysis.nodes[0]?.[tested.rowOf(country)];

export const intervalIn = (tested: Tested, analysis: Analysis, country: string): RankInterval | undefined =>
  intervalOfCell(cellOf(tested, analysis, country));

/** The measure of a section, which says of a published edition who computed it. */
export function measureOf(tested: Tested, section: string): string {
  const { scores, first } = tested;
  const runs = scores.material.words.number(first.runs - first.failed, 0);
  return scores.material.words.say(`report.robustness.${section}.measure`, { runs, kind: computedHere(scores) });
}

/** 0.974 → "97 %"; what is more than none and less than all is never shown as either. */
export function shareText({ scores: { material } }: Tested, share: number): string {
  const { words } = material;
  const percent = share > 0 && share < 1 ? Math.min(99, Math.max(1, Math.round(share * 100))) : share * 100;
  const more = share > 0 && share < 0.005 ? 'less' : share > 0.995 && share < 1 ? 'more' : 'no';
  return words.say('report.robustness.share', { value: words.number(percent, 0), more });
}
