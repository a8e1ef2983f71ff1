/**
 * What every question type offers, so that page, PDF, workbook and CSV never ask which type they have before them: the
 * choices it shows, how entered fields become a value and a value becomes fields again.
 * Must never: know HTML, a file format, a score; import a package (it also runs in the browser).
 */
import type { Outcome, Problem } from '../../problem.js';
import type { CellSpec, Labels, Option } from '../answer-spec.js';
import type { CellValue } from '../answers.js';

export interface QuestionType<S extends CellSpec = CellSpec> {
  readonly id: S['type'];
  /**
   * What may be chosen, in the order shown; empty where the answer is free. An empty label stands for the type's own
   * wording, `question.<type>.<id>` in the catalogue.
   */
  choices(spec: S): readonly Option[];
  /** Ids of the choices from worst to best, where the type has an order. */
  order?(spec: S): readonly string[];
  /** Whether the value reaches the bound, where the type has an order. */
  reaches?(spec: S, value: CellValue, bound: string | number): boolean;
  /**
   * Form fields or CSV values, one string per option, address or value, to the value they state; undefined when nothing
   * was entered. The problems name no field: who asks knows it.
   */
  read(spec: S, raw: readonly string[]): Outcome<CellValue | undefined>;
  /** All that is wrong with a value from elsewhere; empty exactly when `read` could have returned it. */
  check(spec: S, value: CellValue): readonly Problem[];
  /** The inverse of `read`, for a value that `check` accepts. */
  write(spec: S, value: CellValue): readonly string[];
  /** What conditions and evidence rules compare with, where that is not what is written. */
  says?(spec: S, value: CellValue): readonly string[];
}

/** The entries that hold something, without the space around them. */
export function entriesOf(raw: readonly string[]): readonly string[] {
  return raw.map((entry) => entry.trim()).filter((entry) => entry !== '');
}

/** Enough of what was given to recognise it in a sentence. */
export function excerpt(given: CellValue): string {
  const text = typeof given === 'object' ? given.join(', ') : String(given);
  return text.length <= 80 ? text : `${Array.from(text.slice(0, 80)).slice(0, 78).join('')}…`;
}

/** An option with the label written in the questionnaire, or without one where the type's own wording serves. */
export function labelled(id: string, labels: Labels | undefined): Option {
  return { id, label: labels !== undefined && Object.hasOwn(labels, id) ? (labels[id] ?? '') : '' };
}
