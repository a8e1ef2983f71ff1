/**
 * `alidade audit verify`: walks the log of all changes and says whether it is whole and whether the present follows from it.
 * Must never: mend or write anything.
 */
import type { Command } from 'commander';
import type { World } from '../journeys/world.js';
import { FINE, PROBLEMS, type Shell } from './shell.js';
import { withWorld } from './with-world.js';

const DETAILS = `
Every line of the log holds the hash of the line before it. A line that was altered, taken out, put in or moved is found, and so
is a log that was cut, a revision or an answer that the log does not account for. The answer names the last line's hash:
keep it elsewhere and give it with --head later to find a log that was written anew from there on.

Exit code: 0 the log holds, 1 it does not.`;

export function addAudit(program: Command, shell: Shell): void {
  const audit = program.command('audit').description('look into the log of all changes');
  audit
    .command('verify')
    .description('check that no line of the log was altered and that the present follows from it')
    .option('--head <hash>', 'a hash that an earlier check named: it must still be in the log')
    .addHelpText('after', DETAILS)
    .action(({ head }: { head?: string }) =>
      withWorld(shell, async (world) => shell.finish((await verify(world, shell, head)) ? FINE : PROBLEMS)),
    );
}

async function verify({ store, words }: World, shell: Shell, head: string | undefined): Promise<boolean> {
  const verified = await store.verifyLog(head);
  if (!verified.ok) {
    for (const problem of verified.problems) shell.err(`${words.say(problem.code, problem.details)}\n`);
    return false;
  }
  shell.out(`${words.say('log-holds', verified.value)}\n`);
  return true;
}
