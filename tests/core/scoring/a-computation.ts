/** Builds an index of plain numbers, one question per leaf, so that a test says only what it is about. */
import { type Computation, openIndex } from '../../../src/core/scoring/compute-index.js';
import type { Framework, Node } from '../../../src/core/scoring/framework.js';
import type { IndexInput } from '../../../src/core/scoring/index-input.js';
import type { Method } from '../../../src/core/scoring/method.js';
import type { NodeResult, Status } from '../../../src/core/scoring/results.js';
import type { Answer, Answers, StatedReason } from '../../../src/core/survey/answers.js';
import { outlineOf } from '../../../src/core/survey/outline.js';
import { aFramework, aMethod, aNode, anIndicator, aQuestion, aQuestionnaire } from '../../fixtures/tiny-survey.js';

/** `leaf('a', 2)`: an indicator that takes the number stated for `a`, with weight 2. */
export const leaf = (id: string, weight = 1): Node => ({ ...anIndicator(id, { type: 'as-answered' }), weight });

export const branch = (id: string, children: readonly Node[], weight = 1): Node => aNode({ id, children, weight });

/** What each country states: a number, or the reason why there is none. */
export type Stated = Readonly<Record<string, Readonly<Record<string, number | StatedReason>>>>;

export function compute(
  index: Node,
  stated: Stated,
  given: Partial<Omit<IndexInput, 'framework' | 'method'>> & {
    readonly method?: Partial<Method>;
    readonly rollUps?: Framework['rollUps'];
  } = {},
): Computation {
  const { method, rollUps, ...input } = given;
  const opened = openIndex({
    framework: aFramework(index, { rollUps: rollUps ?? [] }),
    method: aMethod({ weights: 'stated', ...method }),
    outline: outlineOf(aQuestionnaire(leavesOf(index).map(({ id }) => aQuestion({ id, answer: { type: 'number' } })))),
    countries: Object.keys(stated),
    answers: new Map(Object.entries(stated).map(([country, answers]) => [country, answersOf(answers)])),
    given: [],
    groups: [],
    ...input,
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  return opened.value;
}

export function nodeOf({ results }: Computation, id: string): NodeResult {
  const node = results.nodes.find((one) => one.id === id);
  if (node === undefined) throw new Error(`there is no node ${id}`);
  return node;
}

/** Score and status of a node for one country. */
export function standing(computation: Computation, id: string, country: string): readonly [number | null, Status] {
  const row = computation.results.countries.indexOf(country);
  const { score, status } = nodeOf(computation, id);
  return [score[row] ?? null, status[row] ?? { kind: 'computed' }];
}

const leavesOf = (node: Node): readonly Node[] =>
  node.children.length === 0 ? [node] : node.children.flatMap(leavesOf);

const answersOf = (stated: Readonly<Record<string, number | StatedReason>>): Answers =>
  Object.fromEntries(
    Object.entries(stated).map(([key, one]): [string, Answer] => [
      key,
      typeof one === 'number' ? { value: one } : { missing: one },
    ]),
  );
