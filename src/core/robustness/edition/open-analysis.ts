/**
 * One analysis of a robustness run, opened: the round under what varies in it, and the scores of any replication by its number.
 * Must never: give a replication other scores when it is asked for again.
 */
import { done, type Outcome, type Problem, refused } from '../../problem.js';
import type { Points } from '../designs/design.js';
import { pointsOf } from '../designs/points.js';
import { type AggregateScores, openScenarios, type Scenarios } from '../scenarios/open-scenarios.js';
import { type Replication, statedScores, toTry } from '../scenarios/stated.js';
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
  const replications = asked.stated?.replications.map((one, at) => replicationOf(one, at, round));
  const tried = replications === undefined ? undefined : toTry(replications, run.onProblem);
  const opened = openScenarios(round.ground, asked.inputs, tried);
  if (!opened.ok) return refused(...opened.problems.map((problem) => inAnalysis(problem, asked.id)));
  const scenarios = opened.value;
  const { dimensions } = scenarios.layout;
  const { design, seed, runs, baseSamples } = run;
  const pointAt = pointsOf(design, { seed, count: runs, dimensions });
  const scoresOf =
    replications === undefined
      ? (r: number): Outcome<AggregateScores> => scenarios.at(pointAt(r))
      : statedScores(scenarios, replications);
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

/** Counted from 1, in the order in which they are stated. */
function replicationOf(
  { choices, dropped, weights }: StatedReplication,
  at: number,
  { plan }: OpenedRound,
): Replication {
  return {
    number: at + 1,
    scenario: { choices, dropped: plan.placeOf.get(dropped) ?? -1 },
    ...(weights === undefined ? {} : { weights: Float64Array.from(weights) }),
  };
}
