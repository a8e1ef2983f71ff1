/**
 * When a question is asked, as data. One evaluator serves server and browser.
 * Evaluation is three-valued (Kleene): a condition on an answer that is itself missing is not false but unknown, and the
 * question that hangs on it is missing for the reason its parent is, so a gap in a parent never turns into a scored "no".
 * Must never: evaluate text, loop, or look at anything but answers.
 */
import type { CellValue, Reason } from './answers.js';

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | AnswerTest;

/** A test of one data point; `part` names a matrix cell. */
export type AnswerTest = { readonly question: string; readonly part?: string } & (
  | { readonly is: string | number | readonly (string | number)[] }
  | { readonly includes: string }
  | { readonly atLeast: string | number }
  | { readonly answered: true }
);

/** What a condition can come to: it holds, it does not, or it hangs on an answer missing for `unknown`. */
export type Truth = true | false | { readonly unknown: Reason };

/** What the evaluator sees of an answer. */
export type Reading = { readonly value: CellValue } | { readonly missing: Reason };
