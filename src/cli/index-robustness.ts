/**
 * The robustness of an index of two tables: opens the round, runs what was asked, and says how far it is.
 * Must never: contain a rule of scoring or of statistics; be loaded where nobody asks for it.
 */
import { done, type Outcome } from '../core/problem.js';
import { leftOutOf } from '../core/robustness/edition/left-out.js';
import { openScenarios, type Scenarios } from '../core/robustness/scenarios/open-scenarios.js';
import { statedScores, toTry } from '../core/robustness/scenarios/stated.js';
import { type Sensitivity, sensitivityOf } from '../core/robustness/sensitivity/sensitivity.js';
import { spreadOf, type Uncertainty, uncertaintyOf } from '../core/robustness/uncertainty/uncertainty.js';
import { prepare } from '../core/scoring/prepare.js';
import { rank } from '../core/statistics/rank.js';
import type { IndexDefinition } from '../library/index-definition.js';
import type { IndexStrength } from '../render/index-strength.js';
import { type MoreColumns, uncertaintyColumns } from '../render/index-uncertainty.js';
import type { DrawnRun, RobustnessRun } from './index-robustness-input.js';
import { accountOf, progressOn } from './index-robustness-told.js';
import type { Shell } from './shell.js';

/** What came of it, ready to be written. `account`: what it was made of. */
export type Robustness = { readonly warnings: readonly string[]; readonly account: object } & (
  | { readonly analysis: 'uncertainty'; readonly more: MoreColumns; readonly strength: IndexStrength | undefined }
  | { readonly analysis: 'sensitivity'; readonly sensitivity: Sensitivity; readonly inputs: readonly string[] }
);

/** Refused, before anything is drawn, with all that the alternatives cannot do. */
export function robustnessOf(run: RobustnessRun, definition: IndexDefinition, shell: Shell): Outcome<Robustness> {
  const { framework, method, columns, companions, units } = definition;
  const ground = { framework, method, columns, companions, countries: units };
  const tried = run.analysis === 'replay' ? toTry(run.replications, run.onProblem) : undefined;
  const opened = openScenarios(ground, run.inputs, tried);
  if (!opened.ok) return opened;
  const progress = progressOn(shell);
  const common = { tolerance: method.ranking.tolerance, onProgress: progress.tell };
  const found =
    run.analysis === 'sensitivity'
      ? dueTo(run, opened.value, common)
      : spread(run, opened.value, { ...common, definition });
  progress.end();
  return found;
}

function dueTo(run: DrawnRun, scenarios: Scenarios, common: Common): Outcome<Robustness> {
  const found = sensitivityOf(scenarios, { ...run, ...common });
  if (!found.ok) return found;
  const { failed, evaluations } = found.value;
  return done({
    analysis: 'sensitivity',
    sensitivity: found.value,
    inputs: run.inputs.map(({ kind }) => kind),
    account: accountOf(run, { failed, evaluations }),
    warnings: failures(failed, `${run.count} base samples`),
  });
}

function spread(
  run: RobustnessRun,
  scenarios: Scenarios,
  { definition, ...common }: Common & { readonly definition: IndexDefinition },
): Outcome<Robustness> {
  const found =
    run.analysis === 'replay'
      ? spreadOf(scenarios, statedScores(scenarios, run.replications), {
          ...run,
          ...common,
          count: run.replications.length,
        })
      : uncertaintyOf(scenarios, { ...run, ...common });
  if (!found.ok) return found;
  const { count, failed } = found.value;
  const { nodes } = prepare(definition.framework, definition.method);
  const aggregates = scenarios.aggregates.map((place) => nodes[place]?.node.id ?? '');
  return done({
    analysis: 'uncertainty',
    more: uncertaintyColumns(found.value, aggregates),
    strength: strengthOf(found.value, scenarios, definition),
    account: accountOf(run, { failed }),
    warnings: failures(failed, `${count} replications`),
  });
}

function strengthOf(
  { count, failed, ranks: [ranks], pairs }: Uncertainty,
  { nominal }: Scenarios,
  { framework, method, columns, companions, units: countries }: IndexDefinition,
): IndexStrength | undefined {
  if (ranks === undefined || pairs === undefined) return undefined;
  const ground = { framework, method, columns, companions, countries };
  const leftOut = leftOutOf({ plan: prepare(framework, method), countries, columns, companions, ground });
  return {
    ranks,
    pairs,
    computed: count - failed,
    nominal: rank(nominal[0] ?? [], 'lowest', method.ranking.tolerance),
    leftOut: leftOut.ok ? leftOut.value : [],
  };
}

function failures(failed: number, of: string): readonly string[] {
  return failed === 0 ? [] : [`warning: ${failed} of ${of} could not be computed, and are in none of these numbers`];
}

interface Common {
  readonly tolerance: number;
  readonly onProgress: (share: number) => void;
}
