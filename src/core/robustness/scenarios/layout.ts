/**
 * Which coordinates of a point belong to which input, and what they say: a factor for each weight, a place among alternatives, an
 * indicator to leave out.
 * Must never: draw a number itself; points come from a design, or from somebody's file.
 */
import type { Plan } from '../../scoring/prepare.js';
import type { ChoiceInput, DoubtfulAnswer, Input, WeightsInput } from './input.js';

export interface Layout {
  /** How many coordinates a point has. */
  readonly dimensions: number;
  /** By input: its coordinates from `from` up to, and without, `to`. */
  readonly groups: readonly Group[];
  /** Places of the nodes whose weights vary, in the order of their coordinates. */
  readonly weighed: readonly number[];
  /** Coordinates of the weights, counted from the first of them: those of the children of one node together. */
  readonly families: readonly (readonly number[])[];
  /** Places of the indicators that may be left out, in the order of their shares of the coordinate. */
  readonly leaves: readonly number[];
}

interface Group {
  readonly input: Input;
  readonly from: number;
  readonly to: number;
}

/** What a point comes to. */
export interface Scenario {
  /** Of each choice, in the order of the inputs: the place of its alternative. */
  readonly choices: readonly number[];
  /** Place of the indicator left out; −1 for none. */
  readonly dropped: number;
  /** Of each answer in doubt, in their order: the place of its alternative. All are as they are stated where it is absent. */
  readonly answers?: readonly number[];
}

/**
 * One coordinate for each weight that varies, in reading order of the nodes, one for each choice, one for what is left out, one for
 * each answer in doubt: in the order of the inputs, of which there is at most one of a kind.
 *
 * Example: an index of two indicators under `weights` and `drop` has three coordinates: two factors, and a third of the way each
 * for the first indicator, the second, and none.
 */
export function layoutOf(plan: Plan, inputs: readonly Input[]): Layout {
  const leaves = plan.nodes.filter(({ children }) => children.length === 0).map(({ place }) => place);
  const weights = inputs.find((input): input is WeightsInput => input.kind === 'weights');
  const weighed = weights === undefined ? [] : weighedBy(plan, weights);
  const groups: Group[] = [];
  let from = 0;
  for (const input of inputs) {
    const to = from + widthOf(input, weighed);
    groups.push({ input, from, to });
    from = to;
  }
  return { dimensions: from, groups, weighed, families: familiesOf(plan, weighed), leaves };
}

function widthOf(input: Input, weighed: readonly number[]): number {
  if (input.kind === 'weights') return weighed.length;
  return input.kind === 'doubt' ? input.answers.length : 1;
}

function weighedBy(plan: Plan, { nodes }: WeightsInput): readonly number[] {
  return plan.nodes
    .filter(({ parent, node }) => parent >= 0 && (nodes === undefined || nodes.includes(node.id)))
    .map(({ place }) => place);
}

function familiesOf({ nodes }: Plan, weighed: readonly number[]): readonly (readonly number[])[] {
  const families = new Map<number, number[]>();
  weighed.forEach((place, i) => {
    const parent = nodes[place]?.parent ?? -1;
    families.set(parent, [...(families.get(parent) ?? []), i]);
  });
  return [...families.values()];
}

export const isChoice = (input: Input): input is ChoiceInput =>
  input.kind !== 'weights' && input.kind !== 'drop' && input.kind !== 'doubt';

/**
 * A choice among k is ⌊k·u⌋, so that each has the same share of 0 ≤ u < 1. Of n indicators, the one left out is number ⌊(n + 1)·u⌋,
 * counted from 0, and none is where that is n. Of an answer's alternatives, the first at which their probabilities sum to more than u.
 */
export function scenarioAt({ groups, leaves }: Layout, point: ArrayLike<number>): Scenario {
  const choices: number[] = [];
  let dropped = -1;
  let answers: readonly number[] | undefined;
  for (const { input, from } of groups) {
    const u = point[from] ?? 0;
    if (input.kind === 'doubt') answers = input.answers.map((one, at) => alternativeAt(one, point[from + at] ?? 0));
    else if (input.kind === 'drop') dropped = leaves[Math.floor((leaves.length + 1) * u)] ?? -1;
    else if (isChoice(input)) choices.push(Math.floor(input.alternatives.length * u));
  }
  return answers === undefined ? { choices, dropped } : { choices, dropped, answers };
}

/** Where the last digits of the sum leave a gap below 1, the last that is possible at all. */
function alternativeAt({ alternatives }: DoubtfulAnswer, u: number): number {
  let sum = 0;
  let last = 0;
  for (let at = 0; at < alternatives.length; at++) {
    const probability = alternatives[at]?.probability ?? 0;
    sum += probability;
    if (u < sum) return at;
    if (probability > 0) last = at;
  }
  return last;
}

/**
 * Writes the weights of a point over those of the method.
 *
 * `spread` S: weight · (1 + S·(2u − 1)), so that the middle of the cube is the method itself, to the last bit. `uniform`: u, and
 * `dirichlet`: −ln(1 − u), in place of the weights, and then times what makes the children of a node that vary weigh together what
 * they did: under a mean that changes nothing; beside children that do not vary, and under a sum, it keeps both in one unit.
 * Exponentials over their sum are even over all weights with that sum.
 *
 * Citation: Saisana, Saltelli and Tarantola (2005), J. R. Statist. Soc. A 168(2), for weights as an uncertain input; Devroye (1986),
 * Non-Uniform Random Variate Generation, XI.4, for exponentials over their sum.
 * Example: weights 1 and 3 at u = (0.75, 0.5) become 1.125 and 3 under spread 0.25, and 2.4 and 1.6 under `uniform`.
 */
export function weighAt({ groups, weighed, families }: Layout, point: ArrayLike<number>, weights: Float64Array): void {
  const group = groups.find(({ input }) => input.kind === 'weights');
  if (group === undefined || group.input.kind !== 'weights') return;
  const { how } = group.input;
  const at = (i: number): number => point[group.from + i] ?? 0;
  if (how.type !== 'spread') {
    const drawn = how.type === 'uniform' ? at : (i: number): number => -Math.log1p(-at(i));
    for (const family of families) shareOut(family, { weighed, weights, drawn });
    return;
  }
  for (let i = 0; i < weighed.length; i++) {
    const place = weighed[i] ?? 0;
    weights[place] = (weights[place] ?? 0) * (1 + how.spread * (2 * at(i) - 1));
  }
}

interface Draw {
  readonly weighed: readonly number[];
  readonly weights: Float64Array;
  readonly drawn: (i: number) => number;
}

/** What siblings weigh together, shared out in proportion to what was drawn; as it was where that is 0 for all. */
function shareOut(family: readonly number[], { weighed, weights, drawn }: Draw): void {
  let before = 0;
  let sum = 0;
  for (const i of family) {
    before += weights[weighed[i] ?? -1] ?? 0;
    sum += drawn(i);
  }
  if (!(sum > 0)) return;
  for (const i of family) weights[weighed[i] ?? -1] = (drawn(i) / sum) * before;
}
