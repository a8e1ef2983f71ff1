/**
 * What the spread of an index of two tables is due to, as rows: one for each output and input.
 * Must never: round, clip, or write a number where an index is not defined.
 */
import type { OutputIndices } from '../core/robustness/sensitivity/output-indices.js';
import type { Sensitivity } from '../core/robustness/sensitivity/sensitivity.js';
import { numberOrNull } from '../core/scoring/value.js';
import { csvTable } from './index-csv.js';

export interface SensitivityTable {
  readonly sensitivity: Sensitivity;
  /** Words of the inputs, in their order. */
  readonly inputs: readonly string[];
  /** By code point. */
  readonly units: readonly { readonly code: string; readonly row: number }[];
}

const NUMBERS = ['s', 's_low', 's_high', 'st', 'st_low', 'st_high'] as const;

/** `input,output,s,s_low,s_high,st,st_low,st_high`, the mean shift in ranks first. */
export function sensitivityCsv(table: SensitivityTable): string {
  const rows = rowsOf(table).map(({ input, output, numbers }) => ({ texts: [input, output], numbers }));
  return csvTable(['input', 'output', ...NUMBERS], rows);
}

/** The same rows, null where an index is not defined, behind what they were made of. */
export function sensitivityJson(table: SensitivityTable, account: object, warnings: readonly string[]): string {
  const rows = rowsOf(table).map(({ input, output, numbers }) => ({
    input,
    output,
    ...Object.fromEntries(NUMBERS.map((name, at) => [name, numberOrNull(numbers[at] ?? Number.NaN)])),
  }));
  return `${JSON.stringify({ sensitivity: account, rows, warnings }, null, 2)}\n`;
}

interface Row {
  readonly input: string;
  readonly output: string;
  readonly numbers: readonly number[];
}

function rowsOf({ sensitivity, inputs, units }: SensitivityTable): readonly Row[] {
  const { shift, scores, ranks } = sensitivity;
  const rows = (output: string, indices: OutputIndices = []): readonly Row[] =>
    indices.map(({ first, firstInterval, total, totalInterval }, at) => ({
      input: inputs[at] ?? '',
      output,
      numbers: [first, firstInterval.low, firstInterval.high, total, totalInterval.low, totalInterval.high],
    }));
  return [
    ...rows('mean_rank_shift', shift),
    ...units.flatMap(({ code, row }) => [...rows(`${code}:score`, scores[row]), ...rows(`${code}:rank`, ranks[row])]),
  ];
}
