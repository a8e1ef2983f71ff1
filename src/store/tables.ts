/**
 * The tables as Kysely sees them: the present (submission, answer) and the past (change_log, append only).
 * Must never: be handed out of this room.
 */
import type { Generated } from 'kysely';

export interface Tables {
  readonly submission: SubmissionTable;
  readonly answer: AnswerTable;
  readonly change_log: ChangeLogTable;
}

interface SubmissionTable {
  readonly edition: string;
  readonly country: string;
  readonly revision: number;
  /** ISO instant of the last commit. */
  readonly saved_at: string;
}

interface AnswerTable {
  readonly edition: string;
  readonly country: string;
  /** Data point: `q2`, `q24/i10`. */
  readonly key: string;
  /** The answer as JSON. */
  readonly answer: string;
}

interface ChangeLogTable {
  readonly id: Generated<number>;
  readonly edition: string;
  readonly country: string;
  /** The revision the change led to. */
  readonly revision: number;
  readonly by: string;
  readonly at: string;
  /** The change as JSON. */
  readonly change: string;
}
