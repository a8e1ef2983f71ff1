/**
 * The command line: which commands there are, and what becomes of an exit. Data goes to standard output, messages to
 * standard error; 0 is fine, 1 is problems found, 2 is wrong use.
 * Must never: contain a rule or SQL, or import what only one command needs (commands import it when they run).
 */
import { Command, CommanderError } from 'commander';
import { addAccounts } from './accounts.js';
import { addAudit } from './audit.js';
import { addCheck } from './check.js';
import { addCompute } from './compute.js';
import { addReport } from './report.js';
import { addSchemas } from './schemas.js';
import { addSeed } from './seed.js';
import { addServe } from './serve.js';
import { type Shell, WRONG_USE } from './shell.js';

/** One line per command. */
const COMMANDS: readonly ((program: Command, shell: Shell) => void)[] = [
  addCheck,
  addCompute,
  addReport,
  addSeed,
  addServe,
  addSchemas,
  addAudit,
  addAccounts,
];

/** Runs the command line and returns its exit code. `args` come without the program's name. */
export async function runCommandLine(args: readonly string[], outer: Omit<Shell, 'finish'>): Promise<number> {
  let code = 0;
  const shell: Shell = {
    ...outer,
    finish: (exit) => {
      code = exit;
    },
  };
  const program = new Command('alidade')
    .description('Open data readiness surveys, from questionnaire to weighted index to report.')
    .configureOutput({ writeOut: shell.out, writeErr: shell.err })
    .showHelpAfterError('Add --help to see how it is used.')
    .exitOverride();
  for (const add of COMMANDS) add(program, shell);
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (cause) {
    if (!(cause instanceof CommanderError)) throw cause;
    return cause.exitCode === 0 ? 0 : WRONG_USE;
  }
}
