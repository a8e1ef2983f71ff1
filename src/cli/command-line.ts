/**
 * The command line: which commands there are, and what becomes of an exit. Data goes to standard output, messages to
 * standard error; 0 is fine, 1 is problems found, 2 is wrong use.
 * Must never: contain a rule or SQL, or import what only one command needs (commands import it when they run).
 */
import { Command, CommanderError } from 'commander';
import { type Shell, WRONG_USE } from './shell.js';

type Add = (program: Command, shell: Shell) => void;

/** One line per command, in the order of the help. Only the module of the one that is typed is loaded. */
const COMMANDS: Readonly<Record<string, () => Promise<Add>>> = {
  check: async () => (await import('./check.js')).addCheck,
  compute: async () => (await import('./compute.js')).addCompute,
  index: async () => (await import('./index.js')).addIndex,
  'compare-methods': async () => (await import('./compare-methods.js')).addCompareMethods,
  coherence: async () => (await import('./coherence.js')).addCoherence,
  robustness: async () => (await import('./robustness.js')).addRobustness,
  report: async () => (await import('./report.js')).addReport,
  seed: async () => (await import('./seed.js')).addSeed,
  serve: async () => (await import('./serve.js')).addServe,
  schemas: async () => (await import('./schemas.js')).addSchemas,
  audit: async () => (await import('./audit.js')).addAudit,
  accounts: async () => (await import('./accounts.js')).addAccounts,
};

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
  for (const add of await Promise.all(wanted(args).map((load) => load()))) add(program, shell);
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (cause) {
    if (!(cause instanceof CommanderError)) throw cause;
    return cause.exitCode === 0 ? 0 : WRONG_USE;
  }
}

/** The command that is typed; for anything else, help among it, all of them. */
function wanted([typed = '']: readonly string[]): readonly (() => Promise<Add>)[] {
  const one = Object.hasOwn(COMMANDS, typed) ? COMMANDS[typed] : undefined;
  return one === undefined ? Object.values(COMMANDS) : [one];
}
