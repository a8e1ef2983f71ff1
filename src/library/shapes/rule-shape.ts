/**
 * How an answer becomes an indicator's value, as written in framework.yaml: one variant per rule in core/scoring/rules.
 * Must never: hold a rule that core does not know.
 */
import { z } from 'zod';
import { partId } from './condition-shape.js';
import { flag, id, number, numberWithin } from './scalars.js';

export type RuleFile = z.output<typeof plainRule> | ReversedFile;

interface ReversedFile {
  readonly type: 'reversed';
  readonly rule: string | RuleFile;
  readonly low: number;
  readonly high: number;
}

const map = z.strictObject({
  type: z.literal('map'),
  scores: z.record(z.string(), number('What the choice earns.')).describe('Every choice with its score.'),
});

const equalShares = z.strictObject({
  type: z.literal('equal-shares'),
  options: z
    .array(id('Id of an option.'))
    .min(1, 'is an empty list')
    .describe('Each earns an equal share of 1; others earn nothing.'),
});

const linkRequired = z.strictObject({
  type: z.literal('link-required'),
  score: number('What at least one link earns; none earns 0.'),
});

const asAnswered = z.strictObject({ type: z.literal('as-answered') });

const pointsPart = z.strictObject({
  points: number('What a yes earns.'),
  needs: partId('Earns only if that part, and all it needs in turn, were answered yes.').exactOptional(),
  otherwise: number('What an explicit no earns, whatever the chain says; 0 if not said.').exactOptional(),
});

const points = z.strictObject({
  type: z.literal('points'),
  parts: z.record(partId('Part of the matrix.'), pointsPart).describe('Parts of one matrix and what they earn.'),
  missing: number('What a part without an answer earns; if not said, it makes the indicator missing.').exactOptional(),
});

const graded = z.strictObject({
  type: z.literal('graded'),
  fence: numberWithin('Interquartile ranges beyond the quartiles from which a number is an outlier.', 0),
  near: numberWithin('Relative distance to the mean that still counts as near: 0.75.', 0),
  scores: z
    .strictObject({
      'high-outlier': number('Above the upper fence.'),
      above: number('Further above the mean than near.'),
      near: number('Near the mean.'),
      below: number('Further below the mean than near.'),
      'low-outlier': number('Below the lower fence.'),
    })
    .describe('What a number earns by where it lies.'),
  'mean-without-outliers': flag('true: the mean leaves outliers out.'),
  'not-asked-counts-as': number('What a country that was not asked counts as; left out if not said.').exactOptional(),
});

const variants = [map, equalShares, linkRequired, asAnswered, points, graded] as const;
const plainRule = z.discriminatedUnion('type', [...variants]);

const reversed = z.strictObject({
  type: z.literal('reversed'),
  rule: z.lazy((): z.ZodType<string | RuleFile> => ruleOrName),
  low: number('Lowest score of the inner rule.'),
  high: number('Highest score of the inner rule: the value is low + high − score.'),
});

/** A rule in full. */
export const ruleShape = z
  .discriminatedUnion('type', [...variants, reversed])
  .meta({ id: 'rule', description: 'How an answer becomes a value.' }) as z.ZodType<RuleFile>;

/** The name of a rule listed under `rules`, or a rule in full. */
export const ruleOrName = z
  .union([id('Name of a rule listed under rules.'), ruleShape])
  .describe('Name of a rule, or a rule in full.');
