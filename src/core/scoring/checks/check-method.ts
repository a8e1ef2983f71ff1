/**
 * Checks a method against the framework it computes: every node it names exists, and every rule can do its work.
 * Must never: complete what the method leaves unsaid.
 */
import type { Framework } from '../framework.js';
import type { Method } from '../method.js';
import { checkNodeRule } from './check-node-rule.js';
import { checkScaleRule } from './check-scale-rule.js';
import { type FilePath, type MeasureFault, methodError, methodWarning } from './measure-fault.js';
import type { PlacedNode } from './placed-node.js';

export function checkMethod(
  { levels }: Framework,
  method: Method,
  nodes: readonly PlacedNode[],
): readonly MeasureFault[] {
  const known = new Map(nodes.map(({ node }) => [node.id, node]));
  const unknown = (ids: readonly string[], path: FilePath): readonly MeasureFault[] =>
    ids
      .filter((id) => !known.has(id))
      .map((id) => methodError([...path, id], `there is no node "${id}" in the framework`));
  return [
    ...unknown(Object.keys(method.nodes), ['nodes']),
    ...unknown(Object.keys(method.presentation.nodes), ['presentation', 'nodes']),
    ...Object.entries(method.nodes).flatMap(([id, rule]) => {
      const node = known.get(id);
      return node === undefined ? [] : checkNodeRule(node, rule);
    }),
    ...checkScale(method),
    ...checkCoverage(method),
    ...checkWeights(method, nodes),
    ...checkPresentation(method),
    ...checkRanking(method),
    ...checkCombining(method, nodes, levels[0]?.name ?? 'index'),
  ];
}

function checkScale({ scale }: Method): readonly MeasureFault[] {
  if (scale === null || scale.low < scale.high) return [];
  return [methodError(['scale', 'low'], `low (${scale.low}) is not below high (${scale.high})`)];
}

function checkCoverage({ coverage }: Method): readonly MeasureFault[] {
  if (coverage === undefined || (coverage >= 0 && coverage <= 1)) return [];
  return [methodError(['coverage'], `a coverage of ${coverage} is not a share from 0 to 1`)];
}

/** Weights in the framework that a method of equal weights passes over. */
function checkWeights({ weights }: Method, nodes: readonly PlacedNode[]): readonly MeasureFault[] {
  const weighed = nodes.find(({ node }) => node.weight !== 1);
  if (weights === 'stated' || weighed === undefined) return [];
  return [
    methodWarning(['weights'], `the framework states weights (for "${weighed.node.id}"), and "equal" passes over them`),
  ];
}

function checkPresentation({ presentation }: Method): readonly MeasureFault[] {
  return [
    ...checkScaleRule(presentation.rescale, ['presentation', 'rescale']),
    ...Object.entries(presentation.nodes).flatMap(([id, rule]) =>
      checkScaleRule(rule.rescale, ['presentation', 'nodes', id, 'rescale']),
    ),
  ];
}

function checkRanking({ ranking }: Method): readonly MeasureFault[] {
  const faults: MeasureFault[] = [];
  if (ranking.on === 'presented' && ranking.decimals === undefined) {
    faults.push(methodError(['ranking'], 'a ranking on presented values must say to how many decimals'));
  }
  if (ranking.on === 'score' && ranking.decimals !== undefined) {
    faults.push(
      methodWarning(['ranking', 'decimals'], 'a ranking on scores rounds nothing, so its decimals are not used'),
    );
  }
  if (!(ranking.tolerance >= 0)) {
    faults.push(methodError(['ranking', 'tolerance'], `a tolerance of ${ranking.tolerance} is below 0`));
  }
  return faults;
}

/** A node that is not combined has a score only where one is given, and its parent waits for it. */
function checkCombining(method: Method, nodes: readonly PlacedNode[], top: string): readonly MeasureFault[] {
  const combines = (id: string): boolean => (method.nodes[id]?.aggregation ?? method.aggregation) !== 'none';
  return nodes
    .filter(({ node }) => combines(node.id))
    .flatMap(({ node }) => node.children.filter((child) => child.children.length > 0 && !combines(child.id)))
    .map(({ id }) =>
      methodWarning(
        ['nodes', id, 'aggregation'],
        `"${id}" is not combined, so the ${top} above it has a score only where one is given for "${id}"`,
      ),
    );
}
