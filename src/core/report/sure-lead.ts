/**
 * Whether a country may be said to lead others at a node, and not only to score highest: so where nothing speaks against it.
 * Must never: call a lead sure that the analysis turns round.
 */
import { TOLD_APART } from '../robustness/uncertainty/tiers.js';
import type { Place } from './places.js';
import { isMoved } from './rank-strength-cells.js';
import type { Scores } from './scores.js';
import { aheadShare, intervalOf } from './strength.js';

interface Lead {
  readonly leader: string;
  /** All that are compared, the leader among them or not. */
  readonly countries: readonly string[];
}

/** On the index by how often it is ahead of each; below it, where the analysis moves ranks there, by rank intervals apart. */
export function isSureLead(scores: Scores, place: Place, { leader, countries }: Lead): boolean {
  const { material, index } = scores;
  if (material.robustness === undefined) return true;
  const others = countries.filter((country) => country !== leader);
  if (place === index) return others.every((other) => (aheadShare(material, leader, other) ?? 1) >= TOLD_APART);
  if (!isMoved(material, place)) return true;
  const worst = intervalOf(material, leader, place.id)?.high ?? 0;
  return others.every((other) => worst < (intervalOf(material, other, place.id)?.low ?? Number.POSITIVE_INFINITY));
}
