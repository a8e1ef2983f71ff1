/**
 * What a comparison says in its title and lead: who leads on which pillar, and where the countries are furthest apart.
 * Must never: call a country ahead that another equals.
 */
import { figureOf, shown } from './figure.js';
import { groupName } from './mean-words.js';
import { inSentence, type Place } from './places.js';
import type { Scores } from './scores.js';
import { isSureLead } from './sure-lead.js';

const EQUAL = 1e-9;

export function comparisonTitle(scores: Scores, countries: readonly string[]): string {
  const { words, nameOf } = scores.material;
  const scored = countries.filter((country) => scores.at(scores.index, country).score !== null);
  const all = words.list(countries.map(nameOf));
  if (scored.length === 0) return words.say('report.comparison.title.none', { countries: all });
  if (scored.length === 1) return aloneTitle(scores, countries);
  const places = scores.pillars.length === 0 ? [scores.index] : scores.pillars;
  const led = countries
    .map((country) => ({ country, on: places.filter((place) => leaderAt(scores, place, countries) === country) }))
    .filter(({ on }) => on.length > 0);
  const [first] = led;
  if (first === undefined) return words.say('report.comparison.title.level', { countries: all });
  const complete = places.every((place) => countries.every((country) => scores.at(place, country).score !== null));
  const sure = led.every(({ country, on }) =>
    on.every((place) => isSureLead(scores, place, { leader: country, countries })),
  )
    ? 'yes'
    : 'no';
  if (complete && first.on.length === places.length) {
    const others = words.list(countries.filter((country) => country !== first.country).map(nameOf));
    const level = scores.material.framework.levels[1]?.name ?? '';
    return words.say('report.comparison.title.all', { country: nameOf(first.country), others, level, sure });
  }
  const items = led.map(({ country, on }, i) =>
    words.say(`report.comparison.${i === 0 ? 'leads-on' : 'also-on'}`, {
      country: nameOf(country),
      places: words.list(on.map(inSentence)),
      sure,
    }),
  );
  // Where a country leads on several, a list of lists would need two kinds of "and".
  return led.some(({ on }) => on.length > 1) ? items.join('; ') : words.list(items);
}

/** One score beside gaps is no comparison, and no tie either. */
function aloneTitle(scores: Scores, countries: readonly string[]): string {
  const { words, nameOf } = scores.material;
  const isScored = (country: string): boolean => scores.at(scores.index, country).score !== null;
  const absent = countries.filter((country) => !isScored(country)).map(nameOf);
  const scored = words.list(countries.filter(isScored).map(nameOf));
  return words.say('report.comparison.title.alone', { scored, absent: words.list(absent), count: absent.length });
}

export function comparisonLead(scores: Scores, countries: readonly string[]): string {
  const { words, nameOf } = scores.material;
  const scored = countries.filter((country) => scores.at(scores.index, country).score !== null);
  const each = scored.map((country) =>
    words.say('report.comparison.scored', {
      country: nameOf(country),
      score: figureOf(scores, scores.index, country).text,
    }),
  );
  const mean = scores.mean(scores.index);
  const group = groupName(scores.material);
  const sentences = [
    ...(each.length === 0 ? [] : [words.say('report.comparison.lead.index', { scores: words.list(each) })]),
    ...(mean === undefined
      ? []
      : [
          words.say('report.comparison.lead.mean', {
            group,
            mean: shown(scores.material, scores.index.id, mean.presented),
          }),
        ]),
    ...widestSentence(scores, countries),
    ...absentSentence(scores, countries),
  ];
  return sentences.join(' ');
}

/** The one country that is ahead of all others here; undefined where two stand level or only one has a score. */
export function leaderAt(scores: Scores, place: Place, countries: readonly string[]): string | undefined {
  const sorted = scoredAt(scores, place, countries);
  const [first, second] = sorted;
  if (first === undefined || second === undefined) return undefined;
  return first.score - second.score > EQUAL ? first.country : undefined;
}

/** Those with the highest score here, where not all stand level. */
export function bestAt(scores: Scores, place: Place, countries: readonly string[]): readonly string[] {
  const sorted = scoredAt(scores, place, countries);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined || first.score - last.score < EQUAL) return [];
  return sorted.filter(({ score }) => first.score - score < EQUAL).map(({ country }) => country);
}

export interface Gap {
  readonly place: Place;
  readonly width: number;
  readonly high: string;
  readonly low: string;
}

/** The main nodes by how far the countries lie apart there, widest first; without those where all stand level. */
export function widestGaps(scores: Scores, countries: readonly string[]): readonly Gap[] {
  return scores.main
    .flatMap((place): readonly Gap[] => {
      const sorted = scoredAt(scores, place, countries);
      const [first, last] = [sorted[0], sorted.at(-1)];
      if (first === undefined || last === undefined) return [];
      return [{ place, width: first.score - last.score, high: first.country, low: last.country }];
    })
    .filter(({ width }) => width > EQUAL)
    .sort((a, b) => b.width - a.width);
}

function scoredAt(
  scores: Scores,
  place: Place,
  countries: readonly string[],
): readonly { country: string; score: number }[] {
  return countries
    .flatMap((country) => {
      const { score } = scores.at(place, country);
      return score === null ? [] : [{ country, score }];
    })
    .sort((a, b) => b.score - a.score);
}

function absentSentence(scores: Scores, countries: readonly string[]): readonly string[] {
  const { words, nameOf } = scores.material;
  const absent = countries.filter((country) => scores.at(scores.index, country).score === null).map(nameOf);
  if (absent.length === 0) return [];
  return [words.say('report.comparison.lead.absent', { countries: words.list(absent), count: absent.length })];
}

function widestSentence(scores: Scores, countries: readonly string[]): readonly string[] {
  const [widest] = widestGaps(scores, countries);
  if (widest === undefined) return [];
  const { words, nameOf } = scores.material;
  return [
    words.say('report.comparison.lead.widest', {
      node: inSentence(widest.place),
      high: nameOf(widest.high),
      highScore: figureOf(scores, widest.place, widest.high).text,
      low: nameOf(widest.low),
      lowScore: figureOf(scores, widest.place, widest.low).text,
    }),
  ];
}
