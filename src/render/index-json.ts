/**
 * All there is to know of an index of two tables as JSON: the rows, and how they came about.
 * Must never: round, or hold a number where there is none.
 */
import { importanceOf } from '../core/robustness/coherence/importance.js';
import { scoredTree } from '../core/robustness/coherence/scored-tree.js';
import type { Reckoning } from '../core/scoring/reckon.js';
import { numberOrNull } from '../core/scoring/value.js';
import { indexSteps } from './index-steps.js';
import { type IndexStrength, strengthAccount } from './index-strength.js';
import type { IndexTable } from './index-table.js';
import type { MoreColumns } from './index-uncertainty.js';

export interface IndexAccount {
  readonly reckoning: Reckoning;
  readonly table: IndexTable;
  /** Of all units, also those left out: the rows of the engine's columns. */
  readonly units: readonly string[];
  readonly names: ReadonlyMap<string, string>;
  /** Sentences. */
  readonly warnings: readonly string[];
  /** How sure the rows are: further columns of them, and what these were made of. */
  readonly robustness?: Sureness | undefined;
}

interface Sureness {
  readonly more: MoreColumns;
  readonly strength?: IndexStrength | undefined;
  readonly account: object;
}

export function indexJson({ reckoning, table, units, names, warnings, robustness }: IndexAccount): string {
  const { plan, state, raw } = reckoning;
  const { notes } = raw;
  const unit = (row: number): string => units[row] ?? '';
  const node = (place: number): string => plan.nodes[place]?.node.id ?? '';
  const told = importanceOf(scoredTree(plan, state));
  const byNode = (of: (one: (typeof told)[number]) => unknown) =>
    Object.fromEntries(told.map((one) => [one.node, of(one)] as const));
  const account = {
    method: plan.method,
    steps: indexSteps(reckoning),
    units: table.units.map(({ code }) => code),
    names: Object.fromEntries([...names, ...plan.nodes.map((one) => [one.node.id, one.node.name] as const)]),
    rows: rowsOf(table, robustness?.more),
    weights: byNode(({ weight }) => weight),
    effectiveWeights: byNode(({ effective }) => effective),
    importance: byNode(({ importance }) => importance),
    unitWeights: unitWeights(reckoning, units),
    outliers: notes.treatedColumns.map(({ place, ...one }) => ({ node: node(place), ...one })),
    treated: notes.treatedPoints.map(({ place, row, ...one }) => ({ unit: unit(row), node: node(place), ...one })),
    imputed: notes.imputedPoints.map(({ place, row, ...one }) => ({ unit: unit(row), node: node(place), ...one })),
    notImputed: notes.unfilledGaps.map(({ place, row, why }) => ({ unit: unit(row), node: node(place), why })),
    leftOut: {
      units: notes.leftOutCountries.map(({ row, ...one }) => ({ unit: unit(row), ...one })),
      indicators: notes.leftOutIndicators.map(({ place, ...one }) => ({ node: node(place), ...one })),
    },
    ...(robustness === undefined ? {} : { robustness: surenessOf(robustness, table) }),
    warnings,
  };
  return `${JSON.stringify(account, null, 2)}\n`;
}

function surenessOf({ account, strength }: Sureness, { units }: IndexTable): object {
  return strength === undefined ? account : { ...account, ...strengthAccount(strength, units) };
}

/** As in CSV; null where there is no number. */
function rowsOf({ units, nodes }: IndexTable, more?: MoreColumns): readonly object[] {
  return units.flatMap(({ code: unit, row }) =>
    nodes.map(({ code: node, level, scores, ranks, coverage, status }) => ({
      unit,
      node,
      level,
      score: numberOrNull(scores[row] ?? Number.NaN),
      rank: numberOrNull(ranks[row] ?? Number.NaN),
      coverage: coverage[row],
      status: status(row),
      ...(more === undefined ? {} : numbersOf(more, node, row)),
    })),
  );
}

function numbersOf({ names, numbers }: MoreColumns, node: string, row: number): object {
  return Object.fromEntries(numbers(node, row).map((value, at) => [names[at], numberOrNull(value)]));
}

/** Where every unit has weights of its own: by node, then by unit. */
function unitWeights({ plan, state }: Reckoning, units: readonly string[]): object {
  return Object.fromEntries(
    state.ownWeights.flatMap((weights, place) => {
      const id = plan.nodes[place]?.node.id;
      if (weights === undefined || id === undefined) return [];
      return [[id, Object.fromEntries(units.map((unit, row) => [unit, weights[row] ?? null]))] as const];
    }),
  );
}
