/**
 * A chunk of the replications of an analysis: what a worker leaves of it.
 * Must never: hang on what another chunk came to.
 */
import { done, type Outcome, refused } from '../../problem.js';
import type { Chunk } from '../uncertainty/chunks.js';
import { emptyPairs } from '../uncertainty/pair-counts.js';
import { makeTally } from '../uncertainty/tally.js';
import type { RobustnessAsked } from './asked.js';
import type { Part } from './job.js';
import type { OpenedAnalysis } from './open-analysis.js';

/** Cells are by aggregate, then by row. */
export interface SpreadPart extends Part {
  /** One number: replications without numbers. */
  readonly failed: Uint32Array;
  readonly sums: Float64Array;
  /** By cell, then by rank, 0 for no score. */
  readonly counts: Uint32Array;
  /** Of the index, by row and row. */
  readonly ahead: Uint32Array;
  readonly both: Uint32Array;
  /** By cell, then by replication of the chunk; NaN where there is none. */
  readonly scores: Float64Array;
}

export function takeSpread(
  { scenarios, tolerance, scoresOf }: OpenedAnalysis,
  { from, to }: Chunk,
  onProblem: RobustnessAsked['onProblem'],
): Outcome<SpreadPart> {
  const { rows, aggregates } = scenarios;
  const tally = makeTally(scenarios, { tolerance, pairs: true });
  const length = to - from;
  const cells = new Float64Array(rows * aggregates.length);
  const scores = new Float64Array(cells.length * length).fill(Number.NaN);
  let failed = 0;
  for (let r = from; r < to; r++) {
    const found = scoresOf(r);
    if (!found.ok) {
      if (onProblem === 'stop') return refused(...found.problems);
      failed += 1;
      continue;
    }
    tally.take(found.value, cells);
    for (let cell = 0; cell < cells.length; cell++) scores[cell * length + r - from] = cells[cell] ?? Number.NaN;
  }
  const counts = new Uint32Array(cells.length * (rows + 1));
  tally.ranks.forEach((own, at) => void counts.set(own.counts, at * own.counts.length));
  const { ahead, both } = tally.pairs ?? emptyPairs(rows);
  return done({ failed: Uint32Array.of(failed), sums: tally.sums, counts, ahead, both, scores });
}
