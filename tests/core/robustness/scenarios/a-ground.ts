/** A round to be varied, built from a table, so that a test says only what it is about. */

import type { Ground } from '../../../../src/core/robustness/scenarios/ground.js';
import type { Input } from '../../../../src/core/robustness/scenarios/input.js';
import { openScenarios, type Scenarios } from '../../../../src/core/robustness/scenarios/open-scenarios.js';
import type { Node } from '../../../../src/core/scoring/framework.js';
import type { Method } from '../../../../src/core/scoring/method.js';
import { aRound, companions, type Table } from '../../scoring/raw-steps/a-round.js';

export function aGround(tree: Node, table: Table, method: Partial<Method> = {}): Ground {
  const { plan, columns } = aRound(tree, table, { method: { weights: 'stated', ...method } });
  const { framework } = plan;
  return { framework, method: plan.method, columns, companions: companions(), countries: Object.keys(table) };
}

export function opened(ground: Ground, ...inputs: readonly Input[]): Scenarios {
  const scenarios = openScenarios(ground, inputs);
  if (!scenarios.ok) throw new Error(JSON.stringify(scenarios.problems));
  return scenarios.value;
}

/** Columns of their own, as the next point writes over those it is given. */
export function scoresAt(scenarios: Scenarios, point: readonly number[]): readonly (readonly number[])[] {
  const found = scenarios.at(point);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value.map((column) => [...column]);
}
