/**
 * Replications that somebody states in place of draws: which scenarios are to be tried ahead, and what each comes to.
 * Must never: draw a number; tell of a replication without its number.
 */
import { type Outcome, type Problem, refused } from '../../problem.js';
import type { Scenario } from './layout.js';
import type { AggregateScores, Scenarios } from './open-scenarios.js';

export interface Replication {
  /** As whoever states it counts. */
  readonly number: number;
  /** A choice of −1 where nothing is stated: as the method has it. */
  readonly scenario: Scenario;
  /** By place; absent where none are stated. */
  readonly weights?: Float64Array;
}

/** For `openScenarios`: none where one that cannot be computed is only to be counted. */
export const toTry = (replications: readonly Replication[], onProblem: 'stop' | 'count'): readonly Scenario[] =>
  onProblem === 'count' ? [] : replications.map(({ scenario }) => scenario);

/** Scores of each by its place, from 0. A problem says in which it arose, as `under`. */
export function statedScores(
  scenarios: Scenarios,
  replications: readonly Replication[],
): (place: number) => Outcome<AggregateScores> {
  return (place) => {
    const replication = replications[place];
    if (replication === undefined) throw new RangeError(`there is no replication at ${place}`);
    const scores = scenarios.under(replication.scenario, replication.weights);
    return scores.ok ? scores : refused(...scores.problems.map((problem) => inReplication(problem, replication)));
  };
}

function inReplication(problem: Problem, { number }: Replication): Problem {
  const { under } = problem.details ?? {};
  const where = `replication ${number}`;
  return { ...problem, details: { ...problem.details, under: under === undefined ? where : `${where}, ${under}` } };
}
