/**
 * What an index is computed from: a definition, a round of countries, what they answered and what was stated for nodes.
 * Must never: hold a status, a locale or a file; the answers are those the assessment left standing.
 */
import type { Answers } from '../survey/answers.js';
import type { Outline } from '../survey/outline.js';
import type { Framework } from './framework.js';
import type { Group } from './group.js';
import type { Method } from './method.js';

export interface IndexInput {
  readonly framework: Framework;
  readonly method: Method;
  /** Absent where the questions are not ours to give. */
  readonly outline?: Outline;
  /** The round, in any order. Answers and given values of other countries take no part. */
  readonly countries: readonly string[];
  readonly answers: ReadonlyMap<string, Answers>;
  readonly given: readonly Given[];
  readonly groups: readonly Pick<Group, 'id' | 'countries'>[];
  /** Countries of the round all of whose answers count as withheld. */
  readonly withheld?: readonly string[];
}

/** A node's score as stated elsewhere. It is taken as it is, after any scale rule, and replaces the whole subtree. */
export interface Given {
  readonly country: string;
  readonly node: string;
  readonly value: number;
}
