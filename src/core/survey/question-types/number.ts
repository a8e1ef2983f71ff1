/**
 * A number with its unit and bounds, written in plain digits.
 * Must never: guess: "1,5", "1e5", "0x1F", "about 30" are refused with an example of what is wanted.
 */
import { done, type Outcome, type Problem, refused } from '../../problem.js';
import type { NumberSpec } from '../answer-spec.js';
import type { CellValue } from '../answers.js';
import { isDecimal, readDecimal, writeDecimal } from './plain-decimal.js';
import { entriesOf, excerpt, type QuestionType } from './question-type.js';

export const number: QuestionType<NumberSpec> = {
  id: 'number',
  choices: () => [],
  reaches: (_spec, value, bound) => typeof value === 'number' && value >= Number(bound),
  read: (spec, raw): Outcome<CellValue | undefined> => {
    const [entry, another] = entriesOf(raw);
    if (entry === undefined) return done(undefined);
    if (another !== undefined) return refused({ code: 'one-answer-only' });
    const value = readDecimal(entry);
    if (value === undefined) return refused(notANumber(spec, entry));
    const problems = faultsOf(spec, value);
    return problems.length === 0 ? done(value) : refused(...problems);
  },
  check: (spec, value) => {
    if (typeof value !== 'number' || !isDecimal(value) || Object.is(value, -0)) return [notANumber(spec, value)];
    return faultsOf(spec, value);
  },
  write: (_spec, value) => [writeDecimal(Number(value))],
};

function faultsOf(spec: NumberSpec, value: number): readonly Problem[] {
  if (spec.integer && !Number.isInteger(value)) return [notANumber(spec, value)];
  const unit = spec.unit ?? '';
  if (spec.from !== undefined && value < spec.from) {
    return [{ code: 'number-too-low', details: { least: writeDecimal(spec.from), unit } }];
  }
  if (spec.to !== undefined && value > spec.to) {
    return [{ code: 'number-too-high', details: { most: writeDecimal(spec.to), unit } }];
  }
  return [];
}

function notANumber(spec: NumberSpec, given: CellValue): Problem {
  const details = { given: excerpt(given), unit: spec.unit ?? '', example: exampleFor(spec) };
  return { code: spec.integer ? 'not-a-whole-number' : 'not-a-number', details };
}

/** 30, or 12.5 where fractions may be given, moved inside the bounds. */
function exampleFor(spec: NumberSpec): string {
  const usual = spec.integer ? 30 : 12.5;
  return writeDecimal(Math.max(spec.from ?? usual, Math.min(spec.to ?? usual, usual)));
}
