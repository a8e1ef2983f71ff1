/**
 * Decides conditions on what was answered so far, in three values: holds, does not hold, or hangs on a missing answer.
 * Each test is looked at once, so the work is bounded by the size of the condition.
 * Must never: turn a missing answer into "no".
 */
import type { CellSpec } from './answer-spec.js';
import type { CellValue } from './answers.js';
import type { AnswerTest, Condition, Reading, Truth } from './condition.js';
import { keyOf } from './key.js';
import { saysOf, typeOf } from './question-types/index.js';
import { writeDecimal } from './question-types/plain-decimal.js';

/** What a condition can look at. */
export interface Surroundings {
  /** How each data point stands; one that has no reading counts as not answered. */
  readonly readings: ReadonlyMap<string, Reading>;
  readonly point: ReadonlyMap<string, { readonly spec: CellSpec }>;
}

/**
 * Kleene's strong logic: one false test decides `all`, one true test decides `any`; otherwise a missing answer leaves them
 * unknown, for the reason of the first one met.
 */
export function evaluate(condition: Condition, around: Surroundings): Truth {
  if ('all' in condition) return allOf(condition.all.map((inner) => evaluate(inner, around)));
  if ('any' in condition) return anyOf(condition.any.map((inner) => evaluate(inner, around)));
  if ('not' in condition) return opposite(evaluate(condition.not, around));
  return decide(condition, around);
}

export function allOf(truths: readonly Truth[]): Truth {
  return truths.includes(false) ? false : (truths.find(isUnknown) ?? true);
}

export function anyOf(truths: readonly Truth[]): Truth {
  return truths.includes(true) ? true : (truths.find(isUnknown) ?? false);
}

const isUnknown = (truth: Truth): boolean => typeof truth === 'object';

const opposite = (truth: Truth): Truth => (typeof truth === 'object' ? truth : !truth);

function decide(test: AnswerTest, { readings, point }: Surroundings): Truth {
  const key = keyOf(test.question, test.part ?? '');
  const reading = readings.get(key) ?? { missing: 'not-answered' };
  if ('missing' in reading) return { unknown: reading.missing };
  const spec = point.get(key)?.spec;
  return spec === undefined ? { unknown: 'not-answered' } : passes(test, spec, reading.value);
}

function passes(test: AnswerTest, spec: CellSpec, value: CellValue): boolean {
  if ('answered' in test) return true;
  if ('atLeast' in test) return typeOf(spec).reaches?.(spec, value, test.atLeast) ?? false;
  const said = saysOf(spec, value);
  if ('includes' in test) return said.includes(test.includes);
  const wanted = typeof test.is === 'object' ? test.is : [test.is];
  return said.length === 1 && wanted.some((one) => said.includes(typeof one === 'number' ? writeDecimal(one) : one));
}
