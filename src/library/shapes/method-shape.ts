/**
 * The shape of method.yaml: how the index is computed. What comes out is core's Method, and a test holds the two equal.
 * Must never: complete what the author did not say.
 */
import { z } from 'zod';
import { id, number, numberWithin, positiveNumber, text, wholeNumber } from './scalars.js';

const none = z
  .literal('none', 'must be none, or a scale rule: { type: min-max, … }')
  .transform(() => ({ type: 'none' as const }));

const scaleRule = z.union([
  none,
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('none') }),
    z.strictObject({
      type: z.literal('linear'),
      intercept: number('intercept + slope · x'),
      slope: number('intercept + slope · x'),
    }),
    z.strictObject({
      type: z.literal('min-max'),
      low: number('What the minimum becomes.'),
      high: number('What the maximum becomes.'),
      min: number('Minimum; if not said, that of the round.').exactOptional(),
      max: number('Maximum; if not said, that of the round.').exactOptional(),
    }),
    z.strictObject({
      type: z.literal('z-score'),
      mean: number('Mean; if not said, that of the round.').exactOptional(),
      sd: positiveNumber('Standard deviation; if not said, that of the round.').exactOptional(),
      deviation: z
        .enum(['sample', 'population'])
        .describe('Which standard deviation of the round: n − 1 or n.')
        .exactOptional(),
    }),
    z.strictObject({
      type: z.literal('goalposts'),
      low: number('What the lower post becomes.'),
      high: number('What the upper post becomes.'),
      min: number('The lower post; what lies below is held at it.'),
      max: number('The upper post; what lies above is held at it.'),
    }),
  ]),
]);

const treatment = z
  .union([z.enum(['block', 'leave-out']), z.strictObject({ score: number('This value stands for the missing one.') })])
  .describe('block (no score above), leave-out (re-base on the others) or { score: x }.');

const aggregation = z
  .enum(['arithmetic-mean', 'sum', 'none'])
  .describe('How the children become one number; none: they are not combined.');
const coverage = numberWithin('Least share of weight that must be present, where something may be left out.', 0, 1);
const scale = (what: string) => scaleRule.describe(what);

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
  weights: z
    .record(id('Id of a child.'), positiveNumber('Its weight.'))
    .describe('Weights of its children in place of the framework’s; every child must be named.')
    .exactOptional(),
});

const presentationRule = {
  decimals: wholeNumber('Decimals shown.', 0, 10),
  rescale: scale('How a score is rescaled to be shown: none, or a scale rule.'),
};

export const methodShape = z
  .strictObject({
    title: text('Title of the method.'),
    scale: z
      .union([
        z.literal('none', 'must be none, or { low: …, high: … }').transform(() => null),
        z.strictObject({ low: number('Lowest score.'), high: number('Highest score.') }),
      ])
      .describe('The scale scores are stated on, or none where they have no bounds.'),
    weights: z.enum(['equal', 'stated']).describe('stated: as written in the framework; equal: every child 1.'),
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
  })
  .describe('How the index is computed.');
