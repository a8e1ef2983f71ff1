/**
 * What is varied, held against the method that it is varied in: what stands for a missing score where nobody wrote it, and what
 * has nothing to vary.
 * Must never: put a score in the place of a missing one that no scale gives.
 */

import type { ChoiceInput, Input, WeightsInput } from '../core/robustness/scenarios/input.js';
import { isChoice } from '../core/robustness/scenarios/layout.js';
import { methodUnder } from '../core/robustness/scenarios/method-under.js';
import type { Framework, Node } from '../core/scoring/framework.js';
import type { Method, ScaleRule } from '../core/scoring/method.js';
import type { Varied } from './index-vary.js';
import { nodesAt } from './index-vary-levels.js';

export interface Settled {
  /** Those that can be. */
  readonly inputs: readonly Input[];
  /** What is wrong with the others. */
  readonly sentences: readonly string[];
}

export function settledInputs(varied: readonly Varied[], framework: Framework, method: Method): Settled {
  const { inputs, faults } = settle(varied, framework, method);
  return { inputs, sentences: faults.map(({ kind, message }) => `--vary ${kind}: ${message}.`) };
}

interface SettleFault {
  readonly kind: Varied['kind'];
  readonly message: string;
}

/** As `settledInputs`, wherever the words stand. */
export function settle(
  varied: readonly Varied[],
  framework: Framework,
  method: Method,
): { readonly inputs: readonly Input[]; readonly faults: readonly SettleFault[] } {
  const faults: SettleFault[] = [];
  const inputs = varied.flatMap((one): readonly Input[] => {
    const wrong = (message: string): void => void faults.push({ kind: one.kind, message });
    if (one.kind === 'weights') {
      const weights = weightsOf(one, { framework, method }, wrong);
      return weights === undefined ? [] : [weights];
    }
    if (one.kind !== 'missing' || one.alternatives !== 'by-scale') return [one as Input];
    const low = lowEnd(varied, framework, method);
    if (typeof low === 'number') return [{ kind: 'missing', alternatives: leaveOutOr(low) }];
    wrong(low);
    return [];
  });
  return { inputs, faults };
}

interface Index {
  readonly framework: Framework;
  readonly method: Method;
}

function weightsOf(
  { kind, how, levels }: Extract<Varied, { kind: 'weights' }>,
  { framework, method }: Index,
  wrong: (message: string) => void,
): WeightsInput | undefined {
  if (hasOwnWeights(method)) {
    wrong('under benefit of the doubt each unit has weights of its own, and none that could vary');
  }
  if (levels === undefined) return { kind, how };
  const found = nodesAt(levels, framework, method);
  if ('nodes' in found) return { kind, how, nodes: found.nodes };
  wrong(found.message);
  return undefined;
}

/** The method under every alternative, each by itself. */
export function methodsUnder(inputs: readonly Input[], framework: Framework, method: Method): readonly Method[] {
  return inputs
    .filter(isChoice)
    .flatMap((input) => input.alternatives.map((_, at) => methodUnder(method, framework, input, at)));
}

/** Whether weights are each unit's own somewhere. */
export const hasOwnWeights = ({ weights, nodes }: Method): boolean =>
  weights === 'benefit-of-the-doubt' || Object.values(nodes).some((rule) => rule.weights === 'benefit-of-the-doubt');

const leaveOutOr = (score: number): Extract<ChoiceInput, { kind: 'missing' }>['alternatives'] => [
  { label: 'leave-out', rule: 'leave-out' },
  { label: String(score), rule: { score } },
];

/** What the worst of every scale that indicators may come to is; or why there is no one such score. */
function lowEnd(varied: readonly Varied[], { index }: Framework, method: Method): number | string {
  const scales = varied.flatMap((one) => (one.kind === 'normalise' ? one.alternatives.map(({ rule }) => rule) : []));
  const own = leavesOf(index).map(({ id }) => method.nodes[id]?.scale ?? method.normalisation ?? NO_SCALE);
  const rules = scales.length > 0 ? scales : own;
  const endless = rules.find((rule) => lowOf(rule) === undefined);
  const remedy = 'write the score that stands for what is missing, as in missing=leave-out|0';
  if (endless !== undefined) return `'${endless.type}' is a scale without a low end: ${remedy}`;
  const [low = 0, ...others] = [...new Set(rules.map((rule) => lowOf(rule) ?? 0))];
  return others.length === 0 ? low : `the scales begin at different scores (${[low, ...others].join(', ')}): ${remedy}`;
}

const NO_SCALE: ScaleRule = { type: 'none' };

function lowOf(rule: ScaleRule): number | undefined {
  switch (rule.type) {
    case 'min-max':
    case 'goalposts':
      return rule.low;
    case 'rank':
      return 1;
    case 'percentile-rank':
    case 'borda':
    case 'distance-to-max':
    case 'distance-to-reference':
      return 0;
    case 'distance-to-target':
      return rule.min === undefined ? 0 : undefined;
    default:
      return undefined;
  }
}

const leavesOf = (node: Node): readonly Node[] =>
  node.children.length === 0 ? [node] : node.children.flatMap(leavesOf);
