/**
 * Looks one answer up, and tells whether two say the same.
 * Must never: take an inherited property of an object for an answer.
 */
import type { Answer, Answers, CellValue } from './answers.js';

export function answerAt(answers: Answers, key: string): Answer | undefined {
  return Object.hasOwn(answers, key) ? answers[key] : undefined;
}

export function isSameAnswer(one: Answer | undefined, other: Answer | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  if ('missing' in one || 'missing' in other) {
    return 'missing' in one && 'missing' in other && one.missing === other.missing;
  }
  return isSameValue(one.value, other.value);
}

function isSameValue(one: CellValue, other: CellValue): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other;
  return one.length === other.length && one.every((item, at) => item === other[at]);
}
