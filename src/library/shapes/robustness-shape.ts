/**
 * The shape of the section `robustness` of method.yaml: how ranks are put to the test. Every key may be left out, and what is usual
 * then holds.
 * Must never: hold what a score is computed by.
 */
import { z } from 'zod';
import { DESIGNS } from '../../core/robustness/designs/design.js';
import { MOST_BASE_SAMPLES, MOST_RUNS, ON_PROBLEM } from '../../core/robustness/edition/asked.js';
import { id, number, text, wholeNumber } from './scalars.js';

const probability = (what: string) =>
  number(what)
    .refine((value) => value >= 0 && value < 1, {
      error: 'must be from 0 up to, and below, 1: an answer that cannot be right is no answer',
      params: { standIn: '0' },
    })
    .meta({ type: 'number', minimum: 0, exclusiveMaximum: 1, description: what })
    .exactOptional();

const doubt = z
  .strictObject({
    fairly: probability('Where the country is fairly sure.'),
    guess: probability('Where it guesses.'),
    returned: probability('Where the submission was given back to its country and has not come back.'),
    adjusted: probability('Where the secretariat adjusted the answer: what the country said is the alternative.'),
  })
  .describe('How likely an answer is another than it is; 0 for what is not named.');

const analyses = z
  .record(
    // Names that are numbers would not keep their order.
    id('What the analysis is called.').regex(/^[A-Za-z]/, 'must start with a letter'),
    z.array(text('As behind --vary, or doubt.')).min(1, 'is an empty list: name what varies'),
  )
  .refine((all) => Object.keys(all).length > 0, { error: 'is empty: name what varies, or leave the key out' })
  .describe('What varies together, by name; the intervals of the first stand beside the ranks.');

export const robustnessShape = z
  .strictObject({
    runs: wholeNumber('Replications of each analysis; 10000 if not said.', 1, MOST_RUNS).exactOptional(),
    'base-samples': wholeNumber(
      'Base samples of the sensitivity analysis of each, 0 for none; 512 if not said.',
      0,
      MOST_BASE_SAMPLES,
    ).exactOptional(),
    seed: wholeNumber('Of the random numbers; 1 if not said.', 0, Number.MAX_SAFE_INTEGER).exactOptional(),
    design: z
      .enum(DESIGNS)
      .describe('How points are spread: random if not said, sobol for Sobol’s sequence, latin for a Latin hypercube.')
      .exactOptional(),
    'on-problem': z
      .enum(ON_PROBLEM)
      .describe('What a replication that cannot be computed does: stop the run if not said, or be counted.')
      .exactOptional(),
    widest: wholeNumber(
      'An interval whose ends lie more places apart than this names no place; 3 if not said.',
      1,
      1000,
    ).exactOptional(),
    doubt: doubt.exactOptional(),
    analyses: analyses.exactOptional(),
  })
  .describe('How ranks are put to the test. It changes no score.');

export type RobustnessFile = z.output<typeof robustnessShape>;
