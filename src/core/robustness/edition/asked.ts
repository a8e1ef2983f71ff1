/**
 * What is asked of the robustness of a round, as plain data: kept beside the results, so that the same can be run again.
 * Must never: hold a result, or anything that JSON has no word for.
 */
import type { Design } from '../designs/design.js';
import type { Input } from '../scenarios/input.js';

/** How every analysis of a run is made; what it leaves says the same of itself. */
export interface RunSettings {
  /** Replications of each analysis. */
  readonly runs: number;
  /** Base samples of the sensitivity analysis of each; 0 where none is asked for. */
  readonly baseSamples: number;
  readonly design: Design;
  readonly seed: number;
  /** What becomes of a replication without numbers: the run ends with its reason, or it is counted and left out. */
  readonly onProblem: OnProblem;
}

export const ON_PROBLEM = ['stop', 'count'] as const;
export type OnProblem = (typeof ON_PROBLEM)[number];

/** The largest that can be asked for: what a run leaves has to fit a disk, and its indices into memory. */
export const MOST_RUNS = 1_000_000;
export const MOST_BASE_SAMPLES = 100_000;

export interface RobustnessAsked extends RunSettings {
  /** One or more; the intervals of the first stand beside the ranks. */
  readonly analyses: readonly AnalysisAsked[];
}

/** Id of an analysis of what somebody names, and the method does not plan. */
export const OWN_ANALYSIS = 'own';

/** A set of assumptions that vary together. */
export interface AnalysisAsked {
  /** `pillar-weights`; a report calls it by its wording where there is one, and by this where there is none. */
  readonly id: string;
  readonly inputs: readonly Input[];
  /** Answers in doubt of which nobody knows what else they could be: they stay as they are, and a report says so. Absent for none. */
  readonly undrawn?: number;
  /** Replications that somebody states in place of draws. */
  readonly stated?: StatedReplications;
}

export interface StatedReplications {
  /** sha-256 of the file they were read from. */
  readonly hash: string;
  readonly replications: readonly StatedReplication[];
}

export interface StatedReplication {
  /** By input that is a choice, in their order; −1 for as the method has it. */
  readonly choices: readonly number[];
  /** Id of the indicator that is left out; '' for none. */
  readonly dropped: string;
  /** By place in the plan; absent where none are stated. */
  readonly weights?: readonly number[];
}
