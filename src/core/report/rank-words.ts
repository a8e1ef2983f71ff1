/**
 * Ranks in words and in tables, with ties always stated: "3rd of 40", "joint 32nd of 40", "32=". Where a rank is not sure
 * enough for a place of its own, the words name the ranks it lies among: "among the first five of 40".
 * Must never: show a shared rank as if it were held alone, or name a place that the edition's limit refuses.
 */
import type { Words } from '../text/words.js';
import type { Place } from './places.js';
import type { Scores, Standing } from './scores.js';
import { intervalOf, type RankInterval } from './strength.js';

/** For table cells and chart labels: `3`, `32=`; '' without a rank. */
export function rankMark(words: Words, standing: Pick<Standing, 'rank' | 'tied'>): string {
  if (standing.rank === null) return '';
  const rank = words.number(standing.rank, Number.isInteger(standing.rank) ? 0 : 1);
  return standing.tied ? words.say('report.rank.tied-mark', { rank }) : rank;
}

/** "3rd of 40", "among the first five of 40", "between 8th and 15th of 40"; undefined without a rank. */
export function rankPhrase(scores: Scores, place: Place, country: string): string | undefined {
  const { words } = scores.material;
  const { rank, tied, of } = scores.at(place, country);
  if (rank === null) return undefined;
  const reach = refusedReach(scores, place, country);
  if (reach !== undefined) return reachWords(words, reach, of);
  return words.say(tied ? 'report.rank.joint' : 'report.rank.alone', { rank: words.ordinal(rank), of });
}

/** Whether "third" may be said of the country here: so where nothing speaks against it. */
export const isPlaceAllowed = (scores: Scores, place: Place, country: string): boolean =>
  refusedReach(scores, place, country) === undefined;

/**
 * The ranks from the best to the worst of interval and nominal rank, where they span more than the edition's limit. The nominal
 * rank counts too, for an analysis may hardly ever find the country there.
 */
function refusedReach({ material, at }: Scores, place: Place, country: string): RankInterval | undefined {
  const interval = intervalOf(material, country, place.id);
  const { rank } = at(place, country);
  if (material.robustness === undefined || interval === undefined || rank === null) return undefined;
  const low = Math.min(interval.low, Math.floor(rank));
  const high = Math.max(interval.high, Math.ceil(rank));
  return high - low > material.robustness.widest ? { low, high } : undefined;
}

/** More ranks than these at one end are not counted in words. */
const MOST_IN_WORDS = 12;

/** By the end it lies at, where it fills more than half of the ranks up to there; else by both of its ends. */
function reachWords(words: Words, { low, high }: RankInterval, of: number): string {
  const isAtEnd = (count: number): boolean => count <= MOST_IN_WORDS && count * 2 <= of && (high - low + 1) * 2 > count;
  if (isAtEnd(high)) return words.say('report.rank.among-first', { count: high, of });
  const fromLast = of - low + 1;
  if (isAtEnd(fromLast)) return words.say('report.rank.among-last', { count: fromLast, of });
  return words.say('report.rank.between', { low: words.ordinal(low), high: words.ordinal(high), of });
}
