/**
 * A scored framework drawn by hand, so that a test of one rule needs no round to be computed first.
 * Must never: be computed while a test file loads; a rule that breaks then would take the file's tests with it unseen.
 */
import type { ScoredNode } from '../../../../src/core/robustness/coherence/scored-tree.js';

export interface Sketch {
  readonly id: string;
  /** By country, null where there is none. */
  readonly scores: readonly (number | null)[];
  readonly children?: readonly Sketch[];
}

export const sketch = (id: string, scores: readonly (number | null)[], children: readonly Sketch[] = []): Sketch => ({
  id,
  scores,
  children,
});

/** In reading order, siblings of equal weight. */
export function drawn(top: Sketch): readonly ScoredNode[] {
  const nodes: ScoredNode[] = [];
  draw(top, undefined, { nodes, weight: 1 });
  return nodes;
}

/** The node of that id. */
export function nodeIn(nodes: readonly ScoredNode[], id: string): ScoredNode {
  const node = nodes.find((one) => one.id === id);
  if (node === undefined) throw new Error(`there is no node ${id}`);
  return node;
}

export const column = (scores: readonly (number | null)[]): Float64Array =>
  Float64Array.from(scores, (score) => score ?? Number.NaN);

function draw(
  { id, scores, children = [] }: Sketch,
  parent: ScoredNode | undefined,
  { nodes, weight }: { readonly nodes: ScoredNode[]; readonly weight: number },
): ScoredNode {
  const own: ScoredNode[] = [];
  const node: ScoredNode = {
    id,
    depth: parent === undefined ? 0 : parent.depth + 1,
    ...(parent === undefined ? {} : { parent }),
    children: own,
    scores: column(scores),
    weight,
    effective: weight * (parent?.effective ?? 1),
  };
  nodes.push(node);
  for (const child of children) own.push(draw(child, node, { nodes, weight: 1 / children.length }));
  return node;
}
