/**
 * How the index is computed: a plain, frozen recipe with a rule possible at every node. Written by the statistician in
 * method.yaml; the zod schema in library is tested to equal this type.
 * Must never: be completed by a default of a function. What a recipe does not say, the library refuses.
 */
import type { Reason } from '../survey/answers.js';

export interface Method {
  readonly title: string;
  /** The scale scores are stated on, for axes and wording: 0–1, 0–100. Null where scores have no bounds. */
  readonly scale: { readonly low: number; readonly high: number } | null;
  /** `stated`: the weights written in the framework; `equal`: every child 1, whatever is written. */
  readonly weights: 'equal' | 'stated';
  readonly aggregation: Aggregation;
  /** A treatment for every reason: total, so that nothing is decided by accident. */
  readonly missing: Readonly<Record<Reason, Treatment>>;
  /** Least share of weight that must be present for a node to have a score, where something may be left out. */
  readonly coverage?: number;
  /** Rules of single nodes, by node id. */
  readonly nodes: Readonly<Record<string, NodeRule>>;
  readonly presentation: Presentation;
  readonly ranking: Ranking;
}

/** How the children's scores become one number. `none`: they are not combined (no roll-up) and the node has no score. */
export type Aggregation = 'arithmetic-mean' | 'sum' | 'none';

/**
 * What becomes of a child without a score when its parent is combined. `score`: this value stands for it, on the scale its
 * parent combines. `leave-out`: the parent is re-based on the others. `block`: the parent, and so all above, has no score.
 */
export type Treatment = { readonly score: number } | 'leave-out' | 'block';

export interface NodeRule {
  readonly aggregation?: Aggregation;
  /** How the node itself, once combined, is brought to scale; its parent combines the scaled value. */
  readonly scale?: ScaleRule;
  /** Treatments for this node and all below it, until a lower node says otherwise. */
  readonly missing?: Partial<Readonly<Record<Reason, Treatment>>>;
  /** As above: for this node and all below it. */
  readonly coverage?: number;
  /** Weights of its children, by child id, in place of those of the framework. Every child must be named. */
  readonly weights?: Readonly<Record<string, number>>;
}

/** Moments and bounds not stated are taken from the countries of the round that have a value at that node. */
export type ScaleRule =
  | { readonly type: 'none' }
  /** intercept + slope · x */
  | { readonly type: 'linear'; readonly intercept: number; readonly slope: number }
  /** low + (x − min) / (max − min) · (high − low) */
  | {
      readonly type: 'min-max';
      readonly low: number;
      readonly high: number;
      readonly min?: number;
      readonly max?: number;
    }
  /** (x − mean) / sd; own moments use the sample (n − 1) or population (n) standard deviation as stated */
  | {
      readonly type: 'z-score';
      readonly mean?: number;
      readonly sd?: number;
      readonly deviation?: 'sample' | 'population';
    }
  /** as min–max with goalposts set by policy; values beyond a post are held at it */
  | {
      readonly type: 'goalposts';
      readonly low: number;
      readonly high: number;
      readonly min: number;
      readonly max: number;
    };

/** How scores are shown. It never feeds back into a score. */
interface Presentation extends PresentationRule {
  /** Rules of single nodes, by node id, in place of the general one. */
  readonly nodes: Readonly<Record<string, PresentationRule>>;
}

export interface PresentationRule {
  readonly decimals: number;
  readonly rescale: ScaleRule;
}

export interface Ranking {
  /** `score`: before rounding; `presented`: on the presented value, rounded to `decimals`. */
  readonly on: 'score' | 'presented';
  readonly decimals?: number;
  /** `lowest`: 1 2 2 4; `dense`: 1 2 2 3; `average`: 1 2.5 2.5 4. */
  readonly ties: 'lowest' | 'dense' | 'average';
  /** Scores that differ by no more than this share a rank (neighbour to neighbour, from the best down). */
  readonly tolerance: number;
}
