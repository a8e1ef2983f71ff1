/**
 * What `alidade check` prints, for people or as JSON.
 * Must never: leave out a fault.
 */
import type { CheckedDefinition } from '../library/check-definition.js';
import { faultLine, isError } from '../library/faults.js';
import type { Fault } from '../library/library.js';
import type { CheckedEdition } from '../library/read-edition.js';

type Checked = Omit<CheckedDefinition, 'definition'>;

export interface Found {
  /** With the faults of their editions. */
  readonly definitions: readonly Checked[];
  readonly editions: readonly CheckedEdition[];
}

export function checkReport({ definitions, editions }: Found, json: boolean): string {
  if (!json) return [...definitions.map(lines), ...editions.map(editionLine)].join('');
  const entries = definitions.map(({ id, counts, levels, faults }) => ({
    id,
    ok: !faults.some(isError),
    counts,
    levels,
    faults: faults.map(({ file, line, column, level, message }) => ({ file, line, column, level, message })),
  }));
  return `${JSON.stringify(entries, null, 2)}\n`;
}

function lines({ id, counts, levels, faults }: Checked): string {
  const asked =
    counts.questions === 0
      ? []
      : [`${counts.questions} questions (${counts.scoredQuestions} scored)`, `${counts.dataPoints} data points`];
  const tree = levels.map(({ name, nodes }) => `${nodes} × ${name}`);
  const said = [...verdict(faults), ...asked, ...tree];
  return [...faults.map(faultLine), `${id}: ${said.join(', ')}`].map((line) => `${line}\n`).join('');
}

/** Its faults are told with its definition; one whose definition has errors cannot be judged to the end. */
function editionLine({ id, edition, faults }: CheckedEdition): string {
  const failed = edition === undefined && !faults.some(isError);
  const facts = edition === undefined ? [] : [edition.kind, `${edition.countries.length} countries`];
  const said = [...(failed ? ['not checked to the end: its definition has errors'] : verdict(faults)), ...facts];
  return `edition ${id}: ${said.join(', ')}\n`;
}

function verdict(faults: readonly Fault[]): readonly string[] {
  const errors = faults.filter(isError).length;
  const warnings = faults.length - errors;
  return [errors > 0 ? count(errors, 'error') : 'OK', ...(warnings > 0 ? [count(warnings, 'warning')] : [])];
}

function count(many: number, what: string): string {
  return `${many} ${what}${many === 1 ? '' : 's'}`;
}
