/**
 * What is tried by itself, in pieces: the index without some of its elements, and with one alternative of a choice.
 * Must never: let an alternative that cannot stand by itself end a run of combinations that can.
 */
import { done, type Outcome } from '../../problem.js';
import type { Input } from '../scenarios/input.js';
import { isChoice } from '../scenarios/layout.js';
import type { Chunk } from '../uncertainty/chunks.js';
import { choicesTakenOf } from './choices-taken.js';
import type { Part } from './job.js';
import { leftOutOf } from './left-out.js';
import type { OpenedRound } from './open-round.js';
import type { ChoiceTaken, ElementLeftOut } from './robustness.js';

/** Lines as JSON, code unit by code unit: a double that is written and read again is the same. */
interface LinesPart extends Part {
  readonly text: Uint32Array;
}

const partOf = (lines: readonly unknown[]): LinesPart => {
  const json = JSON.stringify(lines);
  return { text: Uint32Array.from({ length: json.length }, (_, at) => json.charCodeAt(at)) };
};

/** The lines of all parts, in their order. */
export function linesOf<Line>(parts: readonly Part[]): readonly Line[] {
  return parts.flatMap(({ text = [] }) => {
    const units = Array.from(text, (unit) => String.fromCharCode(unit));
    return JSON.parse(units.join('')) as readonly Line[];
  });
}

/** Refused with what the method as it is cannot do. */
export function takeElements(round: OpenedRound, elements: readonly string[], { from, to }: Chunk): Outcome<Part> {
  const found: Outcome<readonly ElementLeftOut[]> = leftOutOf(round, elements.slice(from, to));
  return found.ok ? done(partOf(found.value)) : found;
}

/** How many alternatives the choices among these have in all. */
export const countAlternatives = (inputs: readonly Input[]): number =>
  inputs.filter(isChoice).reduce((sum, { alternatives }) => sum + alternatives.length, 0);

/** Alternatives are counted through all choices. One that cannot stand by itself has no numbers, and the code of why. */
export function takeChoices(round: OpenedRound, inputs: readonly Input[], { from, to }: Chunk): Part {
  const single = inputs.flatMap((input, at) =>
    isChoice(input) ? input.alternatives.map((_, picked) => ({ input: at, picked })) : [],
  );
  return partOf(single.slice(from, to).map((one) => choiceTaken(round, inputs, one)));
}

interface Single {
  /** Place of the input, and of its alternative. */
  readonly input: number;
  readonly picked: number;
}

function choiceTaken(round: OpenedRound, inputs: readonly Input[], { input, picked }: Single): ChoiceTaken {
  const alone = inputs.map((one, at) => among(one, (place) => at === input && place === picked));
  const found = choicesTakenOf(round, alone);
  const [line] = found.ok ? found.value : [];
  if (line !== undefined) return line;
  const nobody = round.countries.map(() => null);
  const chosen = inputs[input];
  const label = chosen !== undefined && isChoice(chosen) ? (chosen.alternatives[picked]?.label ?? '') : '';
  const problem = found.ok ? {} : { problem: found.problems[0]?.code ?? '' };
  return { input, label, ranks: nobody, scores: nobody, meanShift: null, ...problem };
}

/** A choice among fewer alternatives; what is no choice as it is. */
function among(input: Input, keeps: (place: number) => boolean): Input {
  if (!isChoice(input)) return input;
  // Alternatives of one kind stay of that kind, which the compiler cannot tell of a union.
  return { ...input, alternatives: input.alternatives.filter((_, place) => keeps(place)) } as Input;
}
