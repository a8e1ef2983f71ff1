/**
 * Levels as they are written behind `weights:…@`: by a name of the framework, in the singular or the plural, or by number, counted
 * from the indicators up.
 * Must never: take one level for another; name the index, which has no weight.
 */
import type { Framework } from '../core/scoring/framework.js';
import type { Method } from '../core/scoring/method.js';
import { type PlannedNode, prepare } from '../core/scoring/prepare.js';
import { didYouMean } from './did-you-mean.js';
import { quoted } from './quoted.js';

/** Ids of all their nodes in reading order, or what is wrong with the first that is none. */
export function nodesAt(
  levels: readonly string[],
  framework: Framework,
  method: Method,
): { readonly nodes: readonly string[] } | { readonly message: string } {
  const { nodes } = prepare(framework, method);
  const depths = depthsOf(nodes);
  const on = new Set<PlannedNode>();
  for (const level of levels) {
    const depth = framework.levels.findIndex(({ name, plural }) => level === name || level === plural);
    const found = nodes.filter((node) => (depth < 0 ? String(node.level) === level : depths[node.place] === depth));
    if (found.length === 0) return { message: unknown(level, framework, nodes) };
    if (found.some(({ parent }) => parent < 0))
      return { message: `${quoted(level)} is the index itself, which has no weight` };
    for (const node of found) on.add(node);
  }
  return { nodes: nodes.filter((node) => on.has(node)).map(({ node }) => node.id) };
}

/** By place: 0 for the index. */
function depthsOf(nodes: readonly PlannedNode[]): readonly number[] {
  const depths: number[] = [];
  for (const { parent } of nodes) depths.push(parent < 0 ? 0 : (depths[parent] ?? 0) + 1);
  return depths;
}

function unknown(level: string, { levels }: Framework, nodes: readonly PlannedNode[]): string {
  // Two tables only number their levels.
  const names = levels.slice(1).flatMap(({ name }) => (/^level \d+$/.test(name) ? [] : [name]));
  const highest = Math.max(1, (nodes[0]?.level ?? 1) - 1);
  const numbers = highest === 1 ? '1' : `a number from 1 (indicators) to ${highest}`;
  const meant = didYouMean(
    level,
    levels.slice(1).flatMap(({ name, plural }) => [name, plural]),
  );
  const asked = meant === undefined ? '' : `; did you mean '${meant}'?`;
  return `there is no level ${quoted(level)}: write ${[...names, numbers].join(', ').replace(/, ([^,]*)$/, ' or $1')}${asked}`;
}
