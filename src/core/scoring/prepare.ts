/**
 * Framework and method become a plan: every look-up done once, so that `run` only walks arrays. One plan serves the
 * official index, what-if in the browser and every replication of a robustness analysis.
 * Must never: see a country or an answer.
 */
import { REASONS } from '../survey/answers.js';
import type { Framework, Node } from './framework.js';
import type { Aggregation, Method, NodeRule, ScaleRule, Treatment } from './method.js';
import { type Treatments, treatmentsOf } from './treatment.js';

export interface Plan {
  readonly framework: Framework;
  readonly method: Method;
  /** In reading order: a node before its children, its whole subtree directly behind it. */
  readonly nodes: readonly PlannedNode[];
  readonly placeOf: ReadonlyMap<string, number>;
  /** Weight among siblings by place; any positive scale. */
  readonly weights: Float64Array;
}

export interface PlannedNode {
  readonly node: Node;
  readonly place: number;
  /** −1 for the root. */
  readonly parent: number;
  readonly children: readonly number[];
  /** The place behind the last node of its subtree. */
  readonly end: number;
  /** 1 for a leaf, else 1 + the highest child. */
  readonly level: number;
  /** How its children are combined; a leaf has none to combine. */
  readonly aggregation: Aggregation;
  readonly scale: ScaleRule;
  /** By reason code; the first entry, "not missing", is never read. */
  readonly treatments: readonly Treatment[];
  /** Least share of weight that must be present below it; 0 where none is demanded. */
  readonly coverage: number;
}

/** Neither argument is checked here: `checkMeasures` does, before a definition is ever used. */
export function prepare(framework: Framework, method: Method): Plan {
  const nodes: PlannedNode[] = [];
  lay(framework.index, { method, nodes, parent: -1, chain: [] });
  return {
    framework,
    method,
    nodes,
    placeOf: new Map(nodes.map(({ node, place }) => [node.id, place])),
    weights: Float64Array.from(nodes, ({ node, parent }) => weightOf(node, nodes[parent]?.node, method)),
  };
}

interface Way {
  readonly method: Method;
  readonly nodes: PlannedNode[];
  readonly parent: number;
  /** Rules of the nodes above, nearest first. */
  readonly chain: readonly (NodeRule | undefined)[];
}

/** Lays a node and its subtree into the plan. Its place is taken before its children's, its entry is written after. */
function lay(node: Node, way: Way): PlannedNode {
  const { method, nodes, parent } = way;
  const place = nodes.length;
  const rule = ruleOf(method, node.id);
  const chain = [rule, ...way.chain];
  nodes.length += 1;
  const children = node.children.map((child) => lay(child, { method, nodes, parent: place, chain }));
  const planned: PlannedNode = {
    node,
    place,
    parent,
    children: children.map((child) => child.place),
    end: nodes.length,
    level: 1 + Math.max(0, ...children.map((child) => child.level)),
    aggregation: rule?.aggregation ?? method.aggregation,
    scale: rule?.scale ?? { type: 'none' },
    treatments: byCode(treatmentsOf(method, chain)),
    coverage: chain.find((one) => one?.coverage !== undefined)?.coverage ?? method.coverage ?? 0,
  };
  nodes[place] = planned;
  return planned;
}

const byCode = (treatments: Treatments): readonly Treatment[] => [
  'block',
  ...REASONS.map((reason) => treatments[reason]),
];

const ruleOf = (method: Method, id: string): NodeRule | undefined =>
  Object.hasOwn(method.nodes, id) ? method.nodes[id] : undefined;

/** Weights written in the method for the parent come first, then those of the framework, where the method takes them. */
function weightOf(node: Node, parent: Node | undefined, method: Method): number {
  const stated = parent && ruleOf(method, parent.id)?.weights?.[node.id];
  return stated ?? (method.weights === 'stated' ? node.weight : 1);
}
