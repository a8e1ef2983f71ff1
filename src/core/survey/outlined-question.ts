/**
 * Every question of a questionnaire with its place (section, parent) and its data points.
 * Must never: look at conditions.
 */
import { keyOf } from './key.js';
import { partsOf } from './question-types/index.js';
import type { DataPoint, Question, Questionnaire, Section } from './questionnaire.js';

export interface OutlinedQuestion {
  readonly question: Question;
  readonly section: Section;
  readonly parent?: Question;
  readonly points: readonly DataPoint[];
}

/** In the order of asking, each before its sub-questions. */
export function outlineQuestions(questionnaire: Questionnaire): readonly OutlinedQuestion[] {
  return questionnaire.sections.flatMap((section) =>
    section.questions.flatMap((question) => withSubQuestions(section, question)),
  );
}

function withSubQuestions(section: Section, question: Question, parent?: Question): readonly OutlinedQuestion[] {
  const own = { question, section, ...(parent === undefined ? {} : { parent }), points: pointsOf(question) };
  return [own, ...question.questions.flatMap((sub) => withSubQuestions(section, sub, question))];
}

function pointsOf(question: Question): readonly DataPoint[] {
  return partsOf(question.answer).map((part) => ({ ...part, key: keyOf(question.id, part.part), question }));
}
