/**
 * `alidade serve`: serves what the data folder holds until it is told to stop, then closes in order.
 * Must never: cut a request that has begun.
 */
import type { Command } from 'commander';
import { isOnlyHere } from './only-here.js';
import { seed, signInLines } from './seed.js';
import { FINE, PROBLEMS, type Shell } from './shell.js';
import { withWorld } from './with-world.js';

const DETAILS = `
PORT (3000), HOST (127.0.0.1) and ALIDADE_DATA (data/var) set port, address and data folder.`;

const SIGN_INS = 'To sign in to Demonstration 2026, on this machine alone:';

export function addServe(program: Command, shell: Shell): void {
  program
    .command('serve')
    .description('serve the editions and what the data folder holds')
    .option('--demonstration', 'first fill the demonstration editions where they are empty')
    .addHelpText('after', DETAILS)
    .action((options: { readonly demonstration?: true }) =>
      withWorld(shell, async (world, config) => {
        const signIns = options.demonstration ? await seed(world, shell, isOnlyHere(config)) : [];
        if (signIns === undefined) return shell.finish(PROBLEMS);
        try {
          const { address, close } = await shell.house.startWeb(world, config);
          const post = await shell.house.startPost(world, config);
          shell.out(`Alidade is at ${address}\n`);
          if (signIns.length > 0) shell.err(`${SIGN_INS}\n${signInLines(signIns)}`);
          await toldToStop();
          await close();
          await post.stop();
          shell.finish(FINE);
        } catch (cause) {
          shell.err(`cannot listen on ${config.host}:${config.port}: ${reasonOf(cause)}\n`);
          shell.finish(PROBLEMS);
        }
      }),
    );
}

function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'EADDRINUSE') return 'the port is in use; set PORT to another one';
  if (code === 'EACCES') return 'this user may not use the port; set PORT to one above 1023';
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return 'the address is not of this machine; set HOST to one that is';
  throw cause;
}
