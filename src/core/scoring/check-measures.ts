/**
 * Checks the meaning of framework and method, whose shapes are already known to be right: that every answer can be scored,
 * every node combined, and that whatever they name exists.
 * Must never: stop at the first fault; see an answer.
 */
import { type Outline, outlineOf } from '../survey/outline.js';
import type { Questionnaire } from '../survey/questionnaire.js';
import { checkBounds } from './checks/check-bounds.js';
import { checkIndicator } from './checks/check-indicator.js';
import { checkMethod } from './checks/check-method.js';
import { checkRollUps } from './checks/check-roll-ups.js';
import { checkTree } from './checks/check-tree.js';
import { frameworkError, type MeasureFault } from './checks/measure-fault.js';
import { type PlacedNode, placedNodes } from './checks/placed-node.js';
import type { Framework } from './framework.js';
import type { Method } from './method.js';

export type { MeasureFault };

/** What could be read of a definition. */
export interface Measures {
  readonly framework: Framework;
  readonly method?: Method;
  /** `unreadable` where there is one and its own faults come first: then nothing is said about questions. */
  readonly questionnaire?: Questionnaire | 'unreadable';
}

/** All faults, in no particular order: the library sorts them by line. */
export function checkMeasures({ framework, method, questionnaire }: Measures): readonly MeasureFault[] {
  const nodes = placedNodes(framework);
  const isAsked = questionnaire !== undefined && questionnaire !== 'unreadable';
  return [
    ...checkTree(framework, nodes),
    ...checkRollUps(framework, nodes),
    ...(isAsked ? checkIndicators(outlineOf(questionnaire), nodes) : []),
    ...(questionnaire === undefined ? checkUnasked(nodes) : []),
    ...(method === undefined ? [] : [...checkMethod(framework, method, nodes), ...checkBounds(method, nodes)]),
  ];
}

function checkIndicators(outline: Outline, nodes: readonly PlacedNode[]): readonly MeasureFault[] {
  return nodes.flatMap(({ node, path }) => (node.indicator ? checkIndicator(outline, node.indicator, path) : []));
}

/** Without a questionnaire nothing can be scored; said once, at the first indicator. */
function checkUnasked(nodes: readonly PlacedNode[]): readonly MeasureFault[] {
  const scoring = nodes.find(({ node }) => node.indicator !== undefined);
  if (scoring === undefined) return [];
  return [
    frameworkError(
      [...scoring.path, 'question'],
      `"${scoring.node.id}" scores a question, but there is no questionnaire`,
    ),
  ];
}
