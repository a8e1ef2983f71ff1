/**
 * Where each scored data point leans on in the framework: the pillar whose level decides it, the sub-pillar it shares its
 * luck with, and whether the better answer is the lower one.
 * Must never: compute a score.
 */
import type { Framework, Node } from '../../core/scoring/framework.js';
import { keyOf } from '../../core/survey/key.js';

export interface Leaning {
  readonly pillar: string;
  readonly subPillar: string;
  readonly reversed: boolean;
}

/** By key of the data point. A data point that feeds two indicators leans on the first. */
export function leaningsOf(framework: Framework): ReadonlyMap<string, Leaning> {
  const leanings = new Map<string, Leaning>();
  const visit = (node: Node, path: readonly string[]): void => {
    const { indicator } = node;
    if (indicator !== undefined) {
      const [pillar = node.id, subPillar = node.id] = path;
      const key = keyOf(indicator.question, indicator.part);
      if (!leanings.has(key)) leanings.set(key, { pillar, subPillar, reversed: indicator.rule.type === 'reversed' });
    }
    for (const child of node.children) visit(child, [...path, node.id]);
  };
  for (const pillar of framework.index.children) visit(pillar, []);
  return leanings;
}
