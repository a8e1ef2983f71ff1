/**
 * What a country states: one answer per data point, or the statement that there is none and why. An answer whose question
 * is no longer asked is kept for undo and is absent everywhere else: score, progress, export, checks.
 * Must never: hold an answer that its question type refused.
 */
/** A choice id, a number, a text or ISO date; several option ids or addresses. */
export type CellValue = string | number | readonly string[];

/** Why there is no value. Never 0, never null by accident; what becomes of each is a line in the method. */
export const REASONS = ['not-answered', 'not-asked', 'not-applicable', 'not-known', 'withheld'] as const;
export type Reason = (typeof REASONS)[number];

/** The reasons a person can state; `not-answered` in a file says the same as no row, `not-asked` is for conditions to find. */
export type StatedReason = 'not-answered' | 'not-applicable' | 'not-known' | 'withheld';

export type Answer = { readonly value: CellValue } | { readonly missing: StatedReason };

/** Keyed by data point: `q2`, `q24/i10`. Plain data, so that it travels as JSON. */
export type Answers = Readonly<Record<string, Answer>>;
