/**
 * What each node adds to the index, and to the gap between a country and the mean. Under weighted means and sums a score
 * is a sum of its parts, so share · score can be told exactly; where a scale rule bends the line it cannot, and is null.
 * Must never: give a contribution that does not add up to the score it is said to make.
 */
import { AGGREGATORS } from '../scoring/aggregation/index.js';
import type { Place } from './places.js';
import { isRescaled, type Scores } from './scores.js';

/** What a node weighs in the index for this country, after re-basing on what is present; null where it cannot be told. */
export function shareOf(scores: Scores, place: Place, country: string): number | null {
  let share = 1;
  for (let at = place; at.parent !== undefined; at = at.parent) {
    const step = stepTo(scores, at, (sibling) => takesPart(scores, sibling, country));
    if (step === null) return null;
    share *= step;
  }
  return isRescaled(scores.material, scores.index.id) ? null : share;
}

/** What a node weighs in the index when every score is there. */
export function plannedShareOf(scores: Scores, place: Place): number | null {
  let share = 1;
  for (let at = place; at.parent !== undefined; at = at.parent) {
    const step = stepTo(scores, at, () => true);
    if (step === null) return null;
    share *= step;
  }
  return share;
}

/** share · score: what the node adds to the index. */
export function contributionOf(scores: Scores, place: Place, country: string): number | null {
  const share = shareOf(scores, place, country);
  const { score } = scores.at(place, country);
  return share === null || score === null || scores.at(scores.index, country).score === null ? null : share * score;
}

/** share · (score − mean): what the node adds to, or takes from, the gap to the mean of the main group. */
export function gapOf(scores: Scores, place: Place, country: string): number | null {
  const share = shareOf(scores, place, country);
  const { score } = scores.at(place, country);
  const mean = scores.mean(place);
  return share === null || score === null || mean === undefined ? null : share * (score - mean.value);
}

/** share · (top of the scale − score): how far the index would rise with the full mark here. */
export function gainOf(scores: Scores, place: Place, country: string): number | null {
  const share = shareOf(scores, place, country);
  const { score } = scores.at(place, country);
  const { scale } = scores.material.method;
  return share === null || score === null || scale === null ? null : share * (scale.high - score);
}

/** Contributions of the pillars in order; empty where they do not add up to the index. */
export function pillarParts(scores: Scores, country: string): readonly number[] {
  const whole = scores.at(scores.index, country).score;
  const parts = scores.pillars.map((pillar) => contributionOf(scores, pillar, country) ?? 0);
  const sum = parts.reduce((total, part) => total + part, 0);
  const adds = whole !== null && Math.abs(sum - whole) < 1e-9 && parts.every((part) => part >= 0);
  return adds ? parts : [];
}

function takesPart(scores: Scores, place: Place, country: string): boolean {
  return scores.at(place, country).score !== null;
}

function stepTo(scores: Scores, place: Place, counts: (sibling: Place) => boolean): number | null {
  const { parent } = place;
  if (parent === undefined) return 1;
  const slope = slopeOf(parent);
  if (slope === null) return null;
  const aggregation = parent.rule?.aggregation ?? scores.material.method.aggregation;
  if (aggregation === 'none' || !counts(place)) return null;
  const weigh = (places: readonly Place[]): number => places.reduce((sum, sibling) => sum + sibling.weight, 0);
  const share = AGGREGATORS[aggregation].shareOf(
    place.weight,
    weigh(parent.children.filter(counts)),
    weigh(parent.children),
  );
  return Number.isFinite(share) ? slope * share : null;
}

function slopeOf(place: Place): number | null {
  const scale = place.rule?.scale;
  if (scale === undefined || scale.type === 'none') return 1;
  return scale.type === 'linear' && scale.intercept === 0 ? scale.slope : null;
}
