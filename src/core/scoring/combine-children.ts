/**
 * One step up the tree: the children's scores become their parent's value, re-based on those that are there, unless one
 * of them blocks or too little is left.
 * Must never: put a value in the place of a missing child (that was done at the child), or treat a reason by itself.
 */
import { AGGREGATORS } from './aggregation/index.js';
import type { Plan, PlannedNode } from './prepare.js';
import { columnsAt, KIND, NO_SPREAD, type NodeColumns, type State } from './state.js';
import { codeOf } from './value.js';

/** Coverage is a quotient of sums of weights; a threshold is not missed by their last digits. */
const SLACK = 1e-12;

export function combineChildren(plan: Plan, node: PlannedNode, state: State): void {
  const own = columnsAt(state, node.place);
  const children = node.children.map((place) => columnsAt(state, place));
  const weights = node.children.map((place) => state.weights[place] ?? 0);
  AGGREGATORS[node.aggregation].combine(
    children.map((child) => child.scores),
    weights,
    own.combined,
  );
  coverBy(children, weights, own);
  for (let row = 0; row < state.rows; row++) {
    if (own.kinds[row] !== KIND.computed) {
      own.combined[row] = Number.NaN;
      continue;
    }
    takeFirstReason(children, own, row);
    if (node.aggregation === 'none') leaveApart(node, own, row);
    else if (!findBlock(plan, node, { children, own, row })) demandCoverage(node, own, row);
  }
}

/** Coverage is deep: each child counts by its weight and by the share below it that has a score. */
function coverBy(children: readonly NodeColumns[], weights: readonly number[], own: NodeColumns): void {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  for (let row = 0; row < own.kinds.length; row++) {
    if (own.kinds[row] !== KIND.computed) continue;
    let covered = 0;
    for (let i = 0; i < children.length; i++) covered += (weights[i] ?? 0) * (children[i]?.coverage[row] ?? 0);
    own.coverage[row] = covered / all;
  }
}

/** Where something is missing below, the first such place in reading order gives the node its reason. */
function takeFirstReason(children: readonly NodeColumns[], own: NodeColumns, row: number): void {
  for (const child of children) {
    if ((child.coverage[row] ?? 0) >= 1 && child.kinds[row] !== KIND.noSpread) continue;
    own.reasons[row] = child.reasons[row] ?? 0;
    own.origins[row] = child.origins[row] ?? 0;
    return;
  }
}

/** A node whose children are not combined is, to its own parent, a node for which nothing was stated. */
function leaveApart(node: PlannedNode, own: NodeColumns, row: number): void {
  own.kinds[row] = KIND.notCombined;
  own.reasons[row] = codeOf('not-answered');
  own.origins[row] = node.place;
}

interface Step {
  readonly children: readonly NodeColumns[];
  readonly own: NodeColumns;
  readonly row: number;
}

/** The first child that blocks: by its own block or want of spread, or because its reason is treated so. */
function findBlock(plan: Plan, node: PlannedNode, { children, own, row }: Step): boolean {
  for (let i = 0; i < children.length; i++) {
    const child = children[i];
    if (child === undefined || !Number.isNaN(child.scores[row] ?? 0)) continue;
    const reason = child.reasons[row] ?? 0;
    const treatments = plan.nodes[node.children[i] ?? 0]?.treatments;
    const blocks = child.kinds[row] === KIND.blocked || reason === NO_SPREAD || treatments?.[reason] === 'block';
    if (!blocks) continue;
    own.combined[row] = Number.NaN;
    own.kinds[row] = KIND.blocked;
    own.reasons[row] = reason;
    own.origins[row] = child.origins[row] ?? 0;
    return true;
  }
  return false;
}

function demandCoverage(node: PlannedNode, own: NodeColumns, row: number): void {
  const enough = (own.coverage[row] ?? 0) >= node.coverage - SLACK;
  if (enough && !Number.isNaN(own.combined[row] ?? 0)) return;
  own.combined[row] = Number.NaN;
  own.kinds[row] = enough ? KIND.missing : KIND.tooLittle;
}
