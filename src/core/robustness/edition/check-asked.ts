/**
 * Whether what is asked of a robustness run can be done at all, before anything is drawn.
 * Must never: stop at the first fault.
 */
import type { Problem } from '../../problem.js';
import type { Plan } from '../../scoring/prepare.js';
import { isChoice } from '../scenarios/layout.js';
import { type AnalysisAsked, MOST_BASE_SAMPLES, MOST_RUNS, type RobustnessAsked } from './asked.js';

/** Numbers that all analyses of a run leave for their quantiles, and again for their indices: 2 GB of either. */
const MOST_KEPT = 2 ** 28;

/** All that is wrong, none where all is well. A fault of an analysis has its id as the detail `analysis`. */
export function problemsOfAsked(asked: RobustnessAsked, plan: Plan, rows: number): readonly Problem[] {
  const { analyses, runs, baseSamples, seed } = asked;
  const isSeed = Number.isSafeInteger(seed) && seed >= 0;
  const numbers = [
    ...outside('robustness-runs', runs, { least: 1, most: MOST_RUNS }),
    ...outside('robustness-base-samples', baseSamples, { least: 0, most: MOST_BASE_SAMPLES }),
  ];
  const twice = analyses.filter(({ id }, at) => analyses.findIndex((one) => one.id === id) < at);
  return [
    ...numbers,
    ...(isSeed ? [] : [{ code: 'robustness-seed', details: { seed } }]),
    ...(analyses.length === 0 ? [{ code: 'robustness-no-analyses' }] : []),
    ...[...new Set(twice.map(({ id }) => id))].map((analysis) => ({
      code: 'robustness-analysis-twice',
      details: { analysis },
    })),
    ...analyses.flatMap((analysis) => problemsOfAnalysis(analysis, plan)),
    ...(numbers.length > 0 ? [] : tightest(analyses.flatMap((one) => problemsOfSize(one, asked, { plan, rows })))),
  ];
}

/** Of each kind, the one that lets least through: who keeps to it keeps to all. */
function tightest(problems: readonly SizeProblem[]): readonly Problem[] {
  return problems.filter(
    ({ code, details: { most } }, at) =>
      !problems.some(
        (one, other) => one.code === code && (one.details.most < most || (one.details.most === most && other < at)),
      ),
  );
}

interface SizeProblem extends Problem {
  readonly details: { readonly analysis: string; readonly most: number };
}

interface Bounds {
  readonly least: number;
  readonly most: number;
}

function outside(code: string, number: number, { least, most }: Bounds): readonly Problem[] {
  const isWithin = Number.isInteger(number) && number >= least && number <= most;
  return isWithin ? [] : [{ code, details: { number: Number.isNaN(number) ? 'NaN' : number, least, most } }];
}

function problemsOfAnalysis({ id: analysis, inputs, stated }: AnalysisAsked, plan: Plan): readonly Problem[] {
  if (stated === undefined)
    return inputs.length > 0 ? [] : [{ code: 'robustness-nothing-varied', details: { analysis } }];
  const { replications } = stated;
  if (replications.length === 0) return [{ code: 'robustness-nothing-stated', details: { analysis } }];
  const choosing = inputs.filter(isChoice);
  const wrong = replications.flatMap(({ choices, dropped, weights }, at) => {
    const isFitting =
      choices.length === choosing.length &&
      choosing.every(({ alternatives }, i) => isPlace(choices[i] ?? Number.NaN, alternatives.length)) &&
      (dropped === '' || plan.nodes[plan.placeOf.get(dropped) ?? -1]?.children.length === 0) &&
      (weights === undefined || areWeights(weights, plan));
    return isFitting ? [] : [at + 1];
  });
  const [first] = wrong;
  if (first === undefined) return [];
  return [{ code: 'robustness-stated-shape', details: { analysis, replication: first, count: wrong.length } }];
}

/** −1 stands for as the method has it. */
const isPlace = (choice: number, alternatives: number): boolean =>
  Number.isInteger(choice) && choice >= -1 && choice < alternatives;

/** One for each node by place, none of them negative, and not 0 for all children of one. */
const areWeights = (weights: readonly number[], { nodes }: Plan): boolean =>
  weights.length === nodes.length &&
  weights.every((weight) => weight >= 0) &&
  nodes.every(({ children }) => children.length === 0 || children.some((place) => (weights[place] ?? 0) > 0));

interface Size {
  readonly plan: Plan;
  readonly rows: number;
}

function problemsOfSize(
  { id: analysis, inputs, stated }: AnalysisAsked,
  { runs, baseSamples, analyses }: RobustnessAsked,
  { plan, rows }: Size,
): readonly SizeProblem[] {
  const room = MOST_KEPT / analyses.length;
  const aggregates = plan.nodes.filter(({ children }) => children.length > 0).length;
  const replications = stated?.replications.length ?? runs;
  const evaluated = stated === undefined ? baseSamples * (inputs.length + 2) : 0;
  const tooMany = (code: string, each: number, times: number): readonly SizeProblem[] =>
    each * times < room ? [] : [{ code, details: { analysis, most: Math.floor((room - 1) / each) } }];
  return [
    ...tooMany('robustness-too-many-runs', rows * aggregates, replications),
    ...tooMany('robustness-too-many-samples', (1 + 2 * rows) * (inputs.length + 2), evaluated / (inputs.length + 2)),
  ];
}
