/**
 * Questions and the conditions they carry, each with its path in the author's file.
 * Must never: judge.
 */
import type { Condition } from '../condition.js';
import { keyOf } from '../key.js';
import { partsOf } from '../question-types/index.js';
import type { Question, Questionnaire } from '../questionnaire.js';
import type { Path } from './questionnaire-fault.js';

export interface PlacedQuestion {
  readonly question: Question;
  readonly path: Path;
  /** The conditions of the questions it stands under, outermost first. */
  readonly above: readonly Condition[];
}

/** In the order of asking. */
export function placedQuestions(questionnaire: Questionnaire): readonly PlacedQuestion[] {
  return questionnaire.sections.flatMap((section, at) =>
    section.questions.flatMap((question, index) =>
      withSubQuestions({ question, path: ['sections', at, 'questions', index], above: [] }),
    ),
  );
}

export interface PlacedCondition {
  readonly condition: Condition;
  readonly path: Path;
  /** The question or data point that hangs on it, as authors name it: `q3a`, `q24/i10`. */
  readonly owner: string;
  /** Key of the first data point that hangs on it. */
  readonly first: string;
  /** Conditions that must hold besides. */
  readonly above: readonly Condition[];
}

export function placedConditions({ question, path, above }: PlacedQuestion): readonly PlacedCondition[] {
  const [first] = partsOf(question.answer);
  const own = question.when === undefined ? [] : [question.when];
  const ofQuestion = own.map((condition) => ({
    condition,
    path: [...path, 'when'],
    owner: question.id,
    first: keyOf(question.id, first?.part ?? ''),
    above,
  }));
  if (question.answer.type !== 'matrix') return ofQuestion;
  const [column] = question.answer.columns;
  const ofRows = question.answer.rows.flatMap(({ id, when }, at) => {
    if (when === undefined) return [];
    const key = keyOf(question.id, column === undefined || column.id === '' ? id : `${id}/${column.id}`);
    return [
      {
        condition: when,
        path: [...path, 'rows', at, 'when'],
        owner: keyOf(question.id, id),
        first: key,
        above: [...above, ...own],
      },
    ];
  });
  return [...ofQuestion, ...ofRows];
}

function withSubQuestions(placed: PlacedQuestion): readonly PlacedQuestion[] {
  const { question, path } = placed;
  const above = question.when === undefined ? placed.above : [...placed.above, question.when];
  return [
    placed,
    ...question.questions.flatMap((sub, at) =>
      withSubQuestions({ question: sub, path: [...path, 'questions', at], above }),
    ),
  ];
}
