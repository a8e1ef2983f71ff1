/**
 * The sensitivity analysis of a run in pieces: evaluations by base points, indices by outputs.
 * Must never: come to another index than `sensitivityOf`; a test holds the two together.
 */
import { done, type Outcome, refused } from '../../problem.js';
import { countFailed, type Evaluated, evaluate, soundColumns } from '../sensitivity/evaluate.js';
import { outputIndices, RESAMPLES, resamplesOf } from '../sensitivity/output-indices.js';
import { outputsOf } from '../sensitivity/outputs.js';
import type { Chunk } from '../uncertainty/chunks.js';
import type { OnProblem } from './asked.js';
import type { Part } from './job.js';
import { inAnalysis, type OpenedAnalysis } from './open-analysis.js';

/** As `Evaluated`: of all outputs, for the base points of the task. */
export type SobolPart = Evaluated & Part;

export function takeSobol(
  { asked, scenarios, tolerance, basePointAt }: OpenedAnalysis,
  points: Chunk,
  onProblem: OnProblem,
): Outcome<SobolPart> {
  const outputs = outputsOf(scenarios, tolerance);
  const found = evaluate(
    { scenarios, outputsOf: outputs.of, pointAt: basePointAt },
    { points, outputs: { from: 0, to: outputs.count }, onProblem },
  );
  if (!found.ok) return refused(...found.problems.map((problem) => inAnalysis(problem, asked.id)));
  return done({ ...found.value });
}

export interface IndicesPart extends Part {
  /** One number: base points without numbers. */
  readonly failed: Uint32Array;
  /** By output, then by input: the index, and its interval, of the first order and then in total. NaN where not defined. */
  readonly indices: Float64Array;
}

interface Asked {
  /** Which of them: the mean shift (0), then the scores by row, then the ranks. */
  readonly outputs: Chunk;
  readonly inputs: number;
  /** Base points. */
  readonly count: number;
  readonly seed: number;
}

/** `parts` are read once, in the order of the base points. */
export function takeIndices(parts: Iterable<SobolPart>, { outputs, inputs, count, seed }: Asked): IndicesPart {
  const matrices = inputs + 2;
  const columns = (outputs.to - outputs.from) * matrices;
  const all: Evaluated = { values: new Float64Array(columns * count), failed: new Uint32Array(count) };
  let before = 0;
  for (const { values, failed } of parts) {
    const points = failed.length;
    all.failed.set(failed, before);
    for (let column = 0; column < columns; column++) {
      const first = (outputs.from * matrices + column) * points;
      all.values.set(values.subarray(first, first + points), column * count + before);
    }
    before += points;
  }
  const failed = countFailed(all.failed);
  const resamples = resamplesOf(count - failed, seed, outputs.from === 0 ? RESAMPLES.shift : RESAMPLES.country);
  const ofCountries = resamples.slice(0, RESAMPLES.country);
  const indices: number[] = [];
  for (let output = outputs.from; output < outputs.to; output++) {
    const found = outputIndices(
      soundColumns(all, output - outputs.from, matrices),
      output === 0 ? resamples : ofCountries,
    );
    for (const { first, firstInterval, total, totalInterval } of found)
      indices.push(first, firstInterval.low, firstInterval.high, total, totalInterval.low, totalInterval.high);
  }
  return { failed: Uint32Array.of(failed), indices: Float64Array.from(indices) };
}
