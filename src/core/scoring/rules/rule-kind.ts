/**
 * What every scoring rule is: how it scores the round's answers to its question, what it would refuse in a definition, and
 * between which bounds its scores lie. A rule sees all countries at once, because grading compares them.
 * Must never: decide what becomes of a missing answer, unless the author wrote it into the rule.
 */
import type { CellSpec } from '../../survey/answer-spec.js';
import type { CellValue } from '../../survey/answers.js';
import type { Reading } from '../../survey/condition.js';
import type { Value } from '../value.js';

/** The answers of all countries to one question, by row (countries in code order) and part ('' for a simple question). */
export interface Round {
  readonly rows: number;
  /** The part the indicator names. */
  readonly part: string;
  readonly read: (row: number, part: string) => Reading;
}

/** What is asked, as the check of a definition sees it. */
export interface Asked {
  /** How the indicator's own data point is answered; undefined where the indicator names a whole matrix. */
  readonly spec: CellSpec | undefined;
  readonly specOf: (part: string) => CellSpec | undefined;
  readonly choicesOf: (spec: CellSpec) => readonly string[];
}

export interface RuleFault {
  /** Below the rule, as the file writes it: `scores`, `some`. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

export interface RuleKind<R> {
  readonly score: (rule: R, round: Round) => readonly Value[];
  readonly check: (rule: R, asked: Asked) => readonly RuleFault[];
  /** Lowest and highest score it can give; undefined where the answer sets them. */
  readonly bounds: (rule: R) => { readonly low: number; readonly high: number } | undefined;
}

/** Scores each answer for itself; a missing one stays missing for its reason. */
export function scoreEach(round: Round, score: (value: CellValue) => Value): readonly Value[] {
  return Array.from({ length: round.rows }, (_, row) => {
    const reading = round.read(row, round.part);
    return 'missing' in reading ? { missing: reading.missing } : score(reading.value);
  });
}

/** The fault of a rule on a question it cannot score, if it is one. */
export function typeFault(rule: string, asked: Asked, fitting: readonly CellSpec['type'][]): readonly RuleFault[] {
  const type = asked.spec?.type ?? 'matrix';
  if (asked.spec !== undefined && fitting.includes(asked.spec.type)) return [];
  return [{ path: [], message: `the rule ${rule} cannot score a ${type} (it scores ${fitting.join(', ')})` }];
}
