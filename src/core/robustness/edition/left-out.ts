/**
 * The index without one of its elements, for each in turn, at every level: as if that one had never been there.
 * Must never: leave out what takes no part, or let a parent stand that has nothing left to combine.
 */
import { done, type Outcome } from '../../problem.js';
import type { Columns } from '../../scoring/columns.js';
import type { Framework, Node } from '../../scoring/framework.js';
import type { Method } from '../../scoring/method.js';
import { type Plan, prepare } from '../../scoring/prepare.js';
import { reckon } from '../../scoring/reckon.js';
import { columnsAt } from '../../scoring/state.js';
import type { Ground } from '../scenarios/ground.js';
import { openScenarios } from '../scenarios/open-scenarios.js';
import { movedFrom, nowhere } from './index-moved.js';
import type { Laid } from './open-round.js';
import type { ElementLeftOut } from './robustness.js';

/**
 * Ids of the elements below the index that take part, in reading order: those with a score in some country. What lies below a node
 * whose figures are given has none, nor has what the screening left out; what lies below children that are not combined cannot
 * move the index.
 */
export function elementsOf({ plan, columns, companions }: Laid): Outcome<readonly string[]> {
  const reckoned = reckon(plan, columns, companions);
  if (!reckoned.ok) return reckoned;
  const { state } = reckoned.value;
  const elements = plan.nodes.filter(
    ({ place, parent }) =>
      parent >= 0 && isCombined(plan, parent) && columnsAt(state, place).scores.some((score) => !Number.isNaN(score)),
  );
  return done(elements.map(({ node }) => node.id));
}

/**
 * Shape: a round, and ids of elements (all that take part where none are named) → for each the ranks and scores of the index
 * without it, by country, and the mean distance of the ranks from the nominal ones; or the code of why there are no numbers.
 * The framework stands without the element, without what lies below it and without a parent that has nothing else below it; the
 * steps on raw values, bounds, moments and derived weights are worked out anew. Answers are scored as they were.
 *
 * Citation: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 7, inclusion and exclusion of individual
 * indicators.
 * Example: an index of two pillars of equal weight without the first is the second.
 * Refuses: what the method as it is cannot do.
 */
export function leftOutOf(opened: Laid, ids?: readonly string[]): Outcome<readonly ElementLeftOut[]> {
  const elements = ids === undefined ? elementsOf(opened) : done(ids);
  if (!elements.ok) return elements;
  const nominal = indexOf(opened.ground);
  if (!nominal.ok) return nominal;
  const moved = movedFrom(opened, nominal.value);
  return done(
    elements.value.map((node): ElementLeftOut => {
      const without = groundWithout(opened, node);
      const index: Outcome<Float64Array> = without === undefined ? NOTHING_LEFT : indexOf(without);
      return { node, ...(index.ok ? moved(index.value) : nowhere(opened, index.problems)) };
    }),
  );
}

const NOTHING_LEFT: Outcome<never> = { ok: false, problems: [{ code: 'nobody-has-a-score' }] };

function isCombined({ nodes }: Pick<Plan, 'nodes'>, place: number): boolean {
  const node = nodes[place];
  return node === undefined || (node.aggregation !== 'none' && isCombined({ nodes }, node.parent));
}

function indexOf(ground: Ground): Outcome<Float64Array> {
  const scenarios = openScenarios(ground, [], []);
  return scenarios.ok ? done(scenarios.value.nominal[0] ?? new Float64Array()) : scenarios;
}

/** Undefined where nothing is left below the index. */
function groundWithout({ plan, ground }: Laid, id: string): Ground | undefined {
  const index = nodeWithout(plan.framework.index, id);
  if (index === undefined) return undefined;
  const framework: Framework = { ...plan.framework, index, rollUps: [] };
  const kept = prepare(framework, plan.method);
  const method = methodFor(plan.method, kept);
  return { ...ground, framework, method, columns: columnsFor(kept, plan, ground.columns) };
}

/** Undefined for the node itself, and for one that has nothing else below it. */
function nodeWithout(node: Node, id: string): Node | undefined {
  if (node.id === id) return undefined;
  if (node.children.length === 0) return node;
  const children = node.children.flatMap((child) => nodeWithout(child, id) ?? []);
  return children.length === 0 ? undefined : { ...node, children };
}

/** A screening names only indicators that are there. */
function methodFor(method: Method, { placeOf }: Plan): Method {
  const { screening } = method;
  if (screening?.indicators === undefined) return method;
  const { keep, drop, ...rule } = screening.indicators;
  const known = (ids: readonly string[]): readonly string[] => ids.filter((id) => placeOf.has(id));
  const indicators = {
    ...rule,
    ...(keep === undefined ? {} : { keep: known(keep) }),
    ...(drop === undefined ? {} : { drop: known(drop) }),
  };
  return { ...method, screening: { ...screening, indicators } };
}

/** The same columns at the places they have among fewer nodes. */
function columnsFor({ nodes }: Plan, { placeOf }: Plan, columns: Columns): Columns {
  const before = nodes.map(({ node }) => placeOf.get(node.id) ?? -1);
  return {
    ...columns,
    leaves: before.map((place) => columns.leaves[place]),
    given: before.map((place) => columns.given[place]),
  };
}
