/**
 * Rows of results as CSV or JSON text.
 * Must never: round a score, or leave out the notice of what is invented.
 */
import { stringify } from 'csv-stringify/sync';
import type { ResultRow } from '../core/scoring/result-rows.js';

const COLUMNS = ['country', 'node', 'level', 'score', 'rank', 'presented', 'coverage', 'status'] as const;

/**
 * Numbers in their shortest form that reads back the same; empty where there is none.
 * @param notice stands in a column of its own, on every row
 */
export function resultText(rows: readonly ResultRow[], format: string, notice?: string): string {
  if (format === 'json') return `${JSON.stringify(rows, null, 2)}\n`;
  const columns = [...COLUMNS, ...(notice === undefined ? [] : ['notice'])];
  const noticed = rows.map((row) => (notice === undefined ? row : { ...row, notice }));
  return stringify(noticed, { header: true, columns, cast: { number: String } });
}
