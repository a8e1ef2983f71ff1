/**
 * "What lifts" and "what holds back", as sentences with their figures; for a country without a score, what blocks it.
 * Must never: praise or blame; it says where, how much, and what a full mark would change.
 */
import { blockersSection } from './blockers-section.js';
import { byName } from './by-name.js';
import type { Block, Rich } from './document.js';
import { figureOf, shown } from './figure.js';
import { holdsOf, type Lift, liftsOf } from './lifts.js';
import { groupName, mainGroup } from './mean-words.js';
import { nameOf, type Place } from './places.js';
import { isFull } from './profile-findings.js';
import { rankPhrase } from './rank-words.js';
import { richSentence } from './rich-sentence.js';
import { decimalsOf, type Scores } from './scores.js';

/** Longer lists of holders of the full mark are counted, not named. */
const NAMED = 3;

export function liftsSection(scores: Scores, country: string): readonly Block[] {
  if (scores.at(scores.index, country).score === null) return blockersSection(scores, country);
  const lifts = liftsOf(scores, country);
  const holds = holdsOf(scores, country);
  return [
    ...(mainGroup(scores.material) === undefined ? [] : section(scores, country, { id: 'lifts', lifts })),
    ...section(scores, country, { id: 'holds', lifts: holds }),
  ];
}

interface Named {
  readonly id: 'lifts' | 'holds';
  readonly lifts: readonly Lift[];
}

function section(scores: Scores, country: string, { id, lifts }: Named): readonly Block[] {
  const { words, framework, nameOf: nameOfCountry } = scores.material;
  const level = framework.levels[scores.main[0]?.depth ?? 0]?.name ?? '';
  const details = { country: nameOfCountry(country), level, group: groupName(scores.material) };
  const nothing = nothingKey(scores, country, id);
  if (lifts.length === 0 && nothing === undefined) return [];
  const body: Block =
    lifts.length === 0
      ? { kind: 'paragraph', text: words.say(`report.profile.${id}.${nothing ?? ''}`, details) }
      : { kind: 'list', items: lifts.map((lift) => (id === 'lifts' ? liftItem : holdItem)(scores, country, lift)) };
  return [{ kind: 'heading', level: 2, id, text: words.say(`report.profile.${id}.heading`, details) }, body];
}

/** What is said where nothing is listed; undefined where nothing can be said without a mean or shares. */
function nothingKey(scores: Scores, country: string, id: Named['id']): 'nothing' | 'none-below' | undefined {
  if (id === 'lifts' || scores.main.every((place) => isFull(scores, place, country))) return 'nothing';
  return scores.main.some((place) => scores.mean(place) !== undefined) ? 'none-below' : undefined;
}

function liftItem(scores: Scores, country: string, { place, gap }: Lift): Rich {
  const key = isFull(scores, place, country) ? 'report.profile.lifts.full' : 'report.profile.lifts.item';
  const details = {
    ...figures(scores, place, country),
    adds: amount(scores, gap ?? 0),
    told: gap === null ? 'no' : 'yes',
    ...holders(scores, place, country),
  };
  return richSentence(scores.material.words, key, { ...details, node: runOf(place) });
}

function holdItem(scores: Scores, country: string, { place, difference, gap, gain }: Lift): Rich {
  const below = difference !== null && difference < 0;
  const key = below
    ? 'report.profile.holds.below'
    : difference === null
      ? 'report.profile.holds.alone'
      : 'report.profile.holds.room';
  const details = {
    ...figures(scores, place, country),
    ...holders(scores, place, country),
    costs: amount(scores, -(gap ?? 0)),
    told: gap === null ? 'no' : 'yes',
    gain: gain === null ? '' : amount(scores, gain),
    known: gain === null ? 'no' : 'yes',
  };
  return richSentence(scores.material.words, key, { ...details, node: runOf(place) });
}

const runOf = (place: Place): { text: string; strong: boolean; hue: number } => ({
  text: nameOf(place),
  strong: true,
  hue: place.hue,
});

function figures(scores: Scores, place: Place, country: string): Record<string, string> {
  const { material } = scores;
  const mean = scores.mean(place);
  return {
    score: figureOf(scores, place, country).text,
    mean: mean === undefined ? '' : shown(material, place.id, mean.presented),
    rank: rankPhrase(scores, place, country) ?? '',
    group: groupName(material),
  };
}

/** Who else has the full mark: named when few, counted when many. */
function holders(scores: Scores, place: Place, country: string): Record<string, string | number> {
  const { words, nameOf: nameOfCountry } = scores.material;
  const others = scores.ranked(place).filter((other) => other !== country && isFull(scores, place, other));
  const few = others.length <= NAMED;
  const named = few
    ? words.list(byName(words, others.map(nameOfCountry)))
    : words.say('report.countries', { count: others.length });
  return { others: others.length, holders: named };
}

/** An amount of the index; what would read as nought is "less than 0.01". */
export function amount(scores: Scores, value: number): string {
  const { material } = scores;
  const decimals = decimalsOf(material, scores.index.id);
  const text = material.words.number(value, decimals);
  if (value <= 0 || text !== material.words.number(0, decimals)) return text;
  return material.words.say('report.less-than', { value: material.words.number(10 ** -decimals, decimals) });
}
