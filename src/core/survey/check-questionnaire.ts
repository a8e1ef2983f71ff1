/**
 * Checks the meaning of a questionnaire whose shape is already known to be right: that it can be asked from end to end, and
 * that whatever it names exists.
 * Must never: stop at the first fault; read answers.
 */
import { checkAnswerSpec } from './checks/check-answer-spec.js';
import { checkCircles } from './checks/check-circles.js';
import { checkCondition } from './checks/check-condition.js';
import { checkContradictions } from './checks/check-contradictions.js';
import { checkIds } from './checks/check-ids.js';
import { checkReferences } from './checks/check-references.js';
import { type PlacedCondition, placedConditions, placedQuestions } from './checks/placed-question.js';
import { type QuestionnaireFault, warning } from './checks/questionnaire-fault.js';
import { keysRead } from './keys-read.js';
import { type Outline, outlineOf } from './outline.js';
import type { Questionnaire } from './questionnaire.js';

export type { QuestionnaireFault };

/** All faults, in no particular order: the library sorts them by line. */
export function checkQuestionnaire(questionnaire: Questionnaire): readonly QuestionnaireFault[] {
  const questions = placedQuestions(questionnaire);
  const conditions = questions.flatMap(placedConditions);
  const outline = outlineOf(questionnaire);
  return [
    ...checkSections(questionnaire),
    ...checkIds(questionnaire, questions),
    ...checkReferences(questionnaire, questions),
    ...questions.flatMap(({ question, path }) => checkAnswerSpec(question.answer, path)),
    ...conditions.flatMap(({ condition, path }) => checkCondition(outline, condition, path)),
    ...conditions.flatMap(checkContradictions),
    ...checkCircles(outline, conditions),
    ...checkOrder(outline, conditions),
  ];
}

function checkSections({ sections }: Questionnaire): readonly QuestionnaireFault[] {
  return sections.flatMap(({ id, questions }, at) =>
    questions.length > 0 ? [] : [warning(['sections', at], `the section "${id}" has no questions`)],
  );
}

/** A question should not hang on one that is asked after it: whoever answers page by page would be sent back. What
 *  goes round in a circle also looks ahead, and the circle's own fault says it. */
function checkOrder(outline: Outline, conditions: readonly PlacedCondition[]): readonly QuestionnaireFault[] {
  const places = new Map(outline.points.map(({ key }, at) => [key, at]));
  const { circular, steps } = outline.asking;
  const inCircle = new Set(circular.map((at) => steps[at]?.question));
  return conditions.flatMap(({ condition, path, owner, first }) =>
    keysRead(condition)
      .filter((key) => !inCircle.has(outline.point.get(key)?.question.id))
      .filter((key) => (places.get(key) ?? -1) > (places.get(first) ?? -1))
      .map((key) => warning(path, `"${owner}" hangs on "${key}", which is asked later`)),
  );
}
