/**
 * The answers an index is computed from: the country's, with the secretariat's adjustments laid over. Both stay visible
 * elsewhere.
 * Must never: change the answers it was given.
 */
import type { Answers } from '../survey/answers.js';
import type { Assessment } from './statuses.js';

export function assessedAnswers(answers: Answers, assessments: Readonly<Record<string, Assessment>>): Answers {
  const assessed = new Map(Object.entries(answers));
  for (const [key, assessment] of Object.entries(assessments)) {
    if (assessment.finding === 'adjusted') assessed.set(key, assessment.answer);
  }
  return Object.fromEntries(assessed);
}
