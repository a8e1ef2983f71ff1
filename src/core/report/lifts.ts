/**
 * What lifts a country above the mean of its group and what holds it back, in order of weight: each main node's share of
 * the gap, and how far the index would rise with the full mark there.
 * Must never: count a node at the mean as either.
 */
import { gainOf, gapOf } from './contributions.js';
import type { Place } from './places.js';
import type { Scores } from './scores.js';

export interface Lift {
  readonly place: Place;
  /** share · (score − mean); null without a mean. */
  readonly gap: number | null;
  /** share · (top − score). */
  readonly gain: number | null;
}

const NAMED = 3;
const EQUAL = 1e-9;

/** The three nodes that add most, compared with the mean; without a mean there are none to name. */
export function liftsOf(scores: Scores, country: string): readonly Lift[] {
  return all(scores, country)
    .filter(({ gap }) => gap !== null && gap > EQUAL)
    .sort((a, b) => (b.gap ?? 0) - (a.gap ?? 0))
    .slice(0, NAMED);
}

/** First those below the mean, the costliest first; then, up to three in all, those with most to gain. */
export function holdsOf(scores: Scores, country: string): readonly Lift[] {
  const lifts = all(scores, country);
  const below = lifts.filter(({ gap }) => gap !== null && gap < -EQUAL).sort((a, b) => (a.gap ?? 0) - (b.gap ?? 0));
  const others = lifts
    .filter(({ gap, gain }) => (gap === null || gap >= -EQUAL) && gain !== null && gain > EQUAL)
    .sort((a, b) => (b.gain ?? 0) - (a.gain ?? 0));
  return [...below, ...others].slice(0, NAMED);
}

function all(scores: Scores, country: string): Lift[] {
  return scores.main
    .filter((place) => scores.at(place, country).score !== null)
    .map((place) => ({ place, gap: gapOf(scores, place, country), gain: gainOf(scores, place, country) }));
}
