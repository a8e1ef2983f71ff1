/**
 * What replications leave behind that takes no more room for many than for few: sums of scores, counts of ranks and of who was ahead.
 * Must never: add scores in another order than that of the replications.
 */
import type { AggregateScores, Scenarios } from '../scenarios/open-scenarios.js';
import { countPairs, emptyPairs, type PairCounts } from './pair-counts.js';
import { countRanks, emptyCounts, type RankCounts } from './rank-counts.js';
import { makeRanker } from './ranker.js';

export interface Tally {
  /** Of the chunk so far, by aggregate and then by row. */
  readonly sums: Float64Array;
  /** By aggregate. */
  readonly ranks: readonly RankCounts[];
  /** Of the index, where they are wanted. */
  readonly pairs?: PairCounts;
  /** Takes in the columns of one replication. `cells` is written over with all of its scores, as `sums` is laid out. */
  readonly take: (scores: AggregateScores, cells: Float64Array) => void;
}

interface Wanted {
  /** By how much scores may differ and tie. */
  readonly tolerance: number;
  /** Whether it is counted who was ahead of whom. */
  readonly pairs: boolean;
}

export function makeTally({ rows, aggregates }: Pick<Scenarios, 'rows' | 'aggregates'>, wanted: Wanted): Tally {
  const sums = new Float64Array(rows * aggregates.length);
  const counts = aggregates.map(() => emptyCounts(rows));
  const rankers = aggregates.map(() => makeRanker(rows, wanted.tolerance));
  const pairs = wanted.pairs ? emptyPairs(rows) : undefined;
  const ranks = new Uint16Array(rows);
  return {
    sums,
    ranks: counts,
    ...(pairs === undefined ? {} : { pairs }),
    take: (scores, cells) => {
      scores.forEach((column, at) => {
        cells.set(column, at * rows);
        rankers[at]?.(column, ranks);
        const own = counts[at];
        if (own !== undefined) countRanks(own, ranks);
        if (at === 0 && pairs !== undefined) countPairs(pairs, ranks);
      });
      addPresent(sums, cells);
    },
  };
}

function addPresent(sums: Float64Array, scores: Float64Array): void {
  for (let cell = 0; cell < sums.length; cell++) {
    const score = scores[cell] ?? Number.NaN;
    if (!Number.isNaN(score)) sums[cell] = (sums[cell] ?? 0) + score;
  }
}

/** Adds the sums of a chunk to those of the chunks before it. */
export function addSums(sums: Float64Array, ofChunk: Float64Array): void {
  for (let cell = 0; cell < sums.length; cell++) sums[cell] = (sums[cell] ?? 0) + (ofChunk[cell] ?? 0);
}
