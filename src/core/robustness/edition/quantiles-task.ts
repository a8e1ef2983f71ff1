/**
 * What all chunks of an analysis come to, for a block of its cells: sums, counts and exact quantiles.
 * Must never: add up in another order than that of the chunks.
 */
import type { Chunk } from '../uncertainty/chunks.js';
import { QUANTILES } from '../uncertainty/score-samples.js';
import { quantilesOf } from '../uncertainty/selection.js';
import { addSums } from '../uncertainty/tally.js';
import type { Part } from './job.js';
import type { SpreadPart } from './spread-task.js';

export interface QuantilesPart extends Part {
  /** One number: replications without numbers, in all chunks. */
  readonly failed: Uint32Array;
  /** By cell of the block. */
  readonly sums: Float64Array;
  /** By cell, then by rank. */
  readonly counts: Uint32Array;
  /** By cell, then 5, 50 and 95 %. */
  readonly quantiles: Float64Array;
  /** Of the cells of the index in the block, by row and row. */
  readonly ahead: Uint32Array;
  readonly both: Uint32Array;
}

interface Asked {
  readonly cells: Chunk;
  readonly rows: number;
  /** Replications. */
  readonly count: number;
}

/** `parts` are read once, in the order of the chunks. */
export function takeQuantiles(parts: Iterable<SpreadPart>, { cells, rows, count }: Asked): QuantilesPart {
  const { from, to } = cells;
  const length = to - from;
  const pairs = Math.max(0, Math.min(to, rows) - from) * rows;
  const found: QuantilesPart = {
    failed: new Uint32Array(1),
    sums: new Float64Array(length),
    counts: new Uint32Array(length * (rows + 1)),
    quantiles: new Float64Array(length * QUANTILES.length),
    ahead: new Uint32Array(pairs),
    both: new Uint32Array(pairs),
  };
  const kept = new Float64Array(length * count);
  const present = new Uint32Array(length);
  for (const part of parts) {
    addSums(found.sums, part.sums.subarray(from, to));
    addCounts(found.failed, part.failed);
    addCounts(found.counts, part.counts.subarray(from * (rows + 1), to * (rows + 1)));
    addCounts(found.ahead, part.ahead.subarray(from * rows));
    addCounts(found.both, part.both.subarray(from * rows));
    keepPresent(part, { first: from, kept, present });
  }
  for (let cell = 0; cell < length; cell++) {
    const own = kept.subarray(cell * count, cell * count + (present[cell] ?? 0));
    found.quantiles.set(quantilesOf(own, QUANTILES), cell * QUANTILES.length);
  }
  return found;
}

interface Block {
  /** Its first cell. */
  readonly first: number;
  /** Room for every replication of each cell, and how much of it is taken. */
  readonly kept: Float64Array;
  readonly present: Uint32Array;
}

/** The scores there are, behind those of the chunks before. */
function keepPresent({ scores, sums }: SpreadPart, { first, kept, present }: Block): void {
  const each = scores.length / sums.length;
  const room = kept.length / present.length;
  for (let cell = 0; cell < present.length; cell++) {
    let to = cell * room + (present[cell] ?? 0);
    const end = (first + cell + 1) * each;
    for (let at = end - each; at < end; at++) {
      const score = scores[at] ?? Number.NaN;
      if (!Number.isNaN(score)) kept[to++] = score;
    }
    present[cell] = to - cell * room;
  }
}

/** As many as the first has. */
function addCounts(counts: Uint32Array, further: Uint32Array): void {
  for (let at = 0; at < counts.length; at++) counts[at] = (counts[at] ?? 0) + (further[at] ?? 0);
}
