/**
 * A day of the calendar, kept as ISO text.
 * Must never: read "03/04/2024", which is two different days to two readers.
 */
import { done, type Outcome, type Problem, refused } from '../../problem.js';
import type { CellSpec } from '../answer-spec.js';
import type { CellValue } from '../answers.js';
import { isCalendarDate } from './calendar-date.js';
import { entriesOf, excerpt, type QuestionType } from './question-type.js';

type DateSpec = Extract<CellSpec, { readonly type: 'date' }>;

export const date: QuestionType<DateSpec> = {
  id: 'date',
  choices: () => [],
  reaches: (_spec, value, bound) => String(value) >= String(bound),
  read: (spec, raw): Outcome<CellValue | undefined> => {
    const [entry, another] = entriesOf(raw);
    if (entry === undefined) return done(undefined);
    if (another !== undefined) return refused({ code: 'one-answer-only' });
    const problems = faultsOf(spec, entry);
    return problems.length === 0 ? done(entry) : refused(...problems);
  },
  check: (spec, value) => faultsOf(spec, value),
  write: (_spec, value) => [String(value)],
};

function faultsOf(spec: DateSpec, value: CellValue): readonly Problem[] {
  if (typeof value !== 'string' || !isCalendarDate(value)) {
    return [{ code: 'not-a-date', details: { given: excerpt(value) } }];
  }
  if (spec.from !== undefined && value < spec.from) return [{ code: 'date-too-early', details: { from: spec.from } }];
  if (spec.to !== undefined && value > spec.to) return [{ code: 'date-too-late', details: { to: spec.to } }];
  return [];
}
