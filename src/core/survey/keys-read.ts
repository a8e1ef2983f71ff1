/**
 * Which data points a condition looks at.
 * Must never: look at answers.
 */
import type { AnswerTest, Condition } from './condition.js';
import { keyOf } from './key.js';

/** Keys in the order of the tests, each once. */
export function keysRead(condition: Condition): readonly string[] {
  return [...new Set(testsIn(condition).map((test) => keyOf(test.question, test.part ?? '')))];
}

function testsIn(condition: Condition): readonly AnswerTest[] {
  if ('all' in condition) return condition.all.flatMap(testsIn);
  if ('any' in condition) return condition.any.flatMap(testsIn);
  return 'not' in condition ? testsIn(condition.not) : [condition];
}
