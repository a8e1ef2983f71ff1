/**
 * What the tasks of a robustness run left, put together.
 * Must never: compute anew; hold NaN, which JSON has no word for.
 */
import { ENGINE } from '../../scoring/engine.js';
import { numberOrNull } from '../../scoring/value.js';
import { rank } from '../../statistics/rank.js';
import { rankSummary } from '../uncertainty/rank-counts.js';
import { QUANTILES } from '../uncertainty/score-samples.js';
import { rankedRows, tiersOf } from '../uncertainty/tiers.js';
import type { RobustnessAsked } from './asked.js';
import type { ReadPart } from './job.js';
import type { OpenedAnalysis } from './open-analysis.js';
import type { OpenedRound } from './open-round.js';
import type { AnalysisTasks, JobTasks } from './plan-tasks.js';
import type { QuantilesPart } from './quantiles-task.js';
import type { Analysis, CellStrength, IndicesShown, Robustness, SensitivityShown } from './robustness.js';
import type { IndicesPart } from './sensitivity-tasks.js';
import { linesOf } from './taken-tasks.js';

export interface OpenedRun {
  readonly asked: RobustnessAsked;
  readonly round: OpenedRound;
  readonly analyses: readonly OpenedAnalysis[];
  readonly tasks: JobTasks;
}

export function assemble({ asked, round, analyses, tasks }: OpenedRun, read: ReadPart): Robustness {
  const { runs, baseSamples, design, seed, onProblem } = asked;
  const [first] = analyses;
  return {
    engine: ENGINE,
    runs,
    baseSamples,
    design,
    seed,
    onProblem,
    countries: round.countries,
    aggregates: first?.scenarios.aggregates.map((place) => round.plan.nodes[place]?.node.id ?? '') ?? [],
    analyses: tasks.analyses.flatMap((own, at) => {
      const analysis = analyses[at];
      return analysis === undefined ? [] : [analysisOf({ ...analysis, countries: round.countries }, own, read)];
    }),
    leftOut: linesOf(tasks.elements.map(read)),
  };
}

interface Subject extends OpenedAnalysis {
  readonly countries: readonly string[];
}

function analysisOf(subject: Subject, tasks: AnalysisTasks, read: ReadPart): Analysis {
  const { asked, scenarios, count, countries } = subject;
  const { rows, aggregates } = scenarios;
  const blocks = tasks.quantiles.map((task) => read(task) as QuantilesPart);
  const cells = blocks.flatMap((block) => cellsOf(block, rows));
  const counts = blocks.flatMap(({ counts: own }) => rowsOf(own, rows + 1));
  const ahead = blocks.flatMap((block) => rowsOf(block.ahead, rows));
  const both = blocks.flatMap((block) => rowsOf(block.both, rows));
  const pairs = { rows, ahead: Uint32Array.from(ahead.flat()), both: Uint32Array.from(both.flat()) };
  const nominal = rank(scenarios.nominal[0] ?? [], 'lowest', subject.tolerance);
  return {
    id: asked.id,
    inputs: asked.inputs,
    ...(asked.undrawn === undefined ? {} : { undrawn: asked.undrawn }),
    ...(asked.stated === undefined ? {} : { replayed: asked.stated.hash }),
    runs: count,
    failed: blocks[0]?.failed[0] ?? 0,
    nodes: aggregates.map((_, at) => cells.slice(at * rows, (at + 1) * rows)),
    frequencies: counts.slice(0, rows).map((own) => own.slice(1)),
    ahead,
    both,
    tiers: tiersOf(rankedRows([...countries.keys()], nominal), pairs).map((tier) =>
      tier.map((row) => countries[row] ?? ''),
    ),
    choices: linesOf(tasks.choices.map(read)),
    ...(tasks.indices.length === 0 ? {} : { sensitivity: sensitivityOf(subject, tasks, read) }),
  };
}

function cellsOf({ sums, counts, quantiles }: QuantilesPart, rows: number): readonly CellStrength[] {
  return Array.from(sums, (sum, cell) => {
    const own = counts.subarray(cell * (rows + 1), (cell + 1) * (rows + 1));
    const { present, ...ranks } = rankSummary({ rows, counts: own }, 0);
    const [p05, median, p95] = quantiles.subarray(cell * QUANTILES.length, (cell + 1) * QUANTILES.length);
    return {
      score: shown({ mean: sum / present, median, p05, p95 }),
      rank: shown(ranks),
      present,
    };
  });
}

type Numbers = Readonly<Record<'mean' | 'median' | 'p05' | 'p95', number | undefined>>;

const shown = ({ mean, median, p05, p95 }: Numbers): CellStrength['score'] => ({
  mean: numberOrNull(mean ?? Number.NaN),
  median: numberOrNull(median ?? Number.NaN),
  p05: numberOrNull(p05 ?? Number.NaN),
  p95: numberOrNull(p95 ?? Number.NaN),
});

const rowsOf = (numbers: Uint32Array, each: number): readonly (readonly number[])[] =>
  Array.from({ length: numbers.length / each }, (_, row) => [...numbers.subarray(row * each, (row + 1) * each)]);

/** Numbers of a pair of indices: each with both ends of its interval. */
const EACH = 6;

function sensitivityOf({ scenarios, baseSamples }: Subject, tasks: AnalysisTasks, read: ReadPart): SensitivityShown {
  const inputs = scenarios.layout.groups.length;
  const parts = tasks.indices.map((task) => read(task) as IndicesPart);
  const [shift = [], ...ofCountries] = parts.flatMap(({ indices }) => outputsOf(indices, inputs));
  return {
    baseSamples,
    failed: parts[0]?.failed[0] ?? 0,
    evaluations: baseSamples * (inputs + 2),
    shift,
    scores: ofCountries.slice(0, scenarios.rows),
    ranks: ofCountries.slice(scenarios.rows),
  };
}

function outputsOf(indices: Float64Array, inputs: number): readonly (readonly IndicesShown[])[] {
  return Array.from({ length: indices.length / (EACH * inputs) }, (_, output) =>
    Array.from({ length: inputs }, (_input, input) => {
      const first = (output * inputs + input) * EACH;
      const at = (place: number): number | null => numberOrNull(indices[first + place] ?? Number.NaN);
      return { first: at(0), firstLow: at(1), firstHigh: at(2), total: at(3), totalLow: at(4), totalHigh: at(5) };
    }),
  );
}
