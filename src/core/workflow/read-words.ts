/**
 * Words that somebody typed: a reason, a comment, a title. Kept as typed but for line ends, like any text answer.
 * Must never: shorten what somebody wrote.
 */
import { done, type Outcome, type Problem, refused } from '../problem.js';
import { typeOf } from '../survey/question-types/index.js';

/** Of a reason, a comment or a passage, in characters. */
export const LONGEST_WORDS = 2000;

export interface WordsRule {
  /** The form field, for the problem. */
  readonly field: string;
  readonly atMost: number;
}

/** Undefined where nothing but white space was typed. */
export function readWords(typed: string | undefined, { field, atMost }: WordsRule): Outcome<string | undefined> {
  if (typed === undefined) return done(undefined);
  const spec = { type: 'text', atMost } as const;
  const read = typeOf(spec).read(spec, [typed]);
  if (!read.ok) return refused(...read.problems.map((problem): Problem => ({ ...problem, field })));
  return done(read.value === undefined ? undefined : String(read.value));
}

/** Words without which nothing happens; `missing` is the code of the problem when there are none. */
export function requireWords(typed: string | undefined, rule: WordsRule, missing: string): Outcome<string> {
  const words = readWords(typed, rule);
  if (!words.ok) return words;
  return words.value === undefined ? refused({ code: missing, field: rule.field }) : done(words.value);
}
