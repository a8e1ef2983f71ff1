/**
 * A round under one combination of assumptions, worked out as far as it hangs on no weight, and kept for the next point that has it.
 * Must never: give numbers for a combination that has a fault.
 */
import { done, type Outcome, type Problem, refused } from '../../problem.js';
import type { Columns } from '../../scoring/columns.js';
import { faultProblems } from '../../scoring/fault-problems.js';
import { type Plan, prepare } from '../../scoring/prepare.js';
import { takeRawSteps } from '../../scoring/raw-steps/take-raw-steps.js';
import { type Reweighing, rerunning, reweighing } from '../../scoring/reweigh.js';
import { run } from '../../scoring/run.js';
import type { Ground } from './ground.js';
import type { ChoiceInput, DoubtInput, Input } from './input.js';
import { isChoice, type Scenario } from './layout.js';
import { methodUnder } from './method-under.js';
import { type Restate, restating } from './restate.js';

/** One combination of choices, worked out as far as it hangs on no weight. */
export interface Base extends Reweighing {
  readonly weights: Float64Array;
  /** Scores by place under these. */
  readonly nominal: readonly Float64Array[];
  /** Room for the weights of one point. */
  readonly drawn: Float64Array;
  /** Why there are no scores under these weights. */
  readonly problemsUnder: (weights: Float64Array) => readonly Problem[];
}

/** Bytes of worked-out combinations that are kept: more than most alternatives need, and little enough for any machine. */
const MOST_KEPT = 2 ** 27;

/**
 * A function from scenarios to what they come to. Combinations of choices and of what is left out are kept; with other answers than
 * stated a scenario is hardly ever met again, and is not.
 */
export function basesOf(ground: Ground, inputs: readonly Input[]): (scenario: Scenario) => Outcome<Base> {
  const kept = new Map<string, Outcome<Base>>();
  const choosing = inputs.filter(isChoice);
  const planOf = plansOf(ground, choosing);
  const restate = restatesOf(ground, inputs);
  // A state holds three numbers for every node and country, and what is reweighed one more.
  const most = Math.ceil(MOST_KEPT / (32 * ground.columns.rows * ground.columns.leaves.length));
  return (scenario) => {
    const { choices, dropped } = scenario;
    const restated = scenario.answers === undefined ? undefined : restate(scenario.answers);
    if (restated !== undefined) {
      const words = [wordsOf(ground, choosing, scenario), 'doubt'].filter((word) => word !== '').join(', ');
      return named(baseOn({ ...ground, ...restated }, planOf(choices), { dropped, isMetAgain: false }), words);
    }
    const key = `${choices.join()} ${dropped}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const base = named(
      baseOn(ground, planOf(choices), { dropped, isMetAgain: true }),
      wordsOf(ground, choosing, scenario),
    );
    if (kept.size >= most) kept.clear();
    kept.set(key, base);
    return base;
  };
}

/** The method under each combination of choices, prepared once. */
function plansOf(
  { framework, method }: Ground,
  choosing: readonly ChoiceInput[],
): (choices: readonly number[]) => Plan {
  const kept = new Map<string, Plan>();
  return (choices) => {
    const key = choices.join();
    const known = kept.get(key);
    if (known !== undefined) return known;
    const under = choosing.reduce((so, input, at) => methodUnder(so, framework, input, choices[at] ?? 0), method);
    const plan = prepare(framework, under);
    kept.set(key, plan);
    return plan;
  };
}

function restatesOf(ground: Ground, inputs: readonly Input[]): Restate {
  const doubt = inputs.find((input): input is DoubtInput => input.kind === 'doubt');
  return doubt === undefined ? () => undefined : restating(ground, prepare(ground.framework, ground.method), doubt);
}

interface Under {
  /** Place of the indicator left out; −1 for none. */
  readonly dropped: number;
  /** Whether it will be asked for under many weights, which is worth some work ahead. */
  readonly isMetAgain: boolean;
}

function baseOn(ground: Ground, plan: Plan, { dropped, isMetAgain }: Under): Outcome<Base> {
  const { columns, companions, countries } = ground;
  // Left out before the raw steps, so that it fills no gap and screens nobody.
  const raw = takeRawSteps(plan, withoutLeaf(plan, columns, dropped), companions);
  if (raw.problems.length > 0) return refused(...raw.problems);
  const state = run(plan, raw.columns);
  const faults = faultProblems(plan, state, countries);
  if (faults.length > 0) return refused(...faults);
  const { weights } = state;
  const nominal = state.columns.map(({ scores }) => scores);
  if (nominal[0]?.every(Number.isNaN) === true) return refused({ code: 'nobody-has-a-score' });
  return done({
    weights,
    nominal,
    drawn: weights.slice(),
    problemsUnder: (under) => faultProblems(plan, run(plan, raw.columns, under), countries),
    ...(isMetAgain ? reweighing(plan, raw.columns, state) : rerunning(plan, raw.columns)),
  });
}

/** As if the indicator were not in the framework; the same columns where none is left out. */
function withoutLeaf({ nodes }: Plan, columns: Columns, dropped: number): Columns {
  if (dropped < 0) return columns;
  const { rows, places } = columns.leftOut ?? {};
  const out = places?.slice() ?? new Uint8Array(nodes.length);
  out[dropped] = 1;
  return { ...columns, leftOut: { rows: rows ?? new Uint8Array(columns.rows), places: out } };
}

/** As it is typed: `normalise=rank, drop=i7`. */
function wordsOf(
  { framework, method }: Ground,
  choosing: readonly ChoiceInput[],
  { choices, dropped }: Scenario,
): string {
  const chosen = choosing.flatMap(({ kind, alternatives }, at) => {
    const label = alternatives[choices[at] ?? -1]?.label;
    return label === undefined ? [] : [`${kind}=${label}`];
  });
  const gone = dropped < 0 ? [] : [`drop=${prepare(framework, method).nodes[dropped]?.node.id}`];
  return [...chosen, ...gone].join(', ');
}

/** A problem says under what it arose, as `under`. */
function named<T>(base: Outcome<T>, under: string): Outcome<T> {
  if (base.ok || under === '') return base;
  return refused(...base.problems.map((problem) => ({ ...problem, details: { ...problem.details, under } })));
}
