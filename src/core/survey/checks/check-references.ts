/**
 * What a question names besides conditions: terms that are defined, evidence rules over answers it can have.
 * Must never: read conditions.
 */
import type { AnswerSpec, CellSpec } from '../answer-spec.js';
import { typeOf } from '../question-types/index.js';
import type { Questionnaire } from '../questionnaire.js';
import type { PlacedQuestion } from './placed-question.js';
import { error, type QuestionnaireFault } from './questionnaire-fault.js';

export function checkReferences(
  questionnaire: Questionnaire,
  questions: readonly PlacedQuestion[],
): readonly QuestionnaireFault[] {
  const defined = new Set(questionnaire.terms.map((term) => term.id));
  return questions.flatMap((placed) => [...checkTerms(placed, defined), ...checkEvidence(placed)]);
}

function checkTerms({ question, path }: PlacedQuestion, defined: ReadonlySet<string>): readonly QuestionnaireFault[] {
  return question.terms.flatMap((term, at) =>
    defined.has(term) ? [] : [error([...path, 'terms', at], `there is no term "${term}"`)],
  );
}

function checkEvidence({ question, path }: PlacedQuestion): readonly QuestionnaireFault[] {
  const { evidence } = question;
  if (evidence.rule !== 'required') return [];
  const place = [...path, 'evidence', 'required-when'];
  const ids = choicesOf(question.answer);
  if (ids.size === 0) return [error(place, 'evidence can depend on a choice only, and this question has none')];
  if (evidence.when.length === 0) return [error(place, 'no answer is named that would need evidence')];
  return evidence.when.flatMap((id, at) =>
    ids.has(id)
      ? []
      : [error([...place, at], `"${id}" is not an answer to this question: it takes ${[...ids].join(', ')}`)],
  );
}

function choicesOf(answer: AnswerSpec): ReadonlySet<string> {
  const cells: readonly CellSpec[] =
    answer.type === 'matrix' ? answer.columns.map((column) => column.answer) : [answer];
  return new Set(
    cells.flatMap((cell) =>
      typeOf(cell)
        .choices(cell)
        .map((choice) => choice.id),
    ),
  );
}
