/**
 * Whether a condition speaks of questions, parts and answers that exist, and can hold at all.
 * Must never: follow a condition to other conditions (circles have a file of their own).
 */
import type { CellSpec } from '../answer-spec.js';
import type { AnswerTest, Condition } from '../condition.js';
import { keyOf } from '../key.js';
import type { Outline } from '../outline.js';
import { typeOf } from '../question-types/index.js';
import { writeDecimal } from '../question-types/plain-decimal.js';
import { error, type Path, type QuestionnaireFault } from './questionnaire-fault.js';

type Faults = readonly QuestionnaireFault[];

export function checkCondition(outline: Outline, condition: Condition, path: Path): Faults {
  if ('all' in condition) return checkEach(outline, condition.all, [...path, 'all']);
  if ('any' in condition) return checkEach(outline, condition.any, [...path, 'any']);
  if (!('not' in condition)) return checkTest(outline, condition, path);
  if ('answered' in condition.not) {
    return [error([...path, 'not'], 'this can never hold: while there is no answer, it stays open what is asked')];
  }
  return checkCondition(outline, condition.not, [...path, 'not']);
}

function checkEach(outline: Outline, conditions: readonly Condition[], path: Path): Faults {
  if (conditions.length === 0) return [error(path, 'the list of conditions is empty')];
  return conditions.flatMap((condition, at) => checkCondition(outline, condition, [...path, at]));
}

function checkTest(outline: Outline, test: AnswerTest, path: Path): Faults {
  const outlined = outline.questions.get(test.question);
  if (outlined === undefined) return [error([...path, 'question'], `there is no question "${test.question}"`)];
  const point = outline.point.get(keyOf(test.question, test.part ?? ''));
  if (point !== undefined) return checkWanted(point.spec, test, path);
  const isMatrix = outlined.question.answer.type === 'matrix';
  if (test.part === undefined)
    return [error([...path, 'question'], `"${test.question}" is a matrix: name one of its parts`)];
  const message = isMatrix ? `"${test.question}" has no part "${test.part}"` : `"${test.question}" has no parts`;
  return [error([...path, 'part'], message)];
}

function checkWanted(spec: CellSpec, test: AnswerTest, path: Path): Faults {
  if ('answered' in test) return [];
  if ('includes' in test) return checkIncludes(spec, test, path);
  if ('atLeast' in test) {
    if (typeOf(spec).reaches === undefined) {
      return [error([...path, 'at-least'], `the answers to "${test.question}" (${spec.type}) have no order`)];
    }
    return canBe(spec, test.atLeast) ? [] : [never(spec, test, [...path, 'at-least'], test.atLeast)];
  }
  if (spec.type === 'multiple-choice') {
    return [error([...path, 'is'], `"${test.question}" may have several answers: use includes`)];
  }
  if (typeof test.is !== 'object') return canBe(spec, test.is) ? [] : [never(spec, test, [...path, 'is'], test.is)];
  if (test.is.length === 0) return [error([...path, 'is'], 'the list of answers is empty')];
  return test.is.flatMap((wanted, at) => (canBe(spec, wanted) ? [] : [never(spec, test, [...path, 'is', at], wanted)]));
}

function checkIncludes(spec: CellSpec, test: AnswerTest & { readonly includes: string }, path: Path): Faults {
  const place = [...path, 'includes'];
  if (spec.type !== 'multiple-choice') return [error(place, `"${test.question}" is not a multiple choice: use is`)];
  return canBe(spec, test.includes) ? [] : [never(spec, test, place, test.includes)];
}

/** Whether one answer can be this: one of the choices, or a number, date or text written as it will be compared. */
function canBe(spec: CellSpec, wanted: string | number): boolean {
  const type = typeOf(spec);
  const written = typeof wanted === 'number' ? writeDecimal(wanted) : wanted;
  const choices = type.choices(spec);
  if (choices.length > 0) return choices.some((choice) => choice.id === written);
  if (spec.type === 'multiple-choice' || spec.type === 'single-choice' || spec.type === 'rating') return false;
  const read = type.read(spec, [written]);
  return read.ok && read.value !== undefined && type.write(spec, read.value)[0] === written;
}

function never(spec: CellSpec, test: AnswerTest, path: Path, wanted: string | number): QuestionnaireFault {
  const choices = typeOf(spec)
    .choices(spec)
    .map((choice) => choice.id);
  const takes = choices.length === 0 ? '' : `: it takes ${choices.join(', ')}`;
  return error(path, `"${test.question}" (${spec.type}) can never be "${wanted}"${takes}`);
}
