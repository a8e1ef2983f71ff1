/**
 * Ids and numbers: each once where it must be told apart, and none that cannot be part of a data point's name.
 * Must never: judge how an id is spelled beyond that.
 */
import type { AnswerSpec } from '../answer-spec.js';
import type { Questionnaire } from '../questionnaire.js';
import type { PlacedQuestion } from './placed-question.js';
import { error, type Path, type QuestionnaireFault, warning } from './questionnaire-fault.js';

export function checkIds(
  questionnaire: Questionnaire,
  questions: readonly PlacedQuestion[],
): readonly QuestionnaireFault[] {
  const sections = questionnaire.sections.map(({ id }, at) => ({ id, path: ['sections', at, 'id'] }));
  const terms = questionnaire.terms.map(({ id }) => ({ id, path: ['terms', id] }));
  const asked = questions.map(({ question, path }) => ({ id: question.id, path: [...path, 'id'] }));
  const numbers = questions.map(({ question, path }) => ({ id: question.number, path: [...path, 'number'] }));
  return [
    ...repeated(sections).map(({ id, path }) => error(path, `there are two sections with the id "${id}"`)),
    ...repeated(terms).map(({ id, path }) => error(path, `there are two terms with the id "${id}"`)),
    ...repeated(asked).map(({ id, path }) => error(path, `there are two questions with the id "${id}"`)),
    ...repeated(numbers).map(({ id, path }) => warning(path, `there are two questions with the number ${id}`)),
    ...unnameable(asked),
    ...questions.flatMap(({ question, path }) => checkPartIds(question.answer, path)),
  ];
}

interface Named {
  readonly id: string;
  readonly path: Path;
}

function checkPartIds(answer: AnswerSpec, path: Path): readonly QuestionnaireFault[] {
  if (answer.type !== 'matrix') return [];
  const rows = answer.rows.map(({ id }, at) => ({ id, path: [...path, 'rows', at, 'id'] }));
  const columns = answer.columns.map(({ id }, at) => ({ id, path: [...path, 'columns', at, 'id'] }));
  return [
    ...repeated(rows).map((row) => error(row.path, `there are two rows with the id "${row.id}"`)),
    ...repeated(columns).map((column) => error(column.path, `there are two columns with the id "${column.id}"`)),
    ...unnameable([...rows, ...columns]),
  ];
}

/** All but the first of each id. */
export function repeated<T extends Named>(named: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return named.filter(({ id }) => seen.size === seen.add(id).size);
}

const unnameable = (named: readonly Named[]): readonly QuestionnaireFault[] =>
  named
    .filter(({ id }) => id.includes('/'))
    .map(({ id, path }) => error(path, `the id "${id}" holds a slash, which separates a question from its part`));
