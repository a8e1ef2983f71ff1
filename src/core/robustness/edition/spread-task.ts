/**
 * A chunk of the replications of an analysis: what a worker leaves of it.
 * Must never: hang on what another chunk came to.
 */
import { done, type Outcome, refused } from '../../problem.js';
import type { Chunk } from '../uncertainty/chunks.js';
import { emptyPairs } from '../uncertainty/pair-counts.js';
import { makeTally } from '../uncertainty/tally.js';
import type { OnProblem } from './asked.js';
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
  onProblem: OnProblem,
): Outcome<SpreadPart> {
  const { rows, aggregates } = scenarios;
  const tally = makeTally(scenarios, { tolerance, pairs: true });
  const length = to - from;
  const cells = rows * aggregates.length;
  const laid = new Float64Array(cells * length).fill(Number.NaN);
  let failed = 0;
  for (let r = from; r < to; r++) {
    const found = scoresOf(r);
    if (!found.ok) {
      if (onProblem === 'stop') return refused(...found.problems);
      failed += 1;
      continue;
    }
    tally.take(found.value, laid.subarray((r - from) * cells, (r - from + 1) * cells));
  }
  const counts = new Uint32Array(cells * (rows + 1));
  tally.ranks.forEach((own, at) => void counts.set(own.counts, at * own.counts.length));
  const { ahead, both } = tally.pairs ?? emptyPairs(rows);
  return done({ failed: Uint32Array.of(failed), sums: tally.sums, counts, ahead, both, scores: turned(laid, cells) });
}

/** Replications that are turned together: one by one, each number would go to another page. */
const TOGETHER = 32;

/** From replication by replication to cell by cell. */
function turned(laid: Float64Array, cells: number): Float64Array {
  const length = laid.length / cells;
  const scores = new Float64Array(laid.length);
  for (let first = 0; first < length; first += TOGETHER) {
    const last = Math.min(length, first + TOGETHER);
    for (let cell = 0; cell < cells; cell++) {
      for (let r = first; r < last; r++) scores[cell * length + r] = laid[r * cells + cell] ?? Number.NaN;
    }
  }
  return scores;
}
