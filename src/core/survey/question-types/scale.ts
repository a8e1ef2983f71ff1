/**
 * A position on a scale from 0 to a stated end, in whole steps. The ends may be named by labels.
 * Must never: take a position between two steps.
 */
import { done, type Outcome, type Problem, refused } from '../../problem.js';
import type { CellSpec, Option } from '../answer-spec.js';
import type { CellValue } from '../answers.js';
import { readDecimal } from './plain-decimal.js';
import { entriesOf, excerpt, labelled, type QuestionType } from './question-type.js';

type Scale = Extract<CellSpec, { readonly type: 'scale' }>;

/** A longer scale than this is a number question. */
export const LONGEST_SCALE = 100;

export const scale: QuestionType<Scale> = {
  id: 'scale',
  choices: (spec) => positionsOf(spec),
  order: (spec) => positionsOf(spec).map((option) => option.id),
  reaches: (_spec, value, bound) => typeof value === 'number' && value >= Number(bound),
  read: (spec, raw): Outcome<CellValue | undefined> => {
    const [entry, another] = entriesOf(raw);
    if (entry === undefined) return done(undefined);
    if (another !== undefined) return refused({ code: 'one-answer-only' });
    const value = readDecimal(entry);
    return value !== undefined && isPosition(spec, value) ? done(value) : refused(notAPosition(spec, entry));
  },
  check: (spec, value) => (isPosition(spec, value) ? [] : [notAPosition(spec, value)]),
  write: (_spec, value) => [String(value)],
};

function positionsOf(spec: Scale): readonly Option[] {
  const steps = Number.isInteger(spec.to) && spec.to > 0 && spec.to <= LONGEST_SCALE ? spec.to : 0;
  return Array.from({ length: steps + 1 }, (_, position) => {
    const named = labelled(String(position), spec.labels);
    return named.label === '' ? { ...named, label: named.id } : named;
  });
}

function isPosition(spec: Scale, value: CellValue): boolean {
  return Number.isInteger(value) && !Object.is(value, -0) && Number(value) >= 0 && Number(value) <= spec.to;
}

function notAPosition(spec: Scale, given: CellValue): Problem {
  return { code: 'not-on-the-scale', details: { given: excerpt(given), to: spec.to } };
}
