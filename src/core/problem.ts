/**
 * What prevented something, as a value. A problem is a code, the details its sentence needs and, where there is one, the
 * field or place it concerns. Its wording stands in views/texts/<locale>/problems.yaml, its HTTP status in web alone.
 * Must never: carry a sentence, know a locale, be thrown (only bugs throw).
 */
export interface Problem {
  readonly code: string;
  /** What the sentence names; each key is an ICU argument of the wording. */
  readonly details?: Readonly<Record<string, string | number>>;
  /** The form field, question, node or row the problem concerns. */
  readonly field?: string;
}

/** Expected failures are values: all faults at once, never only the first. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });

export const refused = <T = never>(...problems: readonly Problem[]): Outcome<T> => ({ ok: false, problems });
