/**
 * Every node of a framework with its place in framework.yaml.
 * Must never: judge a node.
 */
import type { Framework, Node } from '../framework.js';
import type { FilePath } from './measure-fault.js';

export interface PlacedNode {
  readonly node: Node;
  readonly path: FilePath;
  /** Levels above it: 0 for the root. */
  readonly depth: number;
}

/** In reading order, a node before its children. */
export function placedNodes({ index }: Framework): readonly PlacedNode[] {
  return below(index, ['index'], 0);
}

function below(node: Node, path: FilePath, depth: number): readonly PlacedNode[] {
  const children = node.children.flatMap((child, at) => below(child, [...path, 'children', at], depth + 1));
  return [{ node, path, depth }, ...children];
}
