/**
 * What a node weighs in the index: the product of the weights on the way up, as long as every rule on the way is a mean or a
 * sum, and no scale rule bends the line.
 * Must never: give a weight that does not multiply out to the score.
 */
import { AGGREGATORS } from '../scoring/aggregation/index.js';
import type { Place } from './places.js';
import { isRescaled, type Scores } from './scores.js';

/**
 * The node's weight in the index of this country, after re-basing on what is present; 0 where it was left out, null where
 * it cannot be told. A country without an index has the planned weights.
 */
export function shareOf(scores: Scores, place: Place, country: string): number | null {
  if (scores.at(scores.index, country).score === null) return plannedShareOf(scores, place);
  return cached(scores, { country, place }, () =>
    throughParent(scores, place, { country, of: (parent) => shareOf(scores, parent, country) }),
  );
}

/** The node's weight in the index when every score is there. */
export function plannedShareOf(scores: Scores, place: Place): number | null {
  return cached(scores, { country: '', place }, () =>
    throughParent(scores, place, { of: (parent) => plannedShareOf(scores, parent) }),
  );
}

interface Above {
  /** Absent: all siblings count. */
  readonly country?: string;
  readonly of: (parent: Place) => number | null;
}

function throughParent(scores: Scores, place: Place, { country, of }: Above): number | null {
  const { parent } = place;
  if (parent === undefined) return isRescaled(scores.material, place.id) ? null : 1;
  const above = of(parent);
  const slope = slopeOf(parent);
  const aggregation = parent.rule?.aggregation ?? scores.material.method.aggregation;
  if (above === null || slope === null || aggregation === 'none') return null;
  const counts = (one: Place): boolean => country === undefined || scores.at(one, country).score !== null;
  if (!counts(place)) return 0;
  const present = weigh(parent.children.filter(counts));
  const share = AGGREGATORS[aggregation].shareOf(place.weight, present, weigh(parent.children));
  return above * slope * share;
}

const weigh = (places: readonly Place[]): number => places.reduce((sum, { weight }) => sum + weight, 0);

function slopeOf(place: Place): number | null {
  const scale = place.rule?.scale;
  if (scale === undefined || scale.type === 'none') return 1;
  return scale.type === 'linear' && scale.intercept === 0 ? scale.slope : null;
}

type Shares = Map<string, Map<Place, number | null>>;

/** A report asks for the same weights again and again; they are worked out once per country and node. */
const known = new WeakMap<Scores, Shares>();

interface Asked {
  /** '' for the planned weights. */
  readonly country: string;
  readonly place: Place;
}

function cached(scores: Scores, { country, place }: Asked, work: () => number | null): number | null {
  const shares: Shares = known.get(scores) ?? new Map();
  known.set(scores, shares);
  const own = shares.get(country) ?? new Map<Place, number | null>();
  shares.set(country, own);
  const found = own.get(place);
  if (found !== undefined) return found;
  const share = work();
  own.set(place, share);
  return share;
}
