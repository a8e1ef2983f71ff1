/**
 * The shape of method.yaml: how the index is computed. What comes out is core's Method, and a test holds the two equal.
 * Must never: complete what the author did not say.
 */
import { z } from 'zod';
import { quoted } from '../quoted.js';
import { robustnessShape } from './robustness-shape.js';
import { id, number, numberWithin, positiveNumber, text, wholeNumber } from './scalars.js';
import { scale } from './scale-shape.js';
import { denominators, imputation, outliers, screening } from './steps-shape.js';

const treatment = z
  .union([z.enum(['block', 'leave-out']), z.strictObject({ score: number('This value stands for the missing one.') })])
  .describe('block (no score above), leave-out (re-base on the others) or { score: x }.');

const aggregation = z
  .union([
    z.enum(
      ['arithmetic-mean', 'geometric-mean', 'harmonic-mean', 'median', 'copeland', 'sum', 'none'],
      'must be arithmetic-mean, geometric-mean, harmonic-mean, median, copeland, sum, none, or { type: generalised-mean, power: … }',
    ),
    z.strictObject({
      type: z.literal('generalised-mean'),
      power: number('Power of the mean: −1 harmonic, 0 geometric, 1 arithmetic, 2 quadratic.'),
    }),
  ])
  .describe('How the children become one number; none: they are not combined.');
const WEIGHTINGS = ['equal', 'stated', 'principal-components', 'equal-influence', 'benefit-of-the-doubt'] as const;
const coverage = numberWithin('Least share of weight that must be present, where something may be left out.', 0, 1);
const threshold = numberWithin('Least share of the direct children, by number, that must be present.', 0, 1);

const nodeRule = z.strictObject({
  aggregation: aggregation.exactOptional(),
  scale: scale('How the node itself, once combined, is brought to scale.').exactOptional(),
  missing: z
    .strictObject({
      'not-answered': treatment.exactOptional(),
      'not-asked': treatment.exactOptional(),
      'not-applicable': treatment.exactOptional(),
      'not-known': treatment.exactOptional(),
      withheld: treatment.exactOptional(),
    })
    .describe('Treatments for this node and all below it, until a lower node says otherwise.')
    .exactOptional(),
  coverage: coverage.exactOptional(),
  threshold: threshold.exactOptional(),
  weights: z
    .union([
      z.enum(WEIGHTINGS, {
        error: ({ input }) =>
          `must be one of ${WEIGHTINGS.join(', ')}, or weights by child: { a: 1 }, not ${quoted(input)}`,
      }),
      z.record(id('Id of a child.'), positiveNumber('Its weight.')),
    ])
    .describe('Weights of its children in place of the framework’s: a way to find them, or every child by name.')
    .exactOptional(),
  outliers: outliers.exactOptional(),
  imputation: imputation.exactOptional(),
});

const presentationRule = {
  decimals: wholeNumber('Decimals shown.', 0, 10),
  rescale: scale('How a score is rescaled to be shown: none, or a scale rule.'),
};

const method = z.strictObject({
  title: text('Title of the method.'),
  scale: z
    .union([
      z.literal('none', 'must be none, or { low: …, high: … }').transform(() => null),
      z.strictObject({ low: number('Lowest score.'), high: number('Highest score.') }),
    ])
    .describe('The scale scores are stated on, or none where they have no bounds.'),
  screening: screening.exactOptional(),
  denominators: denominators.exactOptional(),
  outliers: outliers.exactOptional(),
  imputation: imputation.exactOptional(),
  normalisation: scale('How every indicator is brought to scale that has no rule of its own.').exactOptional(),
  weights: z
    .union([
      z.enum(WEIGHTINGS, {
        error: ({ input }) => `must be one of ${WEIGHTINGS.join(', ')}, or { set: … }, not ${quoted(input)}`,
      }),
      z.strictObject({ set: id('Name of a set of weights.') }),
    ])
    .describe(
      'stated: as written in the framework; equal: every child 1; a set of its own; or derived from the scores.',
    ),
  sets: z
    .record(id('Name of the set.'), z.record(id('Id of a node.'), positiveNumber('Its weight among its siblings.')))
    .describe('Sets of weights; each names every node but the root.')
    .exactOptional(),
  shares: z
    .strictObject({
      low: numberWithin('Least share of a child in its parent.', 0, 1),
      high: numberWithin('Greatest share.', 0, 1),
    })
    .describe('Limits of shares under benefit-of-the-doubt.')
    .exactOptional(),
  aggregation,
  missing: z
    .strictObject({
      'not-answered': treatment,
      'not-asked': treatment,
      'not-applicable': treatment,
      'not-known': treatment,
      withheld: treatment,
    })
    .describe('What becomes of a missing value, for every reason.'),
  coverage: coverage.exactOptional(),
  threshold: threshold.exactOptional(),
  nodes: z.record(id('Id of a node.'), nodeRule).describe('Rules of single nodes.').default({}),
  presentation: z
    .strictObject({
      ...presentationRule,
      nodes: z
        .record(id('Id of a node.'), z.strictObject(presentationRule))
        .describe('Rules of single nodes.')
        .default({}),
    })
    .describe('How scores are shown; it never feeds back into a score.'),
  ranking: z
    .strictObject({
      on: z
        .enum(['score', 'presented'])
        .describe('score: before rounding; presented: on the presented value, rounded to decimals.'),
      decimals: wholeNumber(
        'With on: presented, the decimals the presented value is rounded to.',
        0,
        10,
      ).exactOptional(),
      ties: z.enum(['lowest', 'dense', 'average']).describe('lowest: 1 2 2 4; dense: 1 2 2 3; average: 1 2.5 2.5 4.'),
      tolerance: numberWithin('Scores that differ by no more than this share a rank.', 0),
    })
    .describe('How countries are ranked.'),
});

export const methodShape = method.describe('How the index is computed.');

/** As the file has it: with what says how sure its ranks are, which is no part of the recipe. */
export const methodFileShape = method
  .extend({ robustness: robustnessShape.exactOptional() })
  .describe('How the index is computed, and how its ranks are put to the test.');

export type MethodFile = z.output<typeof methodFileShape>;

/** Any part of a method, to be put in the place of another method's: a variant. */
export const methodPatchShape = method
  .extend({ missing: method.shape.missing.partial(), nodes: method.shape.nodes.unwrap() })
  .partial()
  .describe('What a variant changes of a method.');

export type MethodPatchFile = z.output<typeof methodPatchShape>;
