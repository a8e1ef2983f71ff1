/**
 * What is tried by itself, in pieces: the index without some of its elements, and with one alternative of a choice.
 * Must never: lose a digit of a line between the task that leaves it and who reads it.
 */
import { done, type Outcome } from '../../problem.js';
import type { Input } from '../scenarios/input.js';
import type { Chunk } from '../uncertainty/chunks.js';
import { choicesTakenOf } from './choices-taken.js';
import type { Part } from './job.js';
import { leftOutOf } from './left-out.js';
import type { OpenedRound } from './open-round.js';

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
  const found = leftOutOf(round, elements.slice(from, to));
  return found.ok ? done(partOf(found.value)) : found;
}

/** Refused likewise. Alternatives are counted through all choices. */
export function takeChoices(round: OpenedRound, inputs: readonly Input[], alternatives: Chunk): Outcome<Part> {
  const found = choicesTakenOf(round, inputs, alternatives);
  return found.ok ? done(partOf(found.value)) : found;
}
