/**
 * All faults of a plain form at once, above it, each leading to its field.
 * Must never: leave out a fault because another stands at the same field.
 */
import type { Problem } from '../core/problem.js';
import type { Words } from '../core/text/words.js';

export interface FaultLink {
  readonly text: string;
  /** '' where it concerns the form as a whole. */
  readonly href: string;
}

/** @param idOf from the field of a problem to the id of the element; the same where absent */
export function faultLinks(
  words: Words,
  problems: readonly Problem[],
  idOf: (field: string) => string = (field) => field,
): readonly FaultLink[] {
  return problems.map(({ code, details, field }) => ({
    text: words.say(code, details),
    href: field === undefined ? '' : `#${idOf(field)}`,
  }));
}
