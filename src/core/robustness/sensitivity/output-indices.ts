/**
 * The Sobol indices of one output, with their intervals.
 * Must never: give an index for what does not vary.
 */
import { bootstrapCounts } from '../../statistics/bootstrap-counts.js';
import { type Interval, sobolIntervals } from '../../statistics/bootstrap-sobol.js';
import { mean } from '../../statistics/mean.js';
import { type SobolSample, sobolIndices } from '../../statistics/sobol-indices.js';
import { uniformsOf } from '../designs/stream.js';

/** By input, in the order of the layout. */
export type OutputIndices = readonly InputIndices[];

/** NaN where they are not defined: the output does not vary, or is missing somewhere. */
interface InputIndices {
  readonly first: number;
  readonly firstInterval: Interval;
  readonly total: number;
  readonly totalInterval: Interval;
}

/** Resamples for the intervals of the mean shift, and of each country. */
export const RESAMPLES = { shift: 1000, country: 200 } as const;

/** The first resamples of a seed, the same ones however many are wanted. */
export function resamplesOf(points: number, seed: number, resamples: number): readonly Uint16Array[] {
  return bootstrapCounts({ points, resamples, uniform: uniformsOf(seed, 0, 'bootstrap') });
}

/**
 * Indices of an output as its distance from its own mean over A and B.
 *
 * Shape: columns of the base points that have numbers, A, B, then each input → a pair of indices and intervals by input. The columns
 * are written over.
 */
export function outputIndices(columns: readonly Float64Array[], resamples: readonly Uint16Array[]): OutputIndices {
  const [a = new Float64Array(), b = new Float64Array(), ...exchanged] = columns;
  const sample = centred({ a, b, exchanged });
  const { first, total } = sobolIndices(sample);
  const intervals = sobolIntervals(sample, resamples);
  const nowhere: Interval = { low: Number.NaN, high: Number.NaN };
  return exchanged.map((_, input) => ({
    first: first[input] ?? Number.NaN,
    firstInterval: intervals.first[input] ?? nowhere,
    total: total[input] ?? Number.NaN,
    totalInterval: intervals.total[input] ?? nowhere,
  }));
}

type Columns = Record<'a' | 'b', Float64Array> & { readonly exchanged: readonly Float64Array[] };

/** What is less than this share of an output's size is the last digits of sums, and no spread. */
const ROUNDING = 1e-12;

/** Distances from the mean of A and B, in the same arrays; exactly 0 throughout where nothing but last digits differs. */
function centred(sample: Columns): SobolSample {
  const columns = [sample.a, sample.b, ...sample.exchanged];
  const middle = (mean(sample.a) + mean(sample.b)) / 2;
  const least = ROUNDING * Math.max(1, Math.abs(middle));
  let most = 0;
  for (const column of columns) {
    for (let n = 0; n < column.length; n++) {
      const distance = (column[n] ?? Number.NaN) - middle;
      column[n] = distance;
      most = Math.max(most, Math.abs(distance));
    }
  }
  if (most <= least) for (const column of columns) column.fill(0);
  return sample;
}
