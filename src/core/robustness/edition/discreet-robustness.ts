/**
 * A robustness result as it is shown, where answers in doubt varied: that a country is unsure of some of its answers shows in its
 * intervals; of which, it told nobody but those who run the edition.
 * Must never: hold an interval that so few answers stand behind that it tells of one of them, or an answer in doubt itself.
 */
import type { Framework, Node } from '../../scoring/framework.js';
import type { Input } from '../scenarios/input.js';
import type { Analysis, Robustness } from './robustness.js';

/** Below a node with fewer indicators than these, an interval tells which answer is in doubt; with one, it tells how much. */
export const FEWEST_INDICATORS = 10;

/**
 * Shape: a result and its framework → the same, without figures of nodes with fewer than ten indicators below them in analyses with
 * answers in doubt, and without these answers: who they are of, and how many, stays. Above them all stays, the index in any case.
 *
 * Example: a sub-pillar of three questions, all answered with the best option: its score falls short of the best in some replications
 * only where one of the three is in doubt, and by how much says which, and what its country said of it.
 * Refuses: nothing.
 */
export function discreetRobustness(result: Robustness, { index }: Framework): Robustness {
  const isFew = result.aggregates.map((id) => id !== index.id && indicatorsBelow(index, id) < FEWEST_INDICATORS);
  return { ...result, analyses: result.analyses.map((one) => (isDoubted(one) ? discreet(one, isFew) : one)) };
}

/** Whether answers in doubt varied in it. */
export const isDoubted = ({ inputs }: Pick<Analysis, 'inputs'>): boolean => inputs.some(({ kind }) => kind === 'doubt');

const discreet = (analysis: Analysis, isFew: readonly boolean[]): Analysis => ({
  ...analysis,
  inputs: analysis.inputs.map(withoutAnswers),
  nodes: analysis.nodes.map((cells, at) => (isFew[at] === true ? [] : cells)),
});

function withoutAnswers(input: Input): Input {
  if (input.kind !== 'doubt') return input;
  return { ...input, answers: input.answers.map(({ country }) => ({ country, key: '', alternatives: [] })) };
}

function indicatorsBelow(node: Node, id: string): number {
  if (node.id === id) return leavesOf(node);
  return node.children.reduce((sum, child) => sum + indicatorsBelow(child, id), 0);
}

const leavesOf = ({ children }: Node): number =>
  children.length === 0 ? 1 : children.reduce((sum, child) => sum + leavesOf(child), 0);
