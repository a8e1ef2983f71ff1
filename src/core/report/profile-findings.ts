/**
 * What a country profile says in its title and lead: rank, and on which pillars the country is ahead of the mean or behind.
 * Must never: call a country ahead or behind where it stands at the mean.
 */

import { blockersOf } from './blockers.js';
import { figureOf, shown } from './figure.js';
import { groupName } from './mean-words.js';
import { inSentence, type Place } from './places.js';
import { isPlaceAllowed, rankPhrase } from './rank-words.js';
import type { Scores } from './scores.js';
import { whyNoScore } from './why-no-score.js';

const EQUAL = 1e-9;

export function profileTitle(scores: Scores, country: string): string {
  const { words, nameOf } = scores.material;
  const name = { country: nameOf(country) };
  const standing = scores.at(scores.index, country);
  if (standing.score === null) {
    const gaps = blockersOf(scores, scores.index, country).length;
    const key = gaps > 1 && scores.material.edition.withheld[country] === undefined ? 'gaps' : 'none';
    return words.say(`report.profile.title.${key}`, { ...name, gaps, why: whyNoScore(scores, scores.index, country) });
  }
  const score = figureOf(scores, scores.index, country).text;
  const level = scores.material.framework.levels[scores.main[0]?.depth ?? 0]?.name ?? '';
  if (allAt(scores, country, scores.material.method.scale?.high)) {
    return words.say('report.profile.title.full', { ...name, score, level });
  }
  if (allAt(scores, country, scores.material.method.scale?.low)) {
    return words.say('report.profile.title.nothing', { ...name, score, level });
  }
  const place = placeWords(scores, country);
  return words.say(`report.profile.title.${directionOf(scores, country)}`, { ...place, ...sides(scores, country) });
}

export function profileLead(scores: Scores, country: string): string {
  const { words, nameOf } = scores.material;
  const standing = scores.at(scores.index, country);
  if (standing.score === null) return unscoredLead(scores, country);
  const mean = scores.mean(scores.index);
  const score = { country: nameOf(country), score: figureOf(scores, scores.index, country).text };
  if (mean === undefined) return words.say('report.profile.lead.alone', score);
  const group = { group: groupName(scores.material), mean: shown(scores.material, scores.index.id, mean.presented) };
  return `${words.say('report.profile.lead.score', { ...score, ...group })} ${countsSentence(scores, country)}`;
}

/** How many of the main nodes lie above the mean, and how many have the full mark. */
export function countsSentence(scores: Scores, country: string): string {
  const { above, below } = aheadAndBehind(scores, scores.main, country);
  const full = scores.main.filter((place) => isFull(scores, place, country)).length;
  const levels = scores.material.framework.levels[scores.main[0]?.depth ?? 0]?.plural ?? '';
  const total = scores.main.length;
  return scores.material.words.say('report.profile.lead.counts', {
    above: above.length,
    below: below.length,
    rest: total - above.length - below.length,
    total,
    full,
    levels,
  });
}

/** Nodes on which the country is above the mean of the main group, and below it; those at the mean are in neither. */
export function aheadAndBehind(scores: Scores, places: readonly Place[], country: string): Sides {
  const difference = (place: Place): number => {
    const { score } = scores.at(place, country);
    const mean = scores.mean(place);
    return score === null || mean === undefined ? 0 : score - mean.value;
  };
  return {
    above: places.filter((place) => difference(place) > EQUAL),
    below: places.filter((place) => difference(place) < -EQUAL),
  };
}

interface Sides {
  readonly above: readonly Place[];
  readonly below: readonly Place[];
}

export function isFull(scores: Scores, place: Place, country: string): boolean {
  return isAt(scores.at(place, country).score, scores.material.method.scale?.high);
}

function isAt(score: number | null, bound: number | undefined): boolean {
  return bound !== undefined && score !== null && Math.abs(score - bound) < EQUAL;
}

const allAt = (scores: Scores, country: string, bound: number | undefined): boolean =>
  scores.main.every((place) => isAt(scores.at(place, country).score, bound));

/** "ranks 3rd of 40", "leads", "ranks last" belong to the sentence; this picks its variant's arguments. */
function placeWords(scores: Scores, country: string): Record<string, string> {
  const { words, nameOf } = scores.material;
  const standing = scores.at(scores.index, country);
  const ranked = scores.ranked(scores.index);
  const last = scores.at(scores.index, ranked.at(-1) ?? '').rank === standing.rank;
  const alone = !standing.tied && standing.of > 1 && isPlaceAllowed(scores, scores.index, country);
  return {
    country: nameOf(country),
    position: alone && standing.rank === 1 ? 'first' : alone && last ? 'last' : 'between',
    rank: rankPhrase(scores, scores.index, country) ?? '',
    of: words.number(standing.of, 0),
    group: groupName(scores.material),
  };
}

function directionOf(scores: Scores, country: string): 'above' | 'below' | 'mixed' | 'at-mean' | 'no-mean' {
  if (scores.mean(scores.index) === undefined) return 'no-mean';
  const { above, below } = aheadAndBehind(scores, scores.pillars, country);
  if (above.length > 0 && below.length > 0) return 'mixed';
  if (above.length > 0) return 'above';
  return below.length > 0 ? 'below' : 'at-mean';
}

function sides(scores: Scores, country: string): Record<string, string | number> {
  const { above, below } = aheadAndBehind(scores, scores.pillars, country);
  const { words } = scores.material;
  const list = (places: readonly Place[]): string => words.list(places.map(inSentence));
  return {
    above: list(above),
    below: list(below),
    all: above.length === scores.pillars.length || below.length === scores.pillars.length ? 'all' : 'some',
    ...exceptions(scores, country, above.length > 0 ? 'below' : 'above'),
    count: scores.pillars.length,
    pillars: scores.material.framework.levels[1]?.plural ?? '',
  };
}

/** The one or two main nodes that run against all pillars, by name; "none" when all run with them. */
function exceptions(scores: Scores, country: string, side: 'above' | 'below'): Record<string, string> {
  const against = aheadAndBehind(scores, scores.main, country)[side];
  const count = against.length > 2 || scores.main[0]?.depth === 1 ? 'many' : against.length === 0 ? 'none' : 'few';
  return {
    except: count,
    exceptions: scores.material.words.list(against.map(inSentence)),
    level: scores.material.framework.levels[scores.main[0]?.depth ?? 0]?.name ?? '',
  };
}

function unscoredLead(scores: Scores, country: string): string {
  const { words, nameOf, edition } = scores.material;
  const scored = scores.pillars.filter((pillar) => scores.at(pillar, country).score !== null);
  const withheld = edition.withheld[country] !== undefined;
  const level = scores.material.framework.levels[1];
  return words.say(withheld ? 'report.profile.lead.withheld' : 'report.profile.lead.none', {
    country: nameOf(country),
    count: scored.length,
    total: scores.pillars.length,
    level: level?.name ?? '',
    levels: level?.plural ?? '',
    pillars: words.list(scored.map(inSentence)),
  });
}
