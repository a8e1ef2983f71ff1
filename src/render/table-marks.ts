/**
 * Which cells of a table bear a mark. Everywhere, each figure says whether it is published or recomputed; in a shaded table
 * of many figures only the rarer kind is marked, and a line below says what the unmarked ones are.
 * Must never: leave a figure's kind unsaid.
 */
import type { Cell, Table } from '../core/report/document.js';

export type Mark = 'published' | 'recomputed';

export interface TableMarks {
  readonly markOf: (cell: Cell) => Mark | undefined;
  /** What the figures without a mark are, where that must be said. */
  readonly unmarked?: Mark;
  /** The marks in use, in a fixed order. */
  readonly used: readonly Mark[];
}

export function tableMarks(table: Table): TableMarks {
  const counts = { published: 0, recomputed: 0 };
  for (const row of table.rows) {
    for (const cell of row.cells) {
      const kind = kindOf(cell);
      if (kind !== undefined) counts[kind] += 1;
    }
  }
  const unmarked = table.look === 'heat' ? commoner(counts) : undefined;
  const used = (['published', 'recomputed'] as const).filter((kind) => counts[kind] > 0 && kind !== unmarked);
  const markOf = (cell: Cell) => (kindOf(cell) === unmarked ? undefined : kindOf(cell));
  return { markOf, used, ...(unmarked === undefined ? {} : { unmarked }) };
}

const kindOf = ({ provenance }: Cell): Mark | undefined =>
  provenance === 'published' || provenance === 'recomputed' ? provenance : undefined;

function commoner({ published, recomputed }: Readonly<Record<Mark, number>>): Mark | undefined {
  if (published + recomputed === 0) return undefined;
  return published >= recomputed ? 'published' : 'recomputed';
}
