/**
 * Everything a method can be run on, again and again: the columns of a round, and what they were scored from where that is known.
 * Must never: hold what a run leaves.
 */
import type { Columns, Companions } from '../../scoring/columns.js';
import type { Framework } from '../../scoring/framework.js';
import type { Stated } from '../../scoring/leaf-columns.js';
import type { Method } from '../../scoring/method.js';
import type { Answers } from '../../survey/answers.js';
import type { Outline } from '../../survey/outline.js';
import type { Standing } from '../../survey/standing.js';

export interface Ground {
  readonly framework: Framework;
  readonly method: Method;
  readonly columns: Columns;
  readonly companions: Companions;
  /** The rows of the columns. */
  readonly countries: readonly string[];
  /** Absent where the columns came from no answers. */
  readonly answered?: Answered;
}

/** What the columns were scored from; all by row. */
export interface Answered {
  readonly outline: Outline;
  readonly answers: readonly Answers[];
  readonly standings: readonly Standing[];
  readonly stated: Stated;
}
