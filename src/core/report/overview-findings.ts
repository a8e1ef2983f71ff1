/**
 * What the overview says in its titles: the findings of an edition, taken from its figures.
 * Must never: state a finding that some row of the table contradicts.
 */
import { shown } from './figure.js';
import { groupName } from './mean-words.js';
import { inSentence, type Place } from './places.js';
import { isPlaceAllowed } from './rank-words.js';
import { isRescaled, type Scores } from './scores.js';
import { firstAnalysis } from './strength.js';

/** Longer lists of leaders are counted, not named. */
const NAMED = 3;

export function overviewTitle(scores: Scores): string {
  const { words } = scores.material;
  const leaders = leadersOf(scores);
  if (leaders.length === 0) return words.say('report.overview.title.none');
  const lead = leadWords(scores, leaders);
  const weakest = weakestPillar(scores);
  if (weakest !== undefined && weakest.count * 2 > weakest.of) {
    const level = scores.material.framework.levels[1]?.name ?? '';
    const details = { lead, count: weakest.count, total: weakest.of, pillar: inSentence(weakest.pillar), level };
    return words.say('report.overview.title.weakest', details);
  }
  const above = aboveMean(scores);
  if (above === undefined) {
    if (!isLeadSure(scores, leaders)) return lead;
    const score = shown(scores.material, scores.index.id, scores.at(scores.index, leaders[0] ?? '').presented);
    return words.say('report.overview.title.leads', { lead, score });
  }
  return words.say('report.overview.title.above', { lead, ...above, group: groupName(scores.material) });
}

export function overviewLead(scores: Scores): string {
  const { words, edition } = scores.material;
  const took = words.say('report.overview.lead.countries', {
    count: scores.countries.length,
    scored: scores.ranked(scores.index).length,
    edition: edition.title,
  });
  const mean = scores.mean(scores.index);
  const [high, low] = extremes(scores, scores.pillars);
  if (mean === undefined) return took;
  const of = { group: groupName(scores.material), mean: shown(scores.material, scores.index.id, mean.presented) };
  if (high === undefined || low === undefined) return `${took} ${words.say('report.overview.lead.mean', of)}`;
  const pillars = {
    high: extremeNames(scores, high),
    highMean: high.text,
    low: extremeNames(scores, low),
    lowMean: low.text,
  };
  return `${took} ${words.say('report.overview.lead.pillars', { ...of, ...pillars })}`;
}

/** "17 of 40 countries are above the OECD mean" */
export function rankingTitle(scores: Scores): string {
  const { words } = scores.material;
  const above = aboveMean(scores);
  if (above === undefined) return words.say('report.overview.ranking.plain');
  return words.say('report.overview.ranking.title', { ...above, group: groupName(scores.material) });
}

/** The nodes with the highest mean and those with the lowest; those that look equal as shown are named together. */
export function extremes(
  scores: Scores,
  places: readonly Place[],
): readonly [Extreme | undefined, Extreme | undefined] {
  if (!areComparable(scores, places)) return [undefined, undefined];
  const means = places.flatMap((place) => {
    const mean = scores.mean(place);
    return mean === undefined
      ? []
      : [{ place, value: mean.value, text: shown(scores.material, place.id, mean.presented) }];
  });
  const sorted = means.toSorted((a, b) => b.value - a.value);
  const [high, low] = [sorted[0]?.text, sorted.at(-1)?.text];
  if (high === undefined || low === undefined || high === low) return [undefined, undefined];
  const alike = (text: string): Extreme => ({
    places: means.filter((mean) => mean.text === text).map((mean) => mean.place),
    text,
  });
  return [alike(high), alike(low)];
}

interface Extreme {
  readonly places: readonly Place[];
  readonly text: string;
}

/** "accessibility", "free-access policy and data made accessible" */
export const extremeNames = (scores: Scores, { places }: Extreme): string =>
  scores.material.words.list(places.map(inSentence));

/** "Korea leads"; where the place of one of them is not sure enough for that, who shares the first tier with them. */
function leadWords(scores: Scores, leaders: readonly string[]): string {
  const { material } = scores;
  if (isLeadSure(scores, leaders)) {
    const details = { leaders: names(scores, leaders), leaderCount: leaders.length };
    return material.words.say('report.overview.title.leaders', details);
  }
  const first = firstAnalysis(material)?.tiers[0] ?? [];
  const details = { leaders: names(scores, first), leaderCount: first.length };
  return material.words.say('report.overview.title.first-tier', details);
}

const isLeadSure = (scores: Scores, leaders: readonly string[]): boolean =>
  leaders.every((country) => isPlaceAllowed(scores, scores.index, country));

function names({ material: { words, nameOf } }: Scores, countries: readonly string[]): string {
  if (countries.length > NAMED) return words.say('report.countries', { count: countries.length });
  return words.list(countries.map(nameOf));
}

function leadersOf(scores: Scores): readonly string[] {
  const ranked = scores.ranked(scores.index);
  const best = scores.at(scores.index, ranked[0] ?? '').rank;
  return ranked.filter((country) => scores.at(scores.index, country).rank === best);
}

function aboveMean(scores: Scores): { readonly above: number; readonly total: number } | undefined {
  const mean = scores.mean(scores.index);
  const ranked = scores.ranked(scores.index);
  if (mean === undefined || ranked.length === 0) return undefined;
  const above = ranked.filter((country) => (scores.at(scores.index, country).score ?? 0) > mean.value + 1e-9);
  return { above: above.length, total: ranked.length };
}

/** The pillar that is the one lowest of most countries, among countries with a score on every pillar. */
function weakestPillar(
  scores: Scores,
): { readonly pillar: Place; readonly count: number; readonly of: number } | undefined {
  if (scores.pillars.length < 2 || !areComparable(scores, scores.pillars)) return undefined;
  const counts = new Map<Place, number>();
  let of = 0;
  for (const country of scores.ranked(scores.index)) {
    const found = scores.pillars.map((pillar) => ({ pillar, score: scores.at(pillar, country).score ?? Number.NaN }));
    if (found.some(({ score }) => Number.isNaN(score))) continue;
    of += 1;
    const [first, second] = found.toSorted((a, b) => a.score - b.score);
    if (first !== undefined && second !== undefined && second.score - first.score > 1e-9) {
      counts.set(first.pillar, (counts.get(first.pillar) ?? 0) + 1);
    }
  }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return most === undefined ? undefined : { pillar: most[0], count: most[1], of };
}

/** Scores of different nodes may be set against each other only on one scale. */
function areComparable(scores: Scores, places: readonly Place[]): boolean {
  const { material } = scores;
  const plain = (place: Place): boolean => (place.rule?.scale ?? { type: 'none' }).type === 'none';
  return material.method.scale !== null && places.every((place) => plain(place) && !isRescaled(material, place.id));
}
