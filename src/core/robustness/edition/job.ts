/**
 * A robustness run as tasks that any worker can do in any order, each once: what a task leaves is kept by its name, so that a run
 * that was interrupted goes on where it was, and the number of workers shows in no byte.
 * Must never: know who does a task, or where what it leaves is kept.
 */
import type { Outcome } from '../../problem.js';
import type { RobustnessAsked } from './asked.js';
import type { Robustness } from './robustness.js';
import type { Round } from './round.js';

export interface RobustnessJob {
  readonly round: Round;
  readonly asked: RobustnessAsked;
}

/** A piece of work: plain data that survives being sent to another thread. */
export interface Task {
  /** Unique in its job, fit for a file name. */
  readonly name: string;
  /** What the opened job makes of it. */
  readonly what: 'spread' | 'sobol' | 'taken' | 'quantiles' | 'indices';
  /** Place of the analysis; −1 for what belongs to all. */
  readonly analysis: number;
  /** Replications, base samples, cells or outputs from `from` up to, and without, `to`. */
  readonly from: number;
  readonly to: number;
  /** Share of the whole run that it is, for progress. */
  readonly share: number;
}

/** What a task leaves: arrays of numbers by name. */
export type Part = Readonly<Record<string, Float64Array | Uint32Array>>;

/** What an earlier task of the same job left. */
export type ReadPart = (task: Task) => Part;

export interface OpenedJob {
  /** Tasks of a later phase read what those of earlier ones left. */
  readonly phases: readonly (readonly Task[])[];
  /** A problem ends the run: a replication without numbers, where the run is to stop at it. Of several tasks with one, the first in order counts. */
  readonly take: (task: Task, read: ReadPart) => Outcome<Part>;
  /** Once all tasks are done. */
  readonly assemble: (read: ReadPart) => Robustness;
}

/** Opens a job, or says what is wrong with it before anything is drawn. */
export type OpenJob = (job: RobustnessJob) => Outcome<OpenedJob>;
