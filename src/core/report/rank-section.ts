/**
 * How sure the rank of a country is: between which ranks, in which tier and with whom, how often ahead of the next below and
 * behind the next above.
 * Must never: tell a rank without what it was put to.
 */
import type { Block } from './document.js';
import { coversNote } from './interval-covers.js';
import { inSentence } from './places.js';
import { isMoved } from './rank-strength-cells.js';
import { shareText, type Tested, testedOf } from './robustness-tested.js';
import type { Scores } from './scores.js';
import { aheadShare, intervalOf, intervalText, type RankInterval, tierOf } from './strength.js';

/** What an interval is said to hold. */
const HELD = 0.9;
/** Larger tiers are counted, not named. */
const NAMED = 8;

export function rankSection(scores: Scores, country: string): readonly Block[] {
  const { words, nameOf } = scores.material;
  const tested = testedOf(scores.material);
  const interval = intervalOf(scores.material, country);
  const { rank, of } = scores.at(scores.index, country);
  if (tested === undefined || interval === undefined || rank === null) return [];
  const { low, high } = interval;
  const title = words.say(`report.sure.profile.${low === high ? 'still' : 'moves'}`, {
    country: nameOf(country),
    low,
    high,
    of,
    kept: rank === low ? 'yes' : 'no',
    share: heldShare(tested, country, interval),
  });
  const items = [
    ...tierSentence(tested, country),
    ...nextSentence(tested, country, 'ahead'),
    ...nextSentence(tested, country, 'behind'),
    ...partsSentence(scores, country),
  ];
  return [{ kind: 'heading', level: 2, id: 'strength', text: title }, ...coversNote(scores), { kind: 'list', items }];
}

/** In how many of the replications the interval holds the rank. Below 90 % where there were few, or the country had no rank in some. */
function heldShare(tested: Tested, country: string, { low, high }: RankInterval): string {
  const { first, rowOf, scores } = tested;
  const within = (first.frequencies[rowOf(country)] ?? []).slice(low - 1, high).reduce((sum, times) => sum + times, 0);
  const share = within / (first.runs - first.failed);
  return share < HELD ? shareText(tested, share) : scores.material.words.say('report.sure.profile.most');
}

function tierSentence({ scores: { material }, first }: Tested, country: string): readonly string[] {
  const { words, nameOf } = material;
  const tier = tierOf(material, country);
  if (tier === undefined) return [];
  const others = (first.tiers[tier - 1] ?? []).filter((other) => other !== country);
  const details = {
    tier,
    tiers: first.tiers.length,
    place: tier === 1 ? 'first' : tier === first.tiers.length ? 'last' : 'between',
    others:
      others.length > NAMED
        ? words.say('report.sure.others', { count: others.length })
        : words.list(others.map(nameOf)),
  };
  const key = others.length === 0 ? 'alone' : first.tiers.length === 1 ? 'single' : 'shared';
  return [words.say(`report.sure.profile.${key}`, details)];
}

/** Of the nearest country with another rank, the first by code where several share it. */
function nextSentence(tested: Tested, country: string, way: 'ahead' | 'behind'): readonly string[] {
  const { material, ranked, at, index } = tested.scores;
  const rankOf = (one: string): number => at(index, one).rank ?? Number.NaN;
  const order = way === 'ahead' ? ranked(index) : ranked(index).toReversed();
  const beyond = order.filter((one) =>
    way === 'ahead' ? rankOf(one) > rankOf(country) : rankOf(one) < rankOf(country),
  );
  const other = beyond.filter((one) => rankOf(one) === rankOf(beyond[0] ?? '')).sort()[0];
  if (other === undefined) return [];
  const share = way === 'ahead' ? aheadShare(material, country, other) : aheadShare(material, other, country);
  if (share === undefined || share === null) return [];
  const details = { other: material.nameOf(other), share: shareText(tested, share) };
  return [material.words.say(`report.sure.profile.${way}`, details)];
}

/** On the nodes right below the index, where the analysis moves ranks there. */
function partsSentence({ material, pillars }: Scores, country: string): readonly string[] {
  const { words, framework } = material;
  const intervals = pillars.flatMap((place) => {
    const interval = isMoved(material, place) ? intervalOf(material, country, place.id) : undefined;
    if (interval === undefined) return [];
    return [
      words.say('report.sure.profile.part', { node: inSentence(place), interval: intervalText(words, interval) }),
    ];
  });
  if (intervals.length === 0) return [];
  const levels = framework.levels[1]?.plural ?? '';
  return [words.say('report.sure.profile.parts', { levels, intervals: words.list(intervals) })];
}
