/**
 * Checks the rule a method has for one node.
 * Must never: look at other nodes than this one and its children.
 */
import type { Node } from '../framework.js';
import type { NodeRule } from '../method.js';
import { checkScaleRule } from './check-scale-rule.js';
import { type MeasureFault, methodError } from './measure-fault.js';

export function checkNodeRule(node: Node, rule: NodeRule): readonly MeasureFault[] {
  const path = ['nodes', node.id];
  const faults: MeasureFault[] = [];
  if (node.children.length === 0 && rule.aggregation !== undefined) {
    faults.push(methodError([...path, 'aggregation'], `"${node.id}" has no children to combine`));
  }
  const { coverage } = rule;
  if (coverage !== undefined && !(coverage >= 0 && coverage <= 1)) {
    faults.push(methodError([...path, 'coverage'], `a coverage of ${coverage} is not a share from 0 to 1`));
  }
  return [
    ...faults,
    ...(rule.scale === undefined ? [] : checkScaleRule(rule.scale, [...path, 'scale'])),
    ...(rule.weights === undefined ? [] : checkWeights(node, rule.weights)),
  ];
}

function checkWeights(node: Node, weights: Readonly<Record<string, number>>): readonly MeasureFault[] {
  const path = ['nodes', node.id, 'weights'];
  const children = node.children.map((child) => child.id);
  const unweighed = children.filter((id) => !Object.hasOwn(weights, id));
  return [
    ...unweighed.map((id) => methodError(path, `"${node.id}" weighs its children, but not "${id}"`)),
    ...Object.entries(weights).flatMap(([id, weight]) => {
      if (!children.includes(id)) return [methodError([...path, id], `"${id}" is not a child of "${node.id}"`)];
      const isWeight = weight > 0 && Number.isFinite(weight);
      return isWeight ? [] : [methodError([...path, id], `the weight of "${id}" is ${weight}; it must be above 0`)];
    }),
  ];
}
