/**
 * Charts with more rows than a page can hold legibly, cut into charts of as many rows as it can. Axis, mean and columns
 * stay the same, so that the parts can be read as one.
 * Must never: lose or repeat a row.
 */
import type { ChartSpec } from '../core/report/chart.js';

/** Rows that stay legible on one page. */
const MOST_ROWS = 50;

export function chartParts(spec: ChartSpec): readonly ChartSpec[] {
  if (!('rows' in spec) || spec.rows.length <= MOST_ROWS) return [spec];
  const parts = Math.ceil(spec.rows.length / MOST_ROWS);
  const size = Math.ceil(spec.rows.length / parts);
  return Array.from({ length: parts }, (_, i) => withRows(spec, i * size, (i + 1) * size));
}

type Rowed = Extract<ChartSpec, { readonly rows: unknown }>;

function withRows(spec: Rowed, from: number, to: number): ChartSpec {
  const rows = spec.rows.slice(from, to);
  return { ...spec, rows } as Rowed;
}
