/**
 * The answer part of a question as written → core's AnswerSpec.
 * Must never: add wording (labels not given stay with the type).
 */
import type { AnswerSpec, CellSpec, MatrixColumn, MatrixRow, Option } from '../core/survey/answer-spec.js';
import { defined } from './defined.js';
import type { Note } from './note.js';
import type { AnswerFile, CellFile } from './shapes/answer-shape.js';
import { type IsNumeric, toCondition } from './to-condition.js';
import type { Path } from './tree.js';

interface Where {
  readonly isNumeric: IsNumeric;
  readonly note: Note;
  readonly path: Path;
}

export function toAnswerSpec(file: AnswerFile, where: Where): AnswerSpec {
  if (file.type !== 'matrix') return toCell(file);
  const { rows, cell, columns } = file;
  if ((cell === undefined) === (columns === undefined)) {
    where.note([...where.path, 'cell'], "a matrix has either 'cell' (one column) or 'columns' (several)");
  }
  return {
    type: 'matrix',
    rows: rows.map((row, at): MatrixRow => {
      const when =
        row.when && toCondition(row.when, where.isNumeric, { ...where, path: [...where.path, 'rows', at, 'when'] });
      return defined({ id: row.id, text: row.text, group: row.group, when });
    }),
    columns: columns ? columns.map(toColumn) : [{ id: '', text: '', answer: cell ? toCell(cell) : { type: 'text' } }],
  };
}

function toColumn(file: CellFile & { readonly id: string; readonly text: string }): MatrixColumn {
  return { id: file.id, text: file.text, answer: toCell(file) };
}

/** One case per group of types that carry the same keys. */
function toCell(file: CellFile): CellSpec {
  switch (file.type) {
    case 'yes-no':
    case 'requirement':
    case 'frequency':
    case 'share':
      return defined({ type: file.type, labels: file.labels });
    case 'single-choice':
    case 'multiple-choice':
      return { type: file.type, options: file.options.map(toOption) };
    case 'rating':
      return { type: file.type, levels: file.levels.map(toOption) };
    case 'scale':
      return defined({ type: file.type, to: file.to, labels: file.labels });
    case 'number':
      return defined({ type: file.type, unit: file.unit, from: file.from, to: file.to, integer: file.integer });
    case 'date':
      return defined({ type: file.type, from: file.from, to: file.to });
    case 'text':
      return defined({ type: file.type, long: file.long, atMost: file['at-most'] });
    case 'link-list':
      return defined({ type: file.type, atMost: file['at-most'], labels: file.labels });
  }
}

function toOption(file: { id: string; label: string; hint?: string; exclusive?: boolean }): Option {
  return defined({ id: file.id, label: file.label, hint: file.hint, exclusive: file.exclusive });
}
