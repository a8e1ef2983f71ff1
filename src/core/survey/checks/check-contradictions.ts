/**
 * Conditions that can never hold because they want two answers of one question at once, in one list or together with the
 * conditions of the questions above.
 * Must never: report what could hold (it looks only at tests that must all hold).
 */
import type { Condition } from '../condition.js';
import { keyOf } from '../key.js';
import type { PlacedCondition } from './placed-question.js';
import { error, type QuestionnaireFault } from './questionnaire-fault.js';

export function checkContradictions({ condition, above, path }: PlacedCondition): readonly QuestionnaireFault[] {
  const left = new Map<string, ReadonlySet<string>>();
  for (const { key, answers } of [...above, condition].flatMap(answersWanted)) {
    const before = left.get(key);
    const both = before === undefined ? answers : new Set([...answers].filter((answer) => before.has(answer)));
    if (both.size === 0 && answers.size > 0 && before?.size !== 0) {
      return [error(path, `this can never hold: "${key}" would need two answers at once`)];
    }
    left.set(key, both);
  }
  return [];
}

interface Wanted {
  readonly key: string;
  readonly answers: ReadonlySet<string>;
}

/** The answers a condition insists on: its own `is` tests, and those of all that must hold besides. */
function answersWanted(condition: Condition): readonly Wanted[] {
  if ('all' in condition) return condition.all.flatMap(answersWanted);
  if (!('is' in condition)) return [];
  const wanted = typeof condition.is === 'object' ? condition.is : [condition.is];
  return [{ key: keyOf(condition.question, condition.part ?? ''), answers: new Set(wanted.map(String)) }];
}
