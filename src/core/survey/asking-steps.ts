/**
 * The order in which it can be worked out what is asked: a step per question (is it asked?) and per data point (is the cell
 * asked, and how does it read?), each after the steps it looks at. A changed answer then touches only the steps that lead
 * on from it, each once.
 * Must never: go round a circle: the steps of circular conditions come last, in the order of asking, and are named.
 */
import type { Condition } from './condition.js';
import { keysRead } from './keys-read.js';
import type { OutlinedQuestion } from './outlined-question.js';
import type { DataPoint } from './questionnaire.js';

/** Other steps are named by their place in the list. */
export interface Step {
  /** Id of the question. */
  readonly question: string;
  /** The data point whose reading this step finds; absent where it only finds out whether a question is asked. */
  readonly point?: DataPoint;
  readonly when?: Condition;
  /** The step that must hold as well: the question of a cell, the parent of a sub-question. */
  readonly under?: number;
  /** Of these steps one must hold: the cells of a matrix all of whose rows have conditions. */
  readonly oneOf?: readonly number[];
}

export interface AskingSteps {
  readonly steps: readonly Step[];
  /** Places in `steps` in the order of working out. */
  readonly order: readonly number[];
  /** Per step: the steps it looks at. */
  readonly looksAt: readonly (readonly number[])[];
  /** Per step: the steps that look at it. */
  readonly leadsTo: readonly (readonly number[])[];
  /** The place of each data point's step, by key. */
  readonly placeOf: ReadonlyMap<string, number>;
  /** Steps that hang on themselves, or on one that does; empty in a sound questionnaire. */
  readonly circular: readonly number[];
}

export function askingStepsOf(questions: readonly OutlinedQuestion[]): AskingSteps {
  const steps = stepsOf(questions);
  const placeOf = new Map(steps.flatMap(({ point }, place) => (point === undefined ? [] : [[point.key, place]])));
  const looksAt = steps.map((step) => seenBy(step, placeOf));
  const leadsTo = turnedRound(looksAt);
  const { order, circular } = inOrder(looksAt, leadsTo);
  return { steps, order: [...order, ...circular], looksAt, leadsTo, placeOf, circular };
}

function stepsOf(questions: readonly OutlinedQuestion[]): readonly Step[] {
  const steps: Step[] = [];
  const add = (step: Step): number => steps.push(step) - 1;
  // What a sub-question stands under, by the id of its parent.
  const shown = new Map<string, number>();
  for (const { question, parent, points } of questions) {
    const under = parent === undefined ? undefined : shown.get(parent.id);
    const asked = add({ question: question.id, ...given('under', under), ...given('when', question.when) });
    const cells = points.map((point) =>
      add({ question: question.id, point, under: asked, ...given('when', point.when) }),
    );
    const mayBeEmpty = points.every((point) => point.when !== undefined);
    shown.set(question.id, mayBeEmpty ? add({ question: question.id, under: asked, oneOf: cells }) : asked);
  }
  return steps;
}

function given<K extends string, T>(name: K, value: T | undefined): { readonly [name in K]?: T } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [name in K]: T });
}

function seenBy(step: Step, placeOf: ReadonlyMap<string, number>): readonly number[] {
  const read = step.when === undefined ? [] : keysRead(step.when).flatMap((key) => placeOf.get(key) ?? []);
  return [...new Set([...read, ...(step.under === undefined ? [] : [step.under]), ...(step.oneOf ?? [])])];
}

function turnedRound(looksAt: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const leadsTo: number[][] = looksAt.map(() => []);
  for (const [place, seen] of looksAt.entries()) {
    for (const other of seen) leadsTo[other]?.push(place);
  }
  return leadsTo;
}

/** Kahn's order: a step is ready when all that it looks at came before. What never gets ready hangs on a circle. */
function inOrder(looksAt: readonly (readonly number[])[], leadsTo: readonly (readonly number[])[]) {
  const waitsFor = looksAt.map((seen) => seen.length);
  const order = waitsFor.flatMap((count, place) => (count === 0 ? [place] : []));
  for (const place of order) {
    for (const next of leadsTo[place] ?? []) {
      const left = (waitsFor[next] ?? 0) - 1;
      waitsFor[next] = left;
      if (left === 0) order.push(next);
    }
  }
  return { order, circular: waitsFor.flatMap((count, place) => (count > 0 ? [place] : [])) };
}
