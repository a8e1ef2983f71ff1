/**
 * The pattern behind every type that takes exactly one of some choices: yes/no, requirement, frequency, share, single
 * choice, rating.
 * Must never: give a choice a number.
 */
import { done, type Outcome, type Problem, refused } from '../../problem.js';
import type { CellSpec, Option } from '../answer-spec.js';
import type { CellValue } from '../answers.js';
import { entriesOf, excerpt, type QuestionType } from './question-type.js';

export interface OneChoice<S extends CellSpec> {
  readonly id: S['type'];
  readonly choices: (spec: S) => readonly Option[];
  /** Ids from worst to best; left out where the choices have no order. */
  readonly order?: (spec: S) => readonly string[];
}

export function oneChoice<S extends CellSpec>({ id, choices, order }: OneChoice<S>): QuestionType<S> {
  const check = (spec: S, value: CellValue): readonly Problem[] => {
    const offered = choices(spec);
    return offered.some((option) => option.id === value) ? [] : [notAChoice(value, offered)];
  };
  return {
    id,
    choices,
    check,
    ...(order === undefined ? {} : { order, reaches: reachesIn(order) }),
    read: (spec, raw): Outcome<CellValue | undefined> => {
      const [entry, another] = entriesOf(raw);
      if (entry === undefined) return done(undefined);
      if (another !== undefined) return refused({ code: 'one-answer-only' });
      const problems = check(spec, entry);
      return problems.length === 0 ? done(entry) : refused(...problems);
    },
    write: (_spec, value) => [String(value)],
  };
}

export function notAChoice(given: CellValue, offered: readonly Option[]): Problem {
  const first = offered.slice(0, MOST_NAMED).map((option) => option.id);
  const choices = offered.length > MOST_NAMED ? [...first, '…'] : first;
  return { code: 'not-a-choice', details: { given: excerpt(given), choices: choices.join(', ') } };
}

const MOST_NAMED = 12;

const reachesIn =
  <S extends CellSpec>(order: (spec: S) => readonly string[]) =>
  (spec: S, value: CellValue, bound: string | number): boolean => {
    const ids = order(spec);
    const least = ids.indexOf(String(bound));
    return least >= 0 && ids.indexOf(String(value)) >= least;
  };
