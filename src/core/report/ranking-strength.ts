/**
 * How sure a ranking is, as its chart shows it: the interval of each row, and where one tier ends and the next begins.
 * Must never: part two rows where somebody above stands in a later tier than somebody below.
 */
import type { RankingChart, RankingRow } from './chart.js';
import { isPlaceAllowed } from './rank-words.js';
import type { Scores } from './scores.js';
import { firstAnalysis, intervalOf, intervalText, tierOf } from './strength.js';

interface RankingStrength {
  readonly intervals: NonNullable<RankingChart['intervals']>;
  readonly description: string;
  readonly rowOf: (country: string) => Pick<RankingRow, 'interval' | 'opensTier'>;
}

/** @param ranked the rows in their order; undefined where nothing was analysed */
export function rankingStrength(scores: Scores, ranked: readonly string[]): RankingStrength | undefined {
  const { material } = scores;
  const analysis = firstAnalysis(material);
  if (analysis === undefined) return undefined;
  const opening = new Set(openingRows(ranked.map((country) => tierOf(material, country))));
  const wide = ranked.filter((country) => !isPlaceAllowed(scores, scores.index, country)).length;
  const highest = ranked.map((country) => intervalOf(material, country)?.high ?? 1);
  return {
    intervals: { label: material.words.say('report.sure.chart'), last: Math.max(ranked.length, ...highest) },
    description: material.words.say('report.sure.description', { tiers: analysis.tiers.length, wide }),
    rowOf: (country) => ({
      ...intervalRow(scores, country),
      ...(opening.has(ranked.indexOf(country)) ? { opensTier: true } : {}),
    }),
  };
}

function intervalRow({ material, at, index }: Scores, country: string): Pick<RankingRow, 'interval'> {
  const interval = intervalOf(material, country);
  const { rank } = at(index, country);
  if (interval === undefined || rank === null) return {};
  return { interval: { rank, ...interval, shown: intervalText(material.words, interval) } };
}

/** Rows before which all have an earlier tier than all from there on. */
function openingRows(tiers: readonly (number | undefined)[]): readonly number[] {
  const earliest: number[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const tier of tiers.toReversed()) {
    least = Math.min(least, tier ?? least);
    earliest.unshift(least);
  }
  let last = Number.NEGATIVE_INFINITY;
  return tiers.flatMap((tier, row) => {
    const opens = row > 0 && last < (earliest[row] ?? last);
    last = Math.max(last, tier ?? last);
    return opens ? [row] : [];
  });
}
