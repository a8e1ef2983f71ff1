/**
 * A round as plain data, whole: what a robustness run starts from, in any process and years later.
 * Must never: hold what can be worked out of the rest.
 */
import type { Framework } from '../../scoring/framework.js';
import type { IndexInput } from '../../scoring/index-input.js';
import type { Method } from '../../scoring/method.js';
import type { Answers } from '../../survey/answers.js';
import type { Questionnaire } from '../../survey/questionnaire.js';

/** As `IndexInput`, in what JSON has words for. */
export interface Round extends Pick<IndexInput, 'given' | 'groups'> {
  readonly framework: Framework;
  readonly method: Method;
  /** Where answers are scored. */
  readonly questionnaire?: Questionnaire;
  /** By code. */
  readonly countries: readonly string[];
  readonly answers: Readonly<Record<string, Answers>>;
  readonly withheld: readonly string[];
}
