/**
 * What becomes of a node without a score when its parent is combined: the method's line for that reason, or that of the
 * nearest node, from the node itself upwards, that has a line of its own.
 * Must never: invent a treatment; the method names one for every reason.
 */
import { REASONS, type Reason } from '../survey/answers.js';
import type { Method, NodeRule, Treatment } from './method.js';

/** The treatments of one node, one per reason. */
export type Treatments = Readonly<Record<Reason, Treatment>>;

/** `chain`: the rules of the node itself, of its parent, and so on up to the root, where there are any. */
export function treatmentsOf(method: Method, chain: readonly (NodeRule | undefined)[]): Treatments {
  const lineFor = (reason: Reason): Treatment =>
    chain.find((rule) => rule?.missing?.[reason] !== undefined)?.missing?.[reason] ?? method.missing[reason];
  return Object.fromEntries(REASONS.map((reason) => [reason, lineFor(reason)])) as Record<Reason, Treatment>;
}

/** Whether a treatment puts a value in the place of the missing one. */
export const isScore = (treatment: Treatment): treatment is { readonly score: number } => typeof treatment === 'object';
