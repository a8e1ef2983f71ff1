/**
 * How a score is shown: rescaled by the rule of its node, then rounded to its decimals.
 * Must never: feed back into a score.
 */
import { roundHalfAway } from '../statistics/round-half-away.js';
import type { Method, PresentationRule } from './method.js';
import { scalingOf } from './normalisation/index.js';
import type { Scaling } from './normalisation/scaling.js';

export interface Presenter {
  /** Undefined where the rule has no meaning in this round, and nothing can be shown. */
  readonly rescale: Scaling | undefined;
  /** Text with fixed decimals; '' for a missing score (NaN). */
  readonly text: (score: number) => string;
}

/** The node's own rule, or the general one. */
export function presentationOf(method: Method, node: string): PresentationRule {
  const own = Object.hasOwn(method.presentation.nodes, node) ? method.presentation.nodes[node] : undefined;
  return own ?? method.presentation;
}

/** `scores`: of all countries; bounds and moments the rule does not state are taken from those that have one. */
export function presenterOf(rule: PresentationRule, scores: Float64Array): Presenter {
  const rescale = scalingOf(
    rule.rescale,
    scores.filter((score) => !Number.isNaN(score)),
  );
  return {
    rescale,
    text: (score) => (rescale === undefined || Number.isNaN(score) ? '' : roundHalfAway(rescale(score), rule.decimals)),
  };
}
