/**
 * The framework laid out in reading order: each node with its depth, its parent, the colour of its pillar and its share of
 * the index, so that tables, charts and sentences all walk the same list.
 * Must never: hold anything of a country.
 */
import type { Framework, Node } from '../scoring/framework.js';
import type { Method, NodeRule } from '../scoring/method.js';
import { type Plan, type PlannedNode, prepare } from '../scoring/prepare.js';

export interface Place {
  readonly node: Node;
  readonly id: string;
  /** 0 for the index, 1 for its pillars. */
  readonly depth: number;
  readonly parent?: Place;
  readonly children: readonly Place[];
  /** Colour slot: 0 for the index, 1, 2, 3 … for the pillars and all below them. */
  readonly hue: number;
  /** As stated or equal, on the scale its siblings share; where weights are derived from scores, what they start from. */
  readonly weight: number;
  /** What the engine does with it. */
  readonly planned: PlannedNode;
  /** The rule of this node alone, where the method has one. */
  readonly rule: NodeRule | undefined;
}

/** All nodes of the framework, a node before its children. */
export function placesOf(framework: Framework, method: Method): readonly Place[] {
  const all: Place[] = [];
  const plan = prepare(framework, method);
  visit(framework.index, undefined, 0);
  return all;

  function visit(node: Node, parent: Place | undefined, hue: number): Place {
    const children: Place[] = [];
    const planned = plannedAt(plan, all.length);
    const place: Place = {
      node,
      id: node.id,
      depth: parent === undefined ? 0 : parent.depth + 1,
      ...(parent === undefined ? {} : { parent }),
      children,
      hue,
      weight: plan.weights[planned.place] ?? 1,
      planned,
      rule: method.nodes[node.id],
    };
    all.push(place);
    node.children.forEach((child, i) => {
      children.push(visit(child, place, parent === undefined ? i + 1 : hue));
    });
    return place;
  }
}

/** The name for axes, titles and sentences: the short one where there is one. */
export const nameOf = (place: Place): string => place.node.shortName ?? place.node.name;

/** `1.1`, where the node's id is such a number, for the margin of tables and charts. */
export const codeOf = (place: Place): string | undefined =>
  place.depth > 1 && /^\d+(\.[\da-z]+)+$/.test(place.id) ? place.id : undefined;

/** The name inside a sentence: "re-use", but "OECD role" keeps its capitals. */
export const inSentence = (place: Place): string => lowered(nameOf(place));

/** The same of any name. */
export function lowered(name: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** Plan and places are laid out in the same order. */
function plannedAt({ nodes }: Plan, place: number): PlannedNode {
  const planned = nodes[place];
  if (planned === undefined) throw new RangeError(`the plan has no node at place ${place}`);
  return planned;
}
