/**
 * Free text, kept exactly as it was typed but for line ends, which browsers send as CR LF and everybody else keeps as LF.
 * Must never: trim, clean or shorten what somebody wrote; accept what cannot be kept (half a character, a zero byte).
 */
import { done, type Outcome, type Problem, refused } from '../../problem.js';
import type { CellSpec } from '../answer-spec.js';
import type { CellValue } from '../answers.js';
import type { QuestionType } from './question-type.js';

type Text = Extract<CellSpec, { readonly type: 'text' }>;

export const text: QuestionType<Text> = {
  id: 'text',
  choices: () => [],
  read: (spec, raw): Outcome<CellValue | undefined> => {
    const [entry, another] = raw.filter((typed) => !isBlank(typed));
    if (entry === undefined) return done(undefined);
    if (another !== undefined) return refused({ code: 'one-answer-only' });
    const kept = entry.replaceAll('\r\n', '\n');
    const problems = faultsOf(spec, kept);
    return problems.length === 0 ? done(kept) : refused(...problems);
  },
  check: (spec, value) => {
    if (typeof value !== 'string' || isBlank(value)) return [{ code: 'not-a-text' }];
    return value.includes('\r\n') ? [{ code: 'not-a-text' }] : faultsOf(spec, value);
  },
  write: (_spec, value) => [String(value)],
};

/** Nothing but white space is no answer. */
const isBlank = (typed: string): boolean => typed.trim() === '';

function faultsOf(spec: Text, kept: string): readonly Problem[] {
  if (kept.includes('\0') || /\p{Surrogate}/u.test(kept)) return [{ code: 'text-unreadable' }];
  const length = lengthOf(kept);
  if (spec.atMost === undefined || length <= spec.atMost) return [];
  return [{ code: 'text-too-long', details: { most: spec.atMost, length, over: length - spec.atMost } }];
}

/** In characters as Unicode counts them: an emoji beyond the first plane is one. */
const lengthOf = (kept: string): number => kept.length - (kept.match(/[\u{10000}-\u{10FFFF}]/gu)?.length ?? 0);
