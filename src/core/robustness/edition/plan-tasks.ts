/**
 * A robustness run cut into tasks: what can be done side by side, and what then reads it.
 * Must never: cut otherwise for another number of workers.
 */
import type { Scenarios } from '../scenarios/open-scenarios.js';
import { CHUNK, type Chunk, chunksOf } from '../uncertainty/chunks.js';
import { countAlternatives } from './choices-taken.js';
import type { Task } from './job.js';
import type { OpenedAnalysis } from './open-analysis.js';

/** The tasks of one analysis; those of `chunks` and `points` come before the others. */
export interface AnalysisTasks {
  readonly chunks: readonly Task[];
  readonly points: readonly Task[];
  readonly choices: readonly Task[];
  readonly quantiles: readonly Task[];
  readonly indices: readonly Task[];
}

export interface JobTasks {
  readonly analyses: readonly AnalysisTasks[];
  readonly elements: readonly Task[];
}

/** Base points of a task, elements, and alternatives: each is worth the time of a chunk of replications at most. */
const POINTS = 64;
const ELEMENTS = 8;
const ALTERNATIVES = 4;
/** Every block reads what all tasks before it left, so there are few; below this many numbers there is one. */
const MOST_BLOCKS = 8;
const BLOCK = 2 ** 21;
/** How many times the work of an evaluation it is to lay a round out anew. */
const ANEW = 100;

/** `nodes` and `elements`: how many there are. */
export interface JobSize {
  readonly nodes: number;
  readonly elements: number;
}

export function planTasks(analyses: readonly OpenedAnalysis[], size: JobSize): JobTasks {
  const drafts = analyses.map((analysis, at) => draftsOf(analysis, at, size));
  const rows = analyses[0]?.scenarios.rows ?? 0;
  const elements = cut({ what: 'taken', analysis: -1 }, chunksOf(size.elements, ELEMENTS), ANEW * rows * size.nodes);
  const all = [...drafts.flatMap((one) => Object.values(one).flat()), ...elements];
  const whole = all.reduce((sum, { share }) => sum + share, 0);
  const scaled = (tasks: readonly Task[]): readonly Task[] =>
    tasks.map((task) => ({ ...task, share: task.share / whole }));
  return {
    analyses: drafts.map(({ chunks, points, choices, quantiles, indices }) => ({
      chunks: scaled(chunks),
      points: scaled(points),
      choices: scaled(choices),
      quantiles: scaled(quantiles),
      indices: scaled(indices),
    })),
    elements: scaled(elements),
  };
}

/** Shares are numbers to be worked out, about as many as each takes. */
function draftsOf(
  { scenarios, count, baseSamples, asked }: OpenedAnalysis,
  analysis: number,
  size: JobSize,
): AnalysisTasks {
  const { rows, aggregates, layout } = scenarios;
  const cells = rows * aggregates.length;
  const inputs = layout.groups.length;
  const outputs = 1 + 2 * rows;
  const plain = rows * size.nodes;
  const evaluation = plain * timesAnew(scenarios);
  const matrices = inputs + 2;
  return {
    chunks: cut({ what: 'spread', analysis }, chunksOf(count, CHUNK), evaluation),
    points: cut({ what: 'sobol', analysis }, chunksOf(baseSamples, POINTS), evaluation * matrices),
    choices: cut({ what: 'taken', analysis }, chunksOf(countAlternatives(asked.inputs), ALTERNATIVES), ANEW * plain),
    quantiles: cut({ what: 'quantiles', analysis }, blocksOf(cells, cells * count), 8 * count),
    indices:
      baseSamples === 0
        ? []
        : cut(
            { what: 'indices', analysis },
            indexBlocksOf(outputs, outputs * matrices * baseSamples),
            300 * inputs * baseSamples,
          ),
  };
}

/** How much more an evaluation takes where more than weights changes: answers each time, what is left out until all of it was once. */
function timesAnew({ layout }: Scenarios): number {
  const kinds = layout.groups.map(({ input }) => input.kind);
  if (kinds.includes('doubt')) return 20;
  return kinds.includes('drop') ? 4 : 1;
}

/** The mean shift by itself, as it has five times the resamples of a country. */
function indexBlocksOf(outputs: number, numbers: number): readonly Chunk[] {
  const others = blocksOf(outputs - 1, 20 * numbers).map(({ from, to }) => ({ from: from + 1, to: to + 1 }));
  return [{ from: 0, to: 1 }, ...others];
}

function blocksOf(count: number, numbers: number): readonly Chunk[] {
  const blocks = Math.min(MOST_BLOCKS, Math.max(1, Math.ceil(numbers / BLOCK)));
  return chunksOf(count, Math.ceil(count / blocks));
}

function cut(kind: Pick<Task, 'what' | 'analysis'>, chunks: readonly Chunk[], each: number): readonly Task[] {
  const of = kind.analysis < 0 ? 'all' : `${kind.analysis}`;
  return chunks.map(({ from, to }) => ({
    ...kind,
    name: `${kind.what}-${of}-${from}`,
    from,
    to,
    share: (to - from) * each,
  }));
}
