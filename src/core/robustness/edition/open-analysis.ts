/**
 * One analysis of a robustness run, opened: the round under what varies in it, and the scores of any replication by its number.
 * Must never: give a replication other scores when it is asked for again.
 */
import { done, type Outcome, type Problem, refused } from '../../problem.js';
import type { Points } from '../designs/design.js';
import { pointsOf } from '../designs/points.js';
import type { Scenario } from '../scenarios/layout.js';
import { type AggregateScores, openScenarios, type Scenarios } from '../scenarios/open-scenarios.js';
import type { AnalysisAsked, RobustnessAsked, StatedReplication } from './asked.js';
import type { OpenedRound } from './open-round.js';

export interface OpenedAnalysis {
  readonly asked: AnalysisAsked;
  readonly scenarios: Scenarios;
  /** Of the method's ranking. */
  readonly tolerance: number;
  /** Replications. */
  readonly count: number;
  /** Of each replication, from 0. The columns are written over by the next. */
  readonly scoresOf: (replication: number) => Outcome<AggregateScores>;
  /** Base points of the sensitivity analysis; 0 where there is none, as under stated replications. */
  readonly baseSamples: number;
  /** Of twice the coordinates. */
  readonly basePointAt: Points;
}

/** Refused with all that the method, or any combination of alternatives, cannot do; each with the id of the analysis. */
export function openAnalysis(round: OpenedRound, asked: AnalysisAsked, run: RobustnessAsked): Outcome<OpenedAnalysis> {
  const replications = asked.stated?.replications.map((one) => replicationOf(one, round));
  const opened = openScenarios(round.ground, asked.inputs, toTry(replications, run));
  if (!opened.ok) return refused(...opened.problems.map((problem) => inAnalysis(problem, asked.id)));
  const scenarios = opened.value;
  const { dimensions } = scenarios.layout;
  const { design, seed, runs, baseSamples } = run;
  const pointAt = pointsOf(design, { seed, count: runs, dimensions });
  const scoresOf =
    replications === undefined
      ? (r: number): Outcome<AggregateScores> => scenarios.at(pointAt(r))
      : (r: number): Outcome<AggregateScores> => stated(scenarios, replications, r);
  return done({
    asked,
    scenarios,
    tolerance: round.ground.method.ranking.tolerance,
    count: replications?.length ?? runs,
    scoresOf: (r) => {
      const scores = scoresOf(r);
      return scores.ok ? scores : refused(...scores.problems.map((problem) => inAnalysis(problem, asked.id)));
    },
    baseSamples: replications === undefined ? baseSamples : 0,
    basePointAt: pointsOf(design, { seed, count: baseSamples, dimensions: 2 * dimensions }),
  });
}

/** The same with the id of the analysis it arose in. */
export const inAnalysis = (problem: Problem, analysis: string): Problem => ({
  ...problem,
  details: { ...problem.details, analysis },
});

interface Replication {
  readonly scenario: Scenario;
  readonly weights: Float64Array | undefined;
}

function replicationOf({ choices, dropped, weights }: StatedReplication, { plan }: OpenedRound): Replication {
  return {
    scenario: { choices, dropped: plan.placeOf.get(dropped) ?? -1 },
    weights: weights === undefined ? undefined : Float64Array.from(weights),
  };
}

/** Of stated replications those that are there, unless any that cannot be computed is to be counted; else every combination. */
function toTry(
  replications: readonly Replication[] | undefined,
  { onProblem }: RobustnessAsked,
): readonly Scenario[] | undefined {
  if (replications === undefined) return undefined;
  return onProblem === 'count' ? [] : replications.map(({ scenario }) => scenario);
}

function stated(scenarios: Scenarios, replications: readonly Replication[], r: number): Outcome<AggregateScores> {
  const replication = replications[r];
  if (replication === undefined) throw new RangeError(`there is no replication at ${r}`);
  const scores = scenarios.under(replication.scenario, replication.weights);
  return scores.ok ? scores : refused(...scores.problems.map((problem) => inReplication(problem, r + 1)));
}

function inReplication(problem: Problem, number: number): Problem {
  const { under } = problem.details ?? {};
  const where = `replication ${number}`;
  return { ...problem, details: { ...problem.details, under: under === undefined ? where : `${where}, ${under}` } };
}
