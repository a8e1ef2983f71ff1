/**
 * What a question may be answered with: one type per file in question-types/, named by the same id. A matrix is rows by
 * columns of the other types; each of its cells is a data point of its own.
 * Must never: hold a score (a rating's levels have no arithmetic, a choice's options no points).
 */
import type { Condition } from './condition.js';

export interface Option {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** In a multiple choice: cannot be ticked together with another option ("none of these"). */
  readonly exclusive?: boolean;
}

/** Labels given here replace the type's own wording of its fixed choices. */
export type Labels = Readonly<Record<string, string>>;

export type CellSpec =
  | { readonly type: 'yes-no'; readonly labels?: Labels }
  | { readonly type: 'requirement'; readonly labels?: Labels }
  | { readonly type: 'frequency'; readonly labels?: Labels }
  | { readonly type: 'share'; readonly labels?: Labels }
  | { readonly type: 'single-choice'; readonly options: readonly Option[] }
  | { readonly type: 'multiple-choice'; readonly options: readonly Option[] }
  | { readonly type: 'rating'; readonly levels: readonly Option[] }
  | { readonly type: 'scale'; readonly to: number; readonly labels?: Labels }
  | NumberSpec
  | { readonly type: 'date'; readonly from?: string; readonly to?: string }
  | { readonly type: 'text'; readonly long?: boolean; readonly atMost?: number }
  | { readonly type: 'link-list'; readonly atMost?: number; readonly labels?: Labels };

export interface NumberSpec {
  readonly type: 'number';
  readonly unit?: string;
  readonly from?: number;
  readonly to?: number;
  readonly integer?: boolean;
}

export interface MatrixSpec {
  readonly type: 'matrix';
  readonly rows: readonly MatrixRow[];
  /** One column without an id makes the parts plain row ids; several make them `row/column`. */
  readonly columns: readonly MatrixColumn[];
}

export interface MatrixRow {
  readonly id: string;
  readonly text: string;
  /** A row may be asked only when this holds. */
  readonly when?: Condition;
  /** Rows with the same heading stand together under it. */
  readonly group?: string;
}

export interface MatrixColumn {
  readonly id: string;
  readonly text: string;
  readonly answer: CellSpec;
}

export type AnswerSpec = CellSpec | MatrixSpec;

export type CellType = CellSpec['type'];
