/**
 * When a question is asked, in words a delegate reads: "question 3 is answered “Yes”".
 * Must never: show an id where the reader sees a number or a label.
 */
import type { CellSpec } from '../survey/answer-spec.js';
import type { AnswerTest, Condition } from '../survey/condition.js';
import { keyOf, type Outline } from '../survey/outline.js';
import type { Words } from '../text/words.js';
import { choiceWords } from './answer-words.js';

/** A clause without a full stop, to stand after "only if". */
export function conditionWords(words: Words, outline: Outline, condition: Condition): string {
  const inner = (one: Condition): string => conditionWords(words, outline, one);
  if ('all' in condition) return joined(words, 'all', condition.all.map(inner));
  if ('any' in condition) return joined(words, 'any', condition.any.map(inner));
  if ('not' in condition) return words.say('report.condition.not', { condition: inner(condition.not) });
  return testWords(words, outline, condition);
}

function joined(words: Words, how: 'all' | 'any', conditions: readonly string[]): string {
  if (conditions.length === 1) return conditions[0] ?? '';
  return words.say(`report.condition.${how}`, { conditions: conditions.join('; ') });
}

function testWords(words: Words, outline: Outline, test: AnswerTest): string {
  const point = outline.point.get(keyOf(test.question, test.part ?? ''));
  const number = outline.questions.get(test.question)?.question.number ?? test.question;
  const row = [point?.rowText, point?.columnText].filter((text) => text !== undefined).join(' · ');
  const asked = { number, part: row, hasPart: row === '' ? 'no' : 'yes' };
  const label = (value: string | number): string => quoted(words, point?.spec, value);
  if ('answered' in test) return words.say('report.condition.answered', asked);
  if ('includes' in test) return words.say('report.condition.includes', { ...asked, choice: label(test.includes) });
  if ('atLeast' in test) return words.say('report.condition.at-least', { ...asked, choice: label(test.atLeast) });
  const values = typeof test.is === 'object' ? test.is : [test.is];
  const choices = values.map(label);
  return words.say('report.condition.is', { ...asked, count: choices.length, choices: choices.join(', ') });
}

function quoted(words: Words, spec: CellSpec | undefined, value: string | number): string {
  const choices = spec === undefined ? [] : choiceWords(words, spec);
  const choice = choices.find(({ id }) => id === String(value))?.label ?? String(value);
  return words.say('report.condition.quoted', { choice });
}
