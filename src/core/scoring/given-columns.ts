/**
 * Given scores, sorted into columns by node.
 * Must never: pass over a figure it cannot place.
 */
import { done, type Outcome, type Problem, refused } from '../problem.js';
import type { Given } from './index-input.js';
import type { Plan } from './prepare.js';

type GivenColumns = readonly (Float64Array | undefined)[];

/** One column per node that anything is given for; every figure that cannot be taken is a problem. */
export function givenColumns(
  plan: Plan,
  rowOf: ReadonlyMap<string, number>,
  given: readonly Given[],
): Outcome<GivenColumns> {
  const columns: (Float64Array | undefined)[] = plan.nodes.map(() => undefined);
  const problems: Problem[] = [];
  for (const { country, node, value } of given) {
    const place = plan.placeOf.get(node);
    const row = rowOf.get(country);
    if (place === undefined) problems.push({ code: 'given-unknown-node', details: { country, node } });
    else if (!Number.isFinite(value)) problems.push({ code: 'given-not-a-number', details: { country, node } });
    else if (row !== undefined) {
      const column = columns[place] ?? new Float64Array(rowOf.size).fill(Number.NaN);
      columns[place] = column;
      if (!Number.isNaN(column[row])) problems.push({ code: 'given-twice', details: { country, node } });
      column[row] = value;
    }
  }
  return problems.length > 0 ? refused(...problems) : done(columns);
}
