/**
 * `alidade seed`: fills the demonstration store with invented answers, where nobody has answered yet.
 * Must never: touch answers that are there.
 */
import type { Command } from 'commander';
import type { World } from '../journeys/world.js';
import { FINE, PROBLEMS, type Shell } from './shell.js';
import { withWorld } from './with-world.js';

export function addSeed(program: Command, shell: Shell): void {
  program
    .command('seed')
    .description('fill the demonstration editions with invented answers; what was typed stays')
    .action(() =>
      withWorld(shell, async (world) => shell.finish((await seed(world, shell)) === undefined ? PROBLEMS : FINE)),
    );
}

/** A way to sign in that everybody may know. */
type SignIn = { readonly role: string; readonly email: string; readonly password: string };

/**
 * Says on standard error what was filled; undefined where something went wrong.
 * @param withPeople also makes the people of the demonstration, and tells how they sign in
 */
export async function seed(world: World, shell: Shell, withPeople = false): Promise<readonly SignIn[] | undefined> {
  const seeded = await shell.house.seed(world, withPeople);
  if (!seeded.ok) {
    for (const problem of seeded.problems) shell.err(`${world.words.say(problem.code, problem.details)}\n`);
    return undefined;
  }
  for (const { edition, filled, kept } of seeded.value.editions) {
    if (filled.length > 0) shell.err(`${edition}: answers of ${filled.length} invented countries written\n`);
    else shell.err(`${edition}: the answers of ${kept.length} countries stay as they are\n`);
  }
  return seeded.value.signIns;
}

/** One line per role, for a demonstration on one's own machine. */
export function signInLines(signIns: readonly SignIn[]): string {
  const widest = Math.max(0, ...signIns.map(({ email }) => email.length));
  return signIns.map(({ email, password }) => `  ${email.padEnd(widest)}  ${password}\n`).join('');
}
