/**
 * The promise every question type makes: what is written reads back the same, and what is read is never refused.
 */
import { expect } from 'vitest';
import type { CellSpec } from '../../../../src/core/survey/answer-spec.js';
import type { CellValue } from '../../../../src/core/survey/answers.js';
import { typeOf } from '../../../../src/core/survey/question-types/index.js';

export function expectRoundTrip(spec: CellSpec, value: CellValue): void {
  const type = typeOf(spec);
  expect(type.check(spec, value)).toEqual([]);
  expect(type.read(spec, type.write(spec, value))).toEqual({ ok: true, value });
}

/** Whatever is typed: it is read and then found sound, or refused with at least one problem. */
export function expectReadOrRefused(spec: CellSpec, raw: readonly string[]): void {
  const read = typeOf(spec).read(spec, raw);
  if (!read.ok) expect(read.problems.length).toBeGreaterThan(0);
  else if (read.value !== undefined) expectRoundTrip(spec, read.value);
}

/** The value, or the codes of what is wrong. */
export function reading(spec: CellSpec, ...raw: readonly string[]): unknown {
  const read = typeOf(spec).read(spec, raw);
  return read.ok ? read.value : { codes: read.problems.map((problem) => problem.code) };
}

export const codes = (...all: readonly string[]) => ({ codes: all });
