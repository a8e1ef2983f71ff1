/**
 * The scores of all combined nodes under other weights, from a state that `run` left: the same aggregations and scale rules, and
 * nothing that hangs on no weight is worked out again. What makes ten thousand replications cheap.
 * Must never: know a rule that `run` does not; a test holds the two to the same numbers.
 */

import { type Aggregator, type Domain, isWithin } from './aggregation/aggregator.js';
import { aggregatorOf } from './aggregation/index.js';
import type { Columns } from './columns.js';
import { scalingOf } from './normalisation/index.js';
import type { Plan, PlannedNode } from './prepare.js';
import { run } from './run.js';
import { columnsAt, KIND, type State } from './state.js';

/** Scores by place and row, NaN where there is none. */
type Scores = readonly Float64Array[];

export interface Reweighing {
  /** Undefined where under these weights a rule has no meaning in the round; what `run` leaves says which, and where. */
  readonly scoresUnder: (weights: Float64Array) => Scores | undefined;
}

/**
 * Scores under other weights: bit for bit those of `run(plan, columns, weights)`.
 *
 * Shape: `state` is what `run` left of the same plan and columns, under any weights, without a fault → a function from one number
 * per node by place (not negative, in any unit) to columns of scores, which are written over by its next call.
 * The short way stands on this: above weights of 0, who has no score hangs on what is missing and not on how much it weighs. Where
 * that does not hold, `run` itself is asked: a demand on coverage, weights of each country's own, a weight of 0, a child beyond what
 * an aggregation takes (a mean of parts below and above 0 under a geometric one), a scale rule that finds no spread.
 *
 * Citation: none; no statistics of its own.
 * Example: children 0 and 1 of weights 1 and 1 make 0.5; under 1 and 3 they make 0.75, and nobody counts again who has both.
 * Refuses: nothing; undefined where there are no numbers.
 */
export function reweighing(plan: Plan, columns: Columns, state: State): Reweighing {
  const { scoresUnder: byRun } = rerunning(plan, columns);
  const weighed = placesWeighed(plan, state);
  const areAllAbove0 = (weights: Float64Array): boolean => {
    for (let i = 0; i < weighed.length; i++) if (!((weights[weighed[i] ?? -1] ?? 0) > 0)) return false;
    return true;
  };
  const isWhole = plan.nodes.some(({ coverage, weighting }) => coverage > 0 || weighting === 'benefit-of-the-doubt');
  if (isWhole || !areAllAbove0(state.weights)) return { scoresUnder: byRun };
  const scores = state.columns.map(({ scores: own }, place) =>
    plan.nodes[place]?.children.length === 0 ? own : own.slice(),
  );
  const steps = plan.nodes
    .filter(({ children }) => children.length > 0)
    .map((node) => stepOf(node, { plan, state, scores }));
  steps.reverse();
  return {
    scoresUnder: (weights) =>
      areAllAbove0(weights) && steps.every((step) => takeStep(step, weights, columns)) ? scores : byRun(weights),
  };
}

/** The same by `run` alone, where too few weights are to come for any work ahead. */
export function rerunning(plan: Plan, columns: Columns): Reweighing {
  return {
    scoresUnder: (weights) => {
      const under = run(plan, columns, weights);
      return under.faults.length > 0 ? undefined : under.columns.map(({ scores }) => scores);
    },
  };
}

/** All below the root but what takes no part in any country: that has no weight where weights are derived. */
function placesWeighed({ nodes }: Plan, state: State): readonly number[] {
  return nodes
    .filter(({ parent, place }) => parent >= 0 && columnsAt(state, place).kinds.some((kind) => kind !== KIND.leftOut))
    .map(({ place }) => place);
}

/** One combined node: its children's columns, and the rows that weights change. */
interface Step {
  readonly node: PlannedNode;
  readonly combine: Aggregator['combine'];
  readonly domain: Domain;
  readonly children: readonly Float64Array[];
  /** Those of them that weights move, where the aggregation does not take any score. */
  readonly unsure: readonly Float64Array[];
  /** Written over before each combination. */
  readonly weights: number[];
  readonly combined: Float64Array;
  readonly scores: Float64Array;
  /** Rows whose score comes from elsewhere, or that have none: they keep what the state says. */
  readonly kept: readonly number[];
  readonly state: Float64Array;
}

interface Ground {
  readonly plan: Plan;
  readonly state: State;
  readonly scores: Scores;
}

function stepOf(node: PlannedNode, { plan, state, scores }: Ground): Step {
  const own = columnsAt(state, node.place);
  const { domain } = aggregatorOf(node.aggregation);
  const columnAt = (place: number): Float64Array => scores[place] ?? new Float64Array(state.rows);
  const moving = node.children.filter((place) => plan.nodes[place]?.children.length !== 0);
  return {
    node,
    combine: combinationOf(node, state),
    domain,
    children: node.children.map(columnAt),
    unsure: domain === 'any' ? [] : moving.map(columnAt),
    weights: node.children.map(() => 0),
    combined: new Float64Array(state.rows),
    scores: columnAt(node.place),
    kept: Array.from(own.combined.keys()).filter((row) => Number.isNaN(own.combined[row])),
    state: own.scores,
  };
}

/** What is missing hangs on no weight, so that where nothing is, nobody has to look for it again. */
function combinationOf({ aggregation, children }: PlannedNode, state: State): Aggregator['combine'] {
  const { combine, combineWhole = combine } = aggregatorOf(aggregation);
  const isWhole = children.every((place) => !columnsAt(state, place).scores.some(Number.isNaN));
  return isWhole ? combineWhole : combine;
}

/** False where it cannot be told this way. */
function takeStep(step: Step, weights: Float64Array, columns: Columns): boolean {
  const { node, combine, domain, children, unsure, combined, scores, kept, state } = step;
  for (const child of unsure) if (child.some((score) => !Number.isNaN(score) && !isWithin(domain, score))) return false;
  for (let i = 0; i < node.children.length; i++) step.weights[i] = weights[node.children[i] ?? -1] ?? 0;
  const isPlain = node.scale.type === 'none';
  const out = isPlain ? scores : combined;
  combine(children, step.weights, out);
  for (const row of kept) out[row] = Number.NaN;
  if (!isPlain && !bringToScale(node, columns, { combined, scores })) return false;
  for (const row of kept) scores[row] = state[row] ?? Number.NaN;
  return true;
}

/** False where the rule finds no spread. */
function bringToScale(
  { scale }: PlannedNode,
  { rowOf }: Columns,
  { combined, scores }: { readonly combined: Float64Array; readonly scores: Float64Array },
): boolean {
  const values = combined.filter((value) => !Number.isNaN(value));
  const row = scale.type === 'distance-to-reference' ? rowOf.get(scale.country) : undefined;
  const scaling = scalingOf(scale, values, combined[row ?? -1]);
  for (let at = 0; at < scores.length; at++) scores[at] = scaling?.(combined[at] ?? Number.NaN) ?? Number.NaN;
  return scaling !== undefined || values.length === 0;
}
