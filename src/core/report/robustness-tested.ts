/**
 * What every section of the robustness report reads: the results, the analysis of just these results, and its figures as cells.
 * Must never: analyse anything anew, or pass a figure of the analysis off for one that the source prints.
 */
import type { Analysis, Robustness, Spread } from '../robustness/edition/robustness.js';
import { rank } from '../statistics/rank.js';
import type { Cell } from './document.js';
import type { Material, RankStrength } from './material.js';
import type { Place } from './places.js';
import { rankMark } from './rank-words.js';
import { decimalsOf, isRescaled, readScores, type Scores } from './scores.js';
import { intervalOfCell, intervalText, type RankInterval } from './strength.js';

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

/** "recomputed" where the figures below are the source's own. */
export const computedHere = ({ scores: { material } }: Tested): 'recomputed' | 'computed' =>
  material.edition.kind === 'published' ? 'recomputed' : 'computed';

/** The caption of a table, which says of a published edition who computed it. */
export const captionOf = (tested: Tested, caption: string): string =>
  tested.scores.material.words.say('report.robustness.caption', { caption, kind: computedHere(tested) });

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

/** Decimals of scores on the scale they are computed on. */
function decimalsAt({ scores: { material } }: Tested, place: Place): number {
  return isRescaled(material, place.id) ? 3 : decimalsOf(material, place.id);
}

/** 0.974 → "97 %"; what is more than none and less than all is never shown as either. */
export function shareText({ scores: { material } }: Tested, share: number): string {
  const { words } = material;
  const percent = share > 0 && share < 1 ? Math.min(99, Math.max(1, Math.round(share * 100))) : share * 100;
  const more = share > 0 && share < 0.005 ? 'less' : share > 0.995 && share < 1 ? 'more' : 'no';
  return words.say('report.robustness.share', { value: words.number(percent, 0), more });
}

export const never = ({ scores: { material } }: Tested): Cell => ({
  text: '',
  why: material.words.say('report.robustness.why.never'),
});

export function intervalCell(tested: Tested, interval: RankInterval | undefined): Cell {
  const { words } = tested.scores.material;
  return interval === undefined ? never(tested) : { text: intervalText(words, interval), strong: true };
}

/** A rank between two is shown with one decimal. */
export function medianCell(tested: Tested, { median }: Spread): Cell {
  if (median === null) return never(tested);
  const { words } = tested.scores.material;
  const text = words.number(median, Number.isInteger(median) ? 0 : 1);
  return { text, value: median };
}

/** "0.61 to 0.74", on the scale scores are computed on. */
export function scoreRangeCell(tested: Tested, { p05, p95 }: Spread): Cell {
  if (p05 === null || p95 === null) return never(tested);
  const { words } = tested.scores.material;
  const decimals = decimalsAt(tested, tested.scores.index);
  const text = words.say('report.robustness.range', {
    from: words.number(p05, decimals),
    to: words.number(p95, decimals),
  });
  return { text };
}

export function tierCell(tested: Tested, { tiers }: Analysis, country: string): Cell {
  const at = tiers.findIndex((tier) => tier.includes(country));
  if (at < 0) return never(tested);
  return { text: tested.scores.material.words.number(at + 1, 0), value: at + 1 };
}

export function officialCell(tested: Tested, country: string): Cell {
  const { mark, rank: value } = officialRank(tested, country);
  const { words } = tested.scores.material;
  return value === null ? { text: '', why: words.say('report.robustness.why.unranked') } : { text: mark, value };
}
