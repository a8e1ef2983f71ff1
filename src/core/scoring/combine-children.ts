/**
 * One step up the tree: the children's scores become their parent's value, re-based on those that are there, unless one
 * of them blocks or too little is left.
 * Must never: put a value in the place of a missing child (that was done at the child), or treat a reason by itself.
 */
import { AGGREGATORS } from './aggregation/index.js';
import type { Treatment } from './method.js';
import type { Plan, PlannedNode } from './prepare.js';
import { columnsAt, KIND, NO_SPREAD, type NodeColumns, type State } from './state.js';
import { codeOf } from './value.js';

/** Coverage is a quotient of sums of weights; a threshold is not missed by their last digits. */
const SLACK = 1e-12;

export function combineChildren(plan: Plan, node: PlannedNode, state: State): void {
  const step = stepTo(plan, node, state);
  const { own, children, weights } = step;
  AGGREGATORS[node.aggregation].combine(
    children.map((child) => child.scores),
    weights,
    own.combined,
  );
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  for (let row = 0; row < state.rows; row++) {
    if (own.kinds[row] !== KIND.computed) {
      own.combined[row] = Number.NaN;
      continue;
    }
    own.coverage[row] = coveredWeight(step, row) / all;
    takeFirstReason(step, row);
    if (node.aggregation === 'none') leaveApart(step, row);
    else if (!takeBlock(step, row)) demandCoverage(step, row);
  }
}

/** What one step works on: the same for all countries. */
interface Step {
  readonly node: PlannedNode;
  readonly own: NodeColumns;
  readonly children: readonly NodeColumns[];
  readonly weights: readonly number[];
  /** Of each child, by reason code. */
  readonly treatments: readonly (readonly Treatment[])[];
}

function stepTo(plan: Plan, node: PlannedNode, state: State): Step {
  return {
    node,
    own: columnsAt(state, node.place),
    children: node.children.map((place) => columnsAt(state, place)),
    weights: node.children.map((place) => state.weights[place] ?? 0),
    treatments: node.children.map((place) => plan.nodes[place]?.treatments ?? []),
  };
}

/** Coverage is deep: each child counts by its weight and by the share below it that has a score. */
function coveredWeight({ children, weights }: Step, row: number): number {
  let covered = 0;
  for (let i = 0; i < children.length; i++) covered += (weights[i] ?? 0) * (children[i]?.coverage[row] ?? 0);
  return covered;
}

/** Where something is missing below, the first such place in reading order gives the node its reason. */
function takeFirstReason({ own, children }: Step, row: number): void {
  for (const child of children) {
    if ((child.coverage[row] ?? 0) >= 1) continue;
    own.reasons[row] = child.reasons[row] ?? 0;
    own.origins[row] = child.origins[row] ?? 0;
    return;
  }
}

/** A node whose children are not combined is, to its own parent, a node for which nothing was stated. */
function leaveApart({ node, own }: Step, row: number): void {
  own.kinds[row] = KIND.notCombined;
  own.reasons[row] = codeOf('not-answered');
  own.origins[row] = node.place;
}

/** The first child that blocks, by its own block or want of spread or because its reason is treated so, if any does. */
function takeBlock({ own, children, treatments }: Step, row: number): boolean {
  for (let i = 0; i < children.length; i++) {
    const child = children[i];
    if (child === undefined || !Number.isNaN(child.scores[row])) continue;
    const reason = child.reasons[row] ?? 0;
    const isBlocked = child.kinds[row] === KIND.blocked || reason === NO_SPREAD;
    if (!isBlocked && treatments[i]?.[reason] !== 'block') continue;
    own.combined[row] = Number.NaN;
    own.kinds[row] = KIND.blocked;
    own.reasons[row] = reason;
    own.origins[row] = child.origins[row] ?? 0;
    return true;
  }
  return false;
}

function demandCoverage({ node, own }: Step, row: number): void {
  const isEnough = (own.coverage[row] ?? 0) >= node.coverage - SLACK;
  if (isEnough && !Number.isNaN(own.combined[row])) return;
  own.combined[row] = Number.NaN;
  own.kinds[row] = isEnough ? KIND.missing : KIND.tooLittle;
}
