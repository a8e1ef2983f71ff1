/**
 * Uncertainty analysis: how far scores and ranks of an index move when its assumptions do, over many replications.
 * Must never: depend on who computes which replication; skip one that has no numbers without counting it.
 */
import { done, type Outcome, refused } from '../../problem.js';
import type { Design } from '../designs/design.js';
import { pointsOf } from '../designs/points.js';
import type { AggregateScores, Scenarios } from '../scenarios/open-scenarios.js';
import { CHUNK } from './chunks.js';
import type { PairCounts } from './pair-counts.js';
import { type RankCounts, type RankSummary, rankSummary } from './rank-counts.js';
import { QUANTILES, scoreQuantiles } from './score-samples.js';
import { addSums, makeTally, type Tally } from './tally.js';

export interface UncertaintyRun extends SpreadRun {
  readonly design: Design;
  readonly seed: number;
}

export interface SpreadRun {
  /** Replications. */
  readonly count: number;
  /** What becomes of a replication without numbers: the run ends with its reason, or it is counted and left out. */
  readonly onProblem: 'stop' | 'count';
  /** By how much scores may differ and tie: that of the method's ranking. */
  readonly tolerance: number;
  /** Whether it is counted how often each country is ahead of each other one in the index. */
  readonly pairs?: boolean;
  /** Called now and then with the share that is done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

export interface Uncertainty {
  readonly count: number;
  /** Replications that had no numbers. */
  readonly failed: number;
  /** By aggregate, then by row. */
  readonly nodes: readonly (readonly CellUncertainty[])[];
  /** By aggregate. */
  readonly ranks: readonly RankCounts[];
  /** Of the index, where it was asked for. */
  readonly pairs?: PairCounts;
}

interface CellUncertainty {
  readonly score: { readonly mean: number; readonly median: number; readonly p05: number; readonly p95: number };
  readonly rank: RankSummary;
}

/** Numbers that are kept for quantiles before they are counted instead: 256 MB, or 10,000 replications of 200 countries and 13 aggregates. */
const MOST_KEPT = 2 ** 25;

/**
 * Mean, median and interval (5–95 %) of the score and the rank of every country at every aggregate, over `count` replications.
 *
 * Ranks are taken on scores before rounding, ties by the stated tolerance sharing the lowest, whatever the method ranks on. A
 * replication in which a country has no score counts neither in its scores nor in its ranks; `present` says how many did.
 *
 * Shape: see `Scenarios`; `count` of 1 or more → by aggregate in reading order, then by row. Quantiles are of type 7. The same
 * design, seed and count give the same bytes: scores are added up within fixed chunks of the replications, and then the sums of these.
 *
 * Citation: Saisana, Saltelli and Tarantola (2005), Uncertainty and sensitivity analysis techniques as tools for the quality
 * assessment of composite indicators, J. R. Statist. Soc. A 168(2); OECD/JRC, Handbook (2008), step 7.
 * Example: countries with 1, 0 and 0, 1 in two indicators of weights U(0, 1) each have mean score and rank 0.5 and 1.5, and ranks
 * from 1 to 2.
 * Refuses: with the reason of the first replication that has no numbers, where the run is to stop at it.
 */
export function uncertaintyOf(scenarios: Scenarios, asked: UncertaintyRun): Outcome<Uncertainty> {
  const pointAt = pointsOf(asked.design, {
    seed: asked.seed,
    count: asked.count,
    dimensions: scenarios.layout.dimensions,
  });
  return spreadOf(scenarios, (r) => scenarios.at(pointAt(r)), asked);
}

/** The same of replications that somebody states: `scoresOf` gives those of each by its number, from 0, and is asked again where the scores are too
 * many to be kept. */
export function spreadOf(
  { rows, aggregates }: Scenarios,
  scoresOf: (replication: number) => Outcome<AggregateScores>,
  asked: SpreadRun,
): Outcome<Uncertainty> {
  const cells = rows * aggregates.length;
  const tally = makeTally({ rows, aggregates }, { tolerance: asked.tolerance, pairs: asked.pairs === true });
  const sums = new Float64Array(cells);
  const cellsNow = new Float64Array(cells);
  let failed = 0;
  let reason: Outcome<never> | undefined;
  let readings = 0;
  // Where the scores cannot be kept, the replications are read three times, and seldom more often.
  const expected = cells * asked.count <= MOST_KEPT ? 1 : 3;
  const reading = (visit: (scores: Float64Array) => void): void => {
    readings += 1;
    for (let r = 0; r < asked.count && reason === undefined; r++) {
      if (r % CHUNK === 0) {
        asked.onProgress?.(Math.min(1, (readings - 1 + r / asked.count) / expected));
        closeChunk(tally, sums);
      }
      const found = scoresOf(r);
      if (!found.ok) {
        if (asked.onProblem === 'stop') reason = refused(...found.problems);
        if (readings === 1) failed += 1;
        continue;
      }
      if (readings === 1) tally.take(found.value, cellsNow);
      else found.value.forEach((column, at) => void cellsNow.set(column, at * rows));
      visit(cellsNow);
    }
    closeChunk(tally, sums);
  };
  const quantiles = scoreQuantiles(reading, cells, { count: asked.count, most: MOST_KEPT });
  if (reason !== undefined) return reason;
  const { ranks, pairs } = tally;
  return done({
    count: asked.count,
    failed,
    ranks,
    ...(pairs === undefined ? {} : { pairs }),
    nodes: ranks.map((own, at) =>
      Array.from({ length: rows }, (_, row) =>
        cellOf(rankSummary(own, row), { sums, quantiles, cell: at * rows + row }),
      ),
    ),
  });
}

/** What the chunk came to goes to the sums of all, and the next one begins. */
function closeChunk(chunk: Tally, sums: Float64Array): void {
  addSums(sums, chunk.sums);
  chunk.sums.fill(0);
}

interface Found {
  readonly sums: Float64Array;
  readonly quantiles: Float64Array;
  readonly cell: number;
}

function cellOf(rank: RankSummary, { sums, quantiles, cell }: Found): CellUncertainty {
  const [p05 = Number.NaN, median = Number.NaN, p95 = Number.NaN] = quantiles.subarray(
    cell * QUANTILES.length,
    (cell + 1) * QUANTILES.length,
  );
  return { score: { mean: (sums[cell] ?? 0) / rank.present, median, p05, p95 }, rank };
}
