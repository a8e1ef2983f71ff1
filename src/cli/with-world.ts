/**
 * Opens the world for a command, runs it, and closes it again; says why where the world cannot be opened.
 * Must never: leave the store open, or show a stack for a fault of settings or files.
 */
import type { Config } from '../config.js';
import type { Demonstrations } from '../journeys/open-world.js';
import type { World } from '../journeys/world.js';
import { PROBLEMS, type Shell, WRONG_USE } from './shell.js';

/** @param demonstrations `filled`: those that hold no answers are left out, so that a real service has no playground */
export async function withWorld(
  shell: Shell,
  work: (world: World, config: Config) => Promise<void>,
  demonstrations: Demonstrations = 'all',
): Promise<void> {
  const config = await configOf(shell);
  if (config === undefined) return shell.finish(WRONG_USE);
  const opened = await shell.house.openWorld(config, demonstrations);
  if ('refusals' in opened) {
    for (const sentence of opened.refusals) shell.err(`${sentence}\n`);
    return shell.finish(PROBLEMS);
  }
  try {
    await work(opened.world, config);
  } finally {
    await opened.world.analyst.close();
    await opened.world.store.close();
  }
}

async function configOf(shell: Shell): Promise<Config | undefined> {
  try {
    return await shell.house.config();
  } catch (cause) {
    shell.err(`${cause instanceof Error ? cause.message : String(cause)}\n`);
    return undefined;
  }
}
