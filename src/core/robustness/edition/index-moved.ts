/**
 * An index computed otherwise, held against the one of the method: who stands where, and how far ranks move on average.
 * Must never: rank by another rule than replications are ranked by.
 */
import type { Problem } from '../../problem.js';
import { numberOrNull } from '../../scoring/value.js';
import { mean } from '../../statistics/mean.js';
import { rank } from '../../statistics/rank.js';
import type { Laid } from './open-round.js';
import type { Taken } from './robustness.js';

/** Scores of the index by country; the function keeps none of them. */
type Moved = (scores: Float64Array) => Taken;

/**
 * Shape: scores of the index under the method as it is → a function from other scores of the same countries to ranks, scores, and
 * the mean of |rank − nominal rank| over the countries that have both; null where there are none. As in replications, ranks are on
 * scores before rounding, and ties by the method's tolerance share the lowest.
 *
 * Citation: Saisana, Saltelli and Tarantola (2005), J. R. Statist. Soc. A 168(2): the average shift in ranking.
 * Example: nominal 3, 2, 1 and now 2, 3, 1: ranks 2, 1, 3 and a mean shift of 2/3.
 * Refuses: nothing.
 */
export function movedFrom({ plan }: Pick<Laid, 'plan'>, nominal: Float64Array): Moved {
  const { tolerance } = plan.method.ranking;
  const before = rank(nominal, 'lowest', tolerance);
  return (scores) => {
    const ranks = rank(scores, 'lowest', tolerance);
    const shifts = Array.from(ranks, (own, row) => Math.abs(own - (before[row] ?? Number.NaN)));
    const known = shifts.filter((shift) => !Number.isNaN(shift));
    return {
      ranks: Array.from(ranks, numberOrNull),
      scores: Array.from(scores, numberOrNull),
      meanShift: known.length === 0 ? null : mean(known),
    };
  };
}

/** Where the index cannot be computed so: no numbers for anybody, and the code of why. */
export function nowhere({ countries }: Pick<Laid, 'countries'>, [first]: readonly Problem[]): Taken {
  const nobody = countries.map(() => null);
  return { ranks: nobody, scores: nobody, meanShift: null, problem: first?.code ?? '' };
}
