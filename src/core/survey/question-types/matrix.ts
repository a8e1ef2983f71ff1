/**
 * Rows by columns of the other types: each cell is a data point of its own, with its column's type. A matrix itself is
 * never read or written.
 * Must never: hold a matrix.
 */
import type { CellSpec, MatrixSpec } from '../answer-spec.js';
import type { Condition } from '../condition.js';

/** One answerable part of a question. */
export interface Part {
  /** '' for a simple question, `row` or `row/column` in a matrix. */
  readonly part: string;
  readonly spec: CellSpec;
  readonly rowText?: string;
  readonly columnText?: string;
  readonly when?: Condition;
}

/** The cells row by row, in the order of asking. */
export function matrixParts(spec: MatrixSpec): readonly Part[] {
  return spec.rows.flatMap((row) =>
    spec.columns.map((column) => ({
      part: column.id === '' ? row.id : `${row.id}/${column.id}`,
      spec: column.answer,
      rowText: row.text,
      ...(column.text === '' ? {} : { columnText: column.text }),
      ...(row.when === undefined ? {} : { when: row.when }),
    })),
  );
}
