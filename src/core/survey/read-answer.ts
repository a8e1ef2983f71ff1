/**
 * From what was entered for one data point, in a form or a file, to an answer: a value, or a stated reason why there is none.
 * Must never: decide between a value and a reason when both were given.
 */
import { done, type Outcome, type Problem, refused } from '../problem.js';
import type { Answer } from './answers.js';
import { typeOf } from './question-types/index.js';
import type { DataPoint } from './questionnaire.js';

export interface Entered {
  /** Form fields or CSV values, one string per option, address or value. */
  readonly values: readonly string[];
  /** A stated reason; absent or empty where none was given. */
  readonly status?: string;
}

/** Undefined when nothing was entered, or when `not-answered` says so. Problems name the data point as their field. */
export function readAnswer(point: DataPoint, { values, status = '' }: Entered): Outcome<Answer | undefined> {
  const read = typeOf(point.spec).read(point.spec, values);
  const reason = status.trim();
  if (reason === '') {
    if (!read.ok) return refused(...read.problems.map((problem) => ({ ...problem, field: point.key })));
    return done(read.value === undefined ? undefined : { value: read.value });
  }
  const fault = (code: string): Problem => ({ code, details: { reason }, field: point.key });
  if (!read.ok || read.value !== undefined) return refused(fault('value-and-reason'));
  switch (reason) {
    case 'not-answered':
      return done(undefined);
    case 'withheld':
      return done({ missing: reason });
    case 'not-applicable':
    case 'not-known':
      return point.question.allows.includes(reason) ? done({ missing: reason }) : refused(fault('reason-not-allowed'));
    default:
      return refused(fault('unknown-reason'));
  }
}
