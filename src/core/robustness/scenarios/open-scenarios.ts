/**
 * A round opened for many runs: what hangs on choices is worked out once for each combination, what hangs on weights again for every
 * point. One point in, the scores of all aggregates out.
 * Must never: hold a second engine, or give numbers for a combination that has a fault.
 */
import { done, type Outcome, type Problem, refused } from '../../problem.js';
import { prepare } from '../../scoring/prepare.js';
import { type Base, basesOf } from './bases.js';
import { checkDoubt } from './check-doubt.js';
import type { Ground } from './ground.js';
import type { Input } from './input.js';
import { isChoice, type Layout, layoutOf, type Scenario, scenarioAt, weighAt } from './layout.js';

/** Columns of scores, one per aggregate in reading order, NaN where there is none. */
export type AggregateScores = readonly Float64Array[];

export interface Scenarios {
  readonly layout: Layout;
  readonly rows: number;
  /** Places of the combined nodes in reading order, the index first. */
  readonly aggregates: readonly number[];
  /** Under the method as it is. */
  readonly nominal: AggregateScores;
  /** The columns are written over by the next point. A problem says why this point has no numbers. */
  readonly at: (point: ArrayLike<number>) => Outcome<AggregateScores>;
  /** The same for what is stated and not drawn: a choice of −1 leaves the method as it is, and so do weights (by place) of nobody. */
  readonly under: (scenario: Scenario, weights?: Float64Array) => Outcome<AggregateScores>;
}

/**
 * Shape: a round and what is varied → a function from points of `layout.dimensions` numbers in [0, 1) to scores. `stated`: the
 * scenarios to come, where not any combination of choices may.
 *
 * Citation: Saisana, Saltelli and Tarantola (2005), J. R. Statist. Soc. A 168(2); OECD/JRC, Handbook on Constructing Composite
 * Indicators (2008), step 7.
 * Example: under the one input `weights` with a spread, the point of all 0.5 gives `nominal`, to the last bit; so does a point at which
 * every answer in doubt is as it was stated.
 * Refuses: what the method as it is, or any combination of alternatives with all indicators (or any stated), cannot do, each thing once and before
 * anything is drawn; a combination under which nobody has a score of the index; answers in doubt that are not those of the round, or
 * whose alternatives are no distribution (`checkDoubt`). What fails only under some weights, without some indicator, or with some
 * answers, is refused by that point, and so are weights under which nobody has a score of the index.
 */
export function openScenarios(
  ground: Ground,
  inputs: readonly Input[],
  stated: readonly Scenario[] = combinationsOf(inputs),
): Outcome<Scenarios> {
  const plan = prepare(ground.framework, ground.method);
  const layout = layoutOf(plan, inputs);
  const aggregates = plan.nodes.filter(({ children }) => children.length > 0).map(({ place }) => place);
  const bases = basesOf(ground, inputs);
  const nominal = bases({ choices: inputs.filter(isChoice).map(() => -1), dropped: -1 });
  if (!nominal.ok) return nominal;
  const doubtful = inputs.flatMap((input) => (input.kind === 'doubt' ? checkDoubt(ground, input) : []));
  const problems = [...doubtful, ...unique(stated.flatMap((scenario) => problemsOf(bases(scenario))))];
  if (problems.length > 0) return refused(...problems);
  const pick = (scores: readonly Float64Array[]): AggregateScores =>
    aggregates.map((place) => scores[place] ?? new Float64Array());
  const scoresFrom = ({ scoresUnder, problemsUnder }: Base, weights: Float64Array): Outcome<AggregateScores> => {
    const scores = scoresUnder(weights);
    if (scores === undefined) return refused(...problemsUnder(weights));
    return scores[0]?.every(Number.isNaN) === true ? refused({ code: 'nobody-has-a-score' }) : done(pick(scores));
  };
  return done({
    layout,
    rows: ground.columns.rows,
    aggregates,
    nominal: pick(nominal.value.nominal).map((column) => column.slice()),
    at: (point) => {
      const base = bases(scenarioAt(layout, point));
      if (!base.ok) return base;
      const { weights, nominal: own, drawn } = base.value;
      if (layout.weighed.length === 0) return done(pick(own));
      drawn.set(weights);
      weighAt(layout, point, drawn);
      return scoresFrom(base.value, drawn);
    },
    under: (scenario, weights) => {
      const base = bases(scenario);
      if (!base.ok) return base;
      return weights === undefined ? done(pick(base.value.nominal)) : scoresFrom(base.value, weights);
    },
  });
}

/** Every combination of the choices there are, the first of each first, and nobody left out. */
function combinationsOf(inputs: readonly Input[]): readonly Scenario[] {
  return inputs
    .filter(isChoice)
    .reduce<readonly (readonly number[])[]>(
      (some, { alternatives }) => some.flatMap((one) => alternatives.map((_, at) => [...one, at])),
      [[]],
    )
    .map((choices) => ({ choices, dropped: -1 }));
}

const problemsOf = (base: Outcome<unknown>): readonly Problem[] => (base.ok ? [] : base.problems);

/** The first of those that say the same, whatever they arose under. */
function unique(problems: readonly Problem[]): readonly Problem[] {
  const said = new Map<string, Problem>();
  for (const problem of problems) {
    const key = JSON.stringify({ ...problem, details: { ...problem.details, under: '' } });
    if (!said.has(key)) said.set(key, problem);
  }
  return [...said.values()];
}
