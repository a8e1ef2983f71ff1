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
    .action(() => withWorld(shell, async (world) => shell.finish((await seed(world, shell)) ? FINE : PROBLEMS)));
}

/** Whether all went well; says on standard error what was filled. */
export async function seed(world: World, shell: Shell): Promise<boolean> {
  const seeded = await shell.house.seed(world);
  if (!seeded.ok) {
    for (const problem of seeded.problems) shell.err(`${world.words.say(problem.code, problem.details)}\n`);
    return false;
  }
  for (const { edition, filled, kept } of seeded.value) {
    if (filled.length > 0) shell.err(`${edition}: answers of ${filled.length} invented countries written\n`);
    else shell.err(`${edition}: the answers of ${kept.length} countries stay as they are\n`);
  }
  return true;
}
