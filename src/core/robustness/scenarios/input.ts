/**
 * What is varied in a robustness analysis: the assumptions of an index that somebody could have made otherwise.
 * Must never: hold a result; it is what a run is asked for, and what is written beside its results.
 */

import type { Aggregation, ImputationRule, OutlierRule, ScaleRule, Treatment } from '../../scoring/method.js';
import type { Answer } from '../../survey/answers.js';

export type Input = WeightsInput | ChoiceInput | DropInput | DoubtInput;

/**
 * All weights below the index at once, one input whatever their number. `spread`: each times an independent U(1 − spread, 1 + spread).
 * `uniform`: each an independent U(0, 1) in place of what is stated. `dirichlet`: those of the children of one node even over
 * all that sum to 1.
 */
export interface WeightsInput {
  readonly kind: 'weights';
  readonly how: { readonly type: 'spread'; readonly spread: number } | { readonly type: 'uniform' | 'dirichlet' };
  /** Ids of the nodes whose weights vary; all below the index where none are named. */
  readonly nodes?: readonly string[];
}

/** One of several rules, each as likely as the others. */
export type ChoiceInput =
  | Choice<'normalise', ScaleRule>
  | Choice<'aggregate', Aggregation>
  | Choice<'impute', ImputationRule>
  | Choice<'treat', OutlierRule>
  /** What becomes of a gap: not answered, not applicable or not known. */
  | Choice<'missing', Treatment>;

interface Choice<Kind extends string, Rule> {
  readonly kind: Kind;
  readonly alternatives: readonly Alternative<Rule>[];
}

interface Alternative<Rule> {
  /** As it was typed, or as a report calls it. */
  readonly label: string;
  readonly rule: Rule;
}

/** One indicator left out, or none: each indicator and none are equally likely. */
interface DropInput {
  readonly kind: 'drop';
}

/** Answers that may be others than they are, all together one input. Needs a round with answers. */
export interface DoubtInput {
  readonly kind: 'doubt';
  readonly answers: readonly DoubtfulAnswer[];
}

/** One data point of one country. */
export interface DoubtfulAnswer {
  readonly country: string;
  readonly key: string;
  /** Two or more; their probabilities sum to 1. `null`: no answer. */
  readonly alternatives: readonly { readonly answer: Answer | null; readonly probability: number }[];
}
