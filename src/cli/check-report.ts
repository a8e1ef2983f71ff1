/**
 * What `alidade check` prints, for people or as JSON.
 * Must never: leave out a fault.
 */
import type { CheckedDefinition } from '../library/check-definition.js';
import { faultLine, isError } from '../library/faults.js';

type Checked = Omit<CheckedDefinition, 'definition'>;

export function checkReport(checked: readonly Checked[], json: boolean): string {
  if (!json) return checked.map(lines).join('');
  const entries = checked.map(({ id, counts, levels, faults }) => ({
    id,
    ok: !faults.some(isError),
    counts,
    levels,
    faults: faults.map(({ file, line, column, level, message }) => ({ file, line, column, level, message })),
  }));
  return `${JSON.stringify(entries, null, 2)}\n`;
}

function lines({ id, counts, levels, faults }: Checked): string {
  const errors = faults.filter(isError).length;
  const warnings = faults.length - errors;
  const asked =
    counts.questions === 0
      ? []
      : [`${counts.questions} questions (${counts.scoredQuestions} scored)`, `${counts.dataPoints} data points`];
  const tree = levels.map(({ name, nodes }) => `${nodes} × ${name}`);
  const said = [
    ...(errors > 0 ? [count(errors, 'error')] : ['OK']),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
    ...[...asked, ...tree],
  ];
  return [...faults.map(faultLine), `${id}: ${said.join(', ')}`].map((line) => `${line}\n`).join('');
}

function count(many: number, what: string): string {
  return `${many} ${what}${many === 1 ? '' : 's'}`;
}
