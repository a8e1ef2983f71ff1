/**
 * Opens the world for a command, runs it, and closes the store again; says why where the world cannot be opened.
 * Must never: leave the store open, or show a stack for a fault of settings or files.
 */
import type { Config } from '../config.js';
import type { World } from '../journeys/world.js';
import { PROBLEMS, type Shell, WRONG_USE } from './shell.js';

export async function withWorld(shell: Shell, work: (world: World, config: Config) => Promise<void>): Promise<void> {
  const config = configOf(shell);
  if (config === undefined) return shell.finish(WRONG_USE);
  const opened = await shell.house.openWorld(config);
  if ('refusals' in opened) {
    for (const sentence of opened.refusals) shell.err(`${sentence}\n`);
    return shell.finish(PROBLEMS);
  }
  try {
    await work(opened.world, config);
  } finally {
    await opened.world.store.close();
  }
}

function configOf(shell: Shell): Config | undefined {
  try {
    return shell.house.config();
  } catch (cause) {
    shell.err(`${cause instanceof Error ? cause.message : String(cause)}\n`);
    return undefined;
  }
}
