/**
 * How many questions a questionnaire has, counted as people do: by number, a question and its follow-ups being one.
 * Must never: count cells as questions.
 */
import { type Outline, outlineOf, topQuestionOf } from './outline.js';
import type { Questionnaire } from './questionnaire.js';

export function countQuestionnaire(questionnaire: Questionnaire): {
  readonly questions: number;
  readonly dataPoints: number;
} {
  const outline = outlineOf(questionnaire);
  const numbers = new Set([...outline.questions.keys()].map((id) => countedNumber(outline, id)));
  return { questions: numbers.size, dataPoints: outline.points.length };
}

/** The number a question counts under: 57 for 57, for 57a, and for whatever stands under them. Undefined for an unknown id. */
export function countedNumber(outline: Outline, id: string): string | undefined {
  const number = topQuestionOf(outline, id)?.number;
  return number?.replace(/^(\d+)[a-z]+$/i, '$1');
}
