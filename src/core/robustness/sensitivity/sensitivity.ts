/**
 * Sensitivity analysis: which of the varied assumptions the spread of each country's score and rank, and of the ranking as a whole,
 * is due to.
 * Must never: give an index for what does not vary, or leave out a base point without counting it.
 */
import { done, type Outcome } from '../../problem.js';
import type { Design } from '../designs/design.js';
import { pointsOf } from '../designs/points.js';
import type { Scenarios } from '../scenarios/open-scenarios.js';
import { chunksOf } from '../uncertainty/chunks.js';
import { countFailed, evaluate, soundColumns } from './evaluate.js';
import { type OutputIndices, outputIndices, RESAMPLES, resamplesOf } from './output-indices.js';
import { outputsOf } from './outputs.js';
import { saltelliPlan } from './saltelli-plan.js';

export interface SensitivityRun {
  readonly design: Design;
  readonly seed: number;
  /** Base points N; the index is computed N · (inputs + 2) times. */
  readonly count: number;
  /** What becomes of a base point some of whose evaluations have no numbers: the run ends, or it is counted and left out. */
  readonly onProblem: 'stop' | 'count';
  /** By how much scores may differ and tie: that of the method's ranking. */
  readonly tolerance: number;
  /** Called now and then with the share that is done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

export interface Sensitivity {
  /** Base points. */
  readonly count: number;
  readonly evaluations: number;
  /** Base points without numbers. */
  readonly failed: number;
  /** Of the mean distance of all ranks from the nominal ones. */
  readonly shift: OutputIndices;
  /** Of the index, by row. */
  readonly scores: readonly OutputIndices[];
  readonly ranks: readonly OutputIndices[];
}

/** Numbers that are kept at once: 128 MB. Where there are more, the outputs are taken in several turns. */
const MOST_KEPT = 2 ** 24;

/**
 * First-order and total Sobol indices of each country's score and rank in the index, and of the mean over countries of
 * |rank − nominal rank|, by exchanging inputs one by one between two samples (Saltelli's radial plan). All weights together are one
 * input. Each output enters as its distance from its own mean over both samples, without which an output far from 0 would drown
 * its first-order indices; that moves their expectation by (ST − S) / 2N.
 *
 * Citation: Saltelli et al. (2010), Computer Physics Communications 181(2); Saisana, Saltelli and Tarantola (2005), J. R. Statist.
 * Soc. A 168(2), for the mean shift in ranks as an output; Archer, Saltelli and Sobol (1997) for the intervals.
 * Example: where nothing but the weights varies, S and ST of the weights are 1 but for chance.
 * Refuses: where the run is to stop, the first evaluation without numbers, with its reason.
 */
export function sensitivityOf(scenarios: Scenarios, asked: SensitivityRun): Outcome<Sensitivity> {
  const { count, seed, design, onProblem } = asked;
  const outputs = outputsOf(scenarios, asked.tolerance);
  const { groups, dimensions } = scenarios.layout;
  const each = groups.length + 2;
  const pointAt = pointsOf(design, { seed, count, dimensions: 2 * dimensions });
  const turns = chunksOf(outputs.count, Math.max(1, Math.floor(MOST_KEPT / (count * each))));
  const found: OutputIndices[] = [];
  let sound = 0;
  let resamples: readonly Uint16Array[] = [];
  for (const [turn, part] of turns.entries()) {
    const tell = (share: number): void => asked.onProgress?.((turn + share) / turns.length);
    const evaluated = evaluate(
      { scenarios, outputsOf: outputs.of, pointAt },
      {
        points: { from: 0, to: count },
        outputs: part,
        onProblem,
        onPoint: (base) => void (base % 64 === 0 && tell(base / count / 2)),
      },
    );
    if (!evaluated.ok) return evaluated;
    if (turn === 0) {
      sound = count - countFailed(evaluated.value.failed);
      resamples = resamplesOf(sound, seed, RESAMPLES.shift);
    }
    for (let output = part.from; output < part.to; output++) {
      const columns = soundColumns(evaluated.value, output - part.from, each);
      found.push(outputIndices(columns, output === 0 ? resamples : resamples.slice(0, RESAMPLES.country)));
      tell(0.5 + (output + 1 - part.from) / (part.to - part.from) / 2);
    }
  }
  const [shift = [], ...ofCountries] = found;
  return done({
    count,
    evaluations: saltelliPlan(count, groups.length).count,
    failed: count - sound,
    shift,
    scores: ofCountries.slice(0, scenarios.rows),
    ranks: ofCountries.slice(scenarios.rows),
  });
}
