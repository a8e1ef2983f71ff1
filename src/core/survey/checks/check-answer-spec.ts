/**
 * Whether a question can be answered at all as it is specified: choices to choose from, bounds the right way round, labels
 * for choices that exist.
 * Must never: judge wording.
 */
import type { AnswerSpec, CellSpec, MatrixSpec, Option } from '../answer-spec.js';
import { isCalendarDate } from '../question-types/calendar-date.js';
import { typeOf } from '../question-types/index.js';
import { LONGEST_SCALE } from '../question-types/scale.js';
import { repeated } from './check-ids.js';
import { error, type Path, type QuestionnaireFault, warning } from './questionnaire-fault.js';

type Faults = readonly QuestionnaireFault[];

export function checkAnswerSpec(answer: AnswerSpec, path: Path): Faults {
  return answer.type === 'matrix' ? checkMatrix(answer, path) : checkCell(answer, path);
}

function checkMatrix({ rows, columns }: MatrixSpec, path: Path): Faults {
  return [
    ...(rows.length === 0 ? [error([...path, 'rows'], 'the matrix has no rows')] : []),
    ...(columns.length === 0 ? [error([...path, 'columns'], 'the matrix has no columns')] : []),
    ...columns.flatMap(({ id, answer }, at) => {
      if (columns.length > 1 && id === '') return [error([...path, 'columns', at], 'the column has no id')];
      return checkCell(answer, [...path, ...(id === '' ? ['cell'] : ['columns', at])]);
    }),
  ];
}

function checkCell(spec: CellSpec, path: Path): Faults {
  switch (spec.type) {
    case 'single-choice':
    case 'multiple-choice':
      return checkOptions(spec.options, [...path, 'options'], spec.type === 'multiple-choice');
    case 'rating':
      return checkOptions(spec.levels, [...path, 'levels'], false);
    case 'number':
      return crossed(spec, path);
    case 'date':
      return [...notDays(spec, path), ...crossed(spec, path)];
    case 'scale':
      return isScaleEnd(spec.to)
        ? checkLabels(spec, path)
        : [error([...path, 'to'], `a scale ends at a whole number from 1 to ${LONGEST_SCALE}`)];
    case 'text':
      return tooFew(spec.atMost, path);
    case 'link-list':
      return [...tooFew(spec.atMost, path), ...checkLabels(spec, path)];
    default:
      return checkLabels(spec, path);
  }
}

function checkOptions(options: readonly Option[], path: Path, mayExclude: boolean): Faults {
  const placed = options.map((option, at) => ({ ...option, path: [...path, at, 'id'] }));
  return [
    ...(options.length === 0 ? [error(path, 'there is nothing to choose from')] : []),
    ...(options.length === 1 ? [warning(path, 'there is only one choice')] : []),
    ...repeated(placed).map((option) => error(option.path, `there are two choices with the id "${option.id}"`)),
    ...options.flatMap(({ exclusive }, at) =>
      exclusive && !mayExclude
        ? [error([...path, at, 'exclusive'], 'only an option of a multiple choice can be exclusive')]
        : [],
    ),
  ];
}

function checkLabels(spec: Extract<CellSpec, { readonly labels?: unknown }>, path: Path): Faults {
  const ids = typeOf(spec)
    .choices(spec)
    .map((choice) => choice.id);
  return Object.keys(spec.labels ?? {})
    .filter((id) => !ids.includes(id))
    .map((id) =>
      error([...path, 'labels', id], `${spec.type} has no choice "${id}" to label: it has ${ids.join(', ')}`),
    );
}

const isScaleEnd = (to: number): boolean => Number.isInteger(to) && to >= 1 && to <= LONGEST_SCALE;

function crossed<T extends number | string>({ from, to }: { readonly from?: T; readonly to?: T }, path: Path): Faults {
  if (from === undefined || to === undefined || from <= to) return [];
  return [error([...path, 'to'], `the bounds are crossed: from ${from} to ${to}`)];
}

function notDays(spec: { readonly from?: string; readonly to?: string }, path: Path): Faults {
  return (['from', 'to'] as const).flatMap((bound) => {
    const day = spec[bound];
    return day === undefined || isCalendarDate(day)
      ? []
      : [error([...path, bound], `"${day}" is not a date (year-month-day)`)];
  });
}

function tooFew(atMost: number | undefined, path: Path): Faults {
  if (atMost === undefined || (Number.isInteger(atMost) && atMost >= 1)) return [];
  return [error([...path, 'at-most'], 'give a whole number of at least 1')];
}
