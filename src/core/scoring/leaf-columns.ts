/**
 * Answers → indicators: the value of every leaf for every country of the round, by the leaf's scoring rule.
 * Must never: treat a missing value; let an answer below a given node enter a comparison between countries.
 */

import type { Reading } from '../survey/condition.js';
import { keyOf } from '../survey/key.js';
import type { Indicator } from './framework.js';
import type { Plan, PlannedNode } from './prepare.js';
import { kindOf } from './rules/index.js';
import { type Column, columnOf, type Missing } from './value.js';

/** How the countries' answers stand, by row: a reading by data point. */
export type Readings = readonly Pick<ReadonlyMap<string, Reading>, 'get'>[];

export interface Stated {
  readonly readings: Readings;
  /** By row: all answers of this country count as withheld. */
  readonly isWithheld: readonly boolean[];
  /** By place and row; NaN where nothing is given. */
  readonly given: readonly (Float64Array | undefined)[];
}

/** By place in the plan; leaves only. A leaf without indicator has no answer to go by. */
export function leafColumns(plan: Plan, stated: Stated): readonly (Column | undefined)[] {
  return plan.nodes.map((leaf) => (leaf.children.length > 0 ? undefined : leafColumn(leaf, plan, stated)));
}

/** The value of one leaf. */
export const leafColumn = (leaf: PlannedNode, plan: Plan, stated: Stated): Column =>
  columnOf(valuesOf(leaf, plan, stated));

const NOT_ANSWERED: Missing = { missing: 'not-answered' };
const WITHHELD: Missing = { missing: 'withheld' };

function valuesOf(leaf: PlannedNode, plan: Plan, stated: Stated): Parameters<typeof columnOf>[0] {
  const { indicator } = leaf.node;
  const values =
    indicator === undefined ? stated.readings.map(() => NOT_ANSWERED) : scored(indicator, leaf, { plan, stated });
  return values.map((value, row) => (stated.isWithheld[row] === true ? WITHHELD : value));
}

interface From {
  readonly plan: Plan;
  readonly stated: Stated;
}

function scored(indicator: Indicator, leaf: PlannedNode, { plan, stated }: From): Parameters<typeof columnOf>[0] {
  const replacing = upwards(leaf, plan).flatMap(({ place }) => stated.given[place] ?? []);
  const takesPart = stated.readings.map(
    (_, row) => stated.isWithheld[row] !== true && replacing.every((given) => Number.isNaN(given[row])),
  );
  return kindOf(indicator.rule).score(indicator.rule, {
    rows: stated.readings.length,
    part: indicator.part,
    read: (row, part) =>
      (takesPart[row] === true ? stated.readings[row]?.get(keyOf(indicator.question, part)) : undefined) ??
      NOT_ANSWERED,
  });
}

/** The node and all above it. */
function upwards(node: PlannedNode, plan: Plan): readonly PlannedNode[] {
  const above = plan.nodes[node.parent];
  return above === undefined ? [node] : [node, ...upwards(above, plan)];
}
