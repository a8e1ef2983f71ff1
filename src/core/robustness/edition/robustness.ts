/**
 * How sure the scores and ranks of a round are, as plain data: what a robustness run leaves, and what is kept, shown and written.
 * Must never: hold a number that JSON has no word for: what is not defined is null.
 */
import type { Input } from '../scenarios/input.js';
import type { RunSettings } from './asked.js';

export interface Robustness extends RunSettings {
  /** Of the engine that computed it. */
  readonly engine: string;
  /** By code; all rows below are in this order. */
  readonly countries: readonly string[];
  /** Ids of the combined nodes in reading order, the index first. */
  readonly aggregates: readonly string[];
  /** The first stands beside the ranks. */
  readonly analyses: readonly Analysis[];
  /** Of every element below the index that takes part, in reading order. */
  readonly leftOut: readonly ElementLeftOut[];
}

export interface Analysis {
  readonly id: string;
  readonly inputs: readonly Input[];
  /** Answers in doubt that nothing was drawn for; absent for none. */
  readonly undrawn?: number;
  /** Of stated replications: sha-256 of their file. */
  readonly replayed?: string;
  /** Replications, and how many of them had no numbers and are in none of these. */
  readonly runs: number;
  readonly failed: number;
  /** By aggregate, then by country. */
  readonly nodes: readonly (readonly CellStrength[])[];
  /** Of the index: by country, how often it stood on rank 1, 2, 3 …; whole numbers. */
  readonly frequencies: readonly (readonly number[])[];
  /** Of the index: by country a, then b: in how many replications a stood ahead of b, without ties. */
  readonly ahead: readonly (readonly number[])[];
  /** Of the index: by country a, then b: in how many both had a rank. */
  readonly both: readonly (readonly number[])[];
  /** Codes, best first: between two tiers everyone above beats everyone below in at least 90 % of the replications. */
  readonly tiers: readonly (readonly string[])[];
  /** Who moves under which choice: one line for each alternative of each choice, taken by itself. */
  readonly choices: readonly ChoiceTaken[];
  /** Absent where none was asked for. */
  readonly sensitivity?: SensitivityShown;
}

/** Quantiles of type 7; null throughout where the country never had a score. */
export interface CellStrength {
  readonly score: Spread;
  readonly rank: Spread;
  /** Replications in which it had a rank. */
  readonly present: number;
}

export interface Spread {
  readonly mean: number | null;
  readonly median: number | null;
  readonly p05: number | null;
  readonly p95: number | null;
}

/** The index with one alternative in place of the method's rule, or without one element; all else as the method has it. */
export interface Taken {
  /** Of the index, by country. */
  readonly ranks: readonly (number | null)[];
  readonly scores: readonly (number | null)[];
  /** Mean distance of the ranks from the nominal ones over countries with both; null where there are none, or no numbers. */
  readonly meanShift: number | null;
  /** Code of why there are no numbers; absent where there are. */
  readonly problem?: string;
}

export interface ChoiceTaken extends Taken {
  /** Place of the input, counted from 0. */
  readonly input: number;
  /** As it was written. */
  readonly label: string;
}

export interface ElementLeftOut extends Taken {
  readonly node: string;
}

/** Sobol indices by output, then by input; null where they are not defined. */
export interface SensitivityShown {
  readonly baseSamples: number;
  readonly failed: number;
  readonly evaluations: number;
  /** Of the mean distance of all ranks from the nominal ones. */
  readonly shift: readonly IndicesShown[];
  /** Of the index, by country. */
  readonly scores: readonly (readonly IndicesShown[])[];
  readonly ranks: readonly (readonly IndicesShown[])[];
}

export interface IndicesShown {
  readonly first: number | null;
  readonly firstLow: number | null;
  readonly firstHigh: number | null;
  readonly total: number | null;
  readonly totalLow: number | null;
  readonly totalHigh: number | null;
}
