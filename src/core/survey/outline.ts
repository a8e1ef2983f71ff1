/**
 * A questionnaire laid out for work: every question and every data point by name, and the order in which what is asked
 * can be worked out. Laid out by server and browser alike.
 * Must never: hold an answer.
 */
import { type AskingSteps, askingStepsOf } from './asking-steps.js';
import { keyOf } from './key.js';
import { type OutlinedQuestion, outlineQuestions } from './outlined-question.js';
import type { DataPoint, Question, Questionnaire } from './questionnaire.js';

export { keyOf };

export interface Outline {
  readonly questionnaire: Questionnaire;
  /** By id, in the order of asking, each before its sub-questions. */
  readonly questions: ReadonlyMap<string, OutlinedQuestion>;
  /** In the order of asking. */
  readonly points: readonly DataPoint[];
  /** By key. */
  readonly point: ReadonlyMap<string, DataPoint>;
  /** For `standing`: what has to be worked out, and in which order. */
  readonly asking: AskingSteps;
}

/** Laid out when it is first asked for, and kept as long as the questionnaire, which does not change, is in use. */
export function outlineOf(questionnaire: Questionnaire): Outline {
  const outline = kept.get(questionnaire) ?? layOut(questionnaire);
  kept.set(questionnaire, outline);
  return outline;
}

/** The outermost question a question stands under: itself, or the parent of its parents. Undefined for an unknown id. */
export function topQuestionOf(outline: Outline, id: string): Question | undefined {
  let outlined = outline.questions.get(id);
  while (outlined?.parent !== undefined) outlined = outline.questions.get(outlined.parent.id);
  return outlined?.question;
}

const kept = new WeakMap<Questionnaire, Outline>();

function layOut(questionnaire: Questionnaire): Outline {
  const outlined = outlineQuestions(questionnaire);
  const points = outlined.flatMap((one) => one.points);
  return {
    questionnaire,
    questions: new Map(outlined.map((one) => [one.question.id, one])),
    points,
    point: new Map(points.map((point) => [point.key, point])),
    asking: askingStepsOf(outlined),
  };
}
