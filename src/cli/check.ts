/**
 * `alidade check`: definitions (and, when none is named, editions) checked whole, every fault where it stands.
 * Must never: change a file.
 */
import { relative } from 'node:path';
import type { Command } from 'commander';
import type { CheckedDefinition } from '../library/check-definition.js';
import type { Fault } from '../library/library.js';
import type { CheckedEdition } from '../library/read-edition.js';
import { FINE, PROBLEMS, type Shell, WRONG_USE } from './shell.js';

const DETAILS = `
Without a name, all definitions under questionnaires/ and all editions under data/editions/ are checked.
Faults are written file:line:column: message. Warnings do not count as problems.`;

export function addCheck(program: Command, shell: Shell): void {
  program
    .command('check')
    .description('check definitions and list every fault with its place')
    .argument('[id-or-folder...]', 'a definition under questionnaires/, or the folder of one')
    .option('--json', 'print what was found as JSON')
    .addHelpText('after', DETAILS)
    .action(async (typed: readonly string[], options: { readonly json?: true }) => {
      const checked = typed.length > 0 ? await checkNamed(typed, shell) : await checkAll(shell);
      if (checked === undefined) return shell.finish(WRONG_USE);
      const { checkReport } = await import('./check-report.js');
      const placed = checked.definitions.map((one) => ({
        ...one,
        faults: one.faults.map((fault) => nearby(fault, shell.cwd)),
      }));
      shell.out(checkReport({ definitions: placed, editions: checked.editions }, options.json === true));
      const failed = placed.some(({ faults }) => faults.some((fault) => fault.level === 'error'));
      shell.finish(failed ? PROBLEMS : FINE);
    });
}

interface Checked {
  readonly definitions: readonly CheckedDefinition[];
  readonly editions: readonly CheckedEdition[];
}

async function checkNamed(typed: readonly string[], shell: Shell): Promise<Checked | undefined> {
  const { definitionFolder } = await import('./definition-folder.js');
  const { checkDefinition } = await import('../library/check-definition.js');
  const found = typed.map((one) => definitionFolder(one, shell));
  const sentences = found.flatMap((one) => ('sentence' in one ? [one.sentence] : []));
  for (const sentence of sentences) shell.err(`${sentence}\n`);
  if (sentences.length > 0) return undefined;
  return {
    definitions: found.flatMap((one) => ('folder' in one ? [checkDefinition(one.folder)] : [])),
    editions: [],
  };
}

/** The faults of an edition stand with its definition, and by themselves where it has none. */
async function checkAll({ root }: Shell): Promise<Checked> {
  const { checkLibrary } = await import('../library/load-library.js');
  const { countDefinition } = await import('../library/count-definition.js');
  const { definitions, editions, faults } = checkLibrary(root);
  const known = new Set(definitions.map(({ id }) => id));
  const withEditions = definitions.map((one) => ({
    ...one,
    faults: [
      ...one.faults,
      ...editions.filter(({ definition }) => definition === one.id).flatMap((edition) => edition.faults),
    ],
  }));
  const placed = new Set(withEditions.flatMap((one) => one.faults));
  const others = faults.filter((fault) => !placed.has(fault));
  const data = { id: known.has('data') ? 'data/' : 'data', faults: others, counts: countDefinition({}), levels: [] };
  return { definitions: others.length === 0 ? withEditions : [...withEditions, data], editions };
}

function nearby(fault: Fault, cwd: string): Fault {
  return { ...fault, file: relative(cwd, fault.file) };
}
