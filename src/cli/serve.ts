/**
 * `alidade serve`: serves what the data folder holds until it is told to stop, then closes in order.
 * Must never: cut a request that has begun.
 */
import type { Command } from 'commander';
import type { Config } from '../config.js';
import type { World } from '../journeys/world.js';
import { leanStart } from './lean-start.js';
import { isOnlyHere } from './only-here.js';
import { seed, signInLines } from './seed.js';
import { FINE, PROBLEMS, type Shell } from './shell.js';
import { withWorld } from './with-world.js';

const DETAILS = `
PORT (3000), HOST (127.0.0.1) and ALIDADE_DATA (data/var) set port, address and data folder.
To be reached from other machines it needs ALIDADE_URL, where people reach it, and ALIDADE_SECRET; see docs/operations.md.
There is no account until one is made: alidade accounts add EMAIL --name NAME --role secretariat`;

const EXPOSED = `HOST is not an address of this machine alone, so others can reach it. Set ALIDADE_URL to the address people type, such as
https://index.example, and ALIDADE_SECRET to at least 32 random characters, such as openssl rand -base64 32 prints.
`;

const NOBODY = `Nobody has an account yet. Make the first one: npx alidade accounts add EMAIL --name NAME --role secretariat
`;

const OPEN = 'Everybody can sign in to these accounts of the demonstration. Disable them, or use another data folder:';

const SIGN_INS = 'To sign in to Demonstration 2026, on this machine alone:';

export function addServe(program: Command, shell: Shell): void {
  program
    .command('serve')
    .description('serve the editions and what the data folder holds')
    .option('--demonstration', 'first fill the demonstration editions where they are empty')
    .addHelpText('after', DETAILS)
    .action((options: { readonly demonstration?: true }) => {
      const endLeanStart = leanStart();
      return withWorld(
        shell,
        async (world, config) => {
          if (isExposed(config)) {
            shell.err(EXPOSED);
            return shell.finish(PROBLEMS);
          }
          const open = isOnlyHere(config) ? [] : await openAccounts(world);
          if (open.length > 0) {
            shell.err(`${OPEN}\n  ${open.join('\n  ')}\n`);
            return shell.finish(PROBLEMS);
          }
          const signIns = options.demonstration ? await seed(world, shell, isOnlyHere(config)) : [];
          if (signIns === undefined) return shell.finish(PROBLEMS);
          try {
            const { address, close } = await shell.house.startWeb(world, config);
            const post = await shell.house.startPost(world, config);
            endLeanStart();
            const analysing = config.threads === 0 ? undefined : await shell.house.startAnalysing(world);
            shell.out(`Alidade is at ${address}\n`);
            if (signIns.length > 0) shell.err(`${SIGN_INS}\n${signInLines(signIns)}`);
            if ((await world.store.accounts()).length === 0) shell.err(NOBODY);
            await toldToStop();
            await analysing?.stop();
            await close();
            await post.stop();
            shell.finish(FINE);
          } catch (cause) {
            shell.err(`cannot listen on ${config.host}:${config.port}: ${reasonOf(cause)}\n`);
            shell.finish(PROBLEMS);
          }
        },
        options.demonstration ? 'all' : 'filled',
      );
    });
}

async function openAccounts(world: World): Promise<readonly string[]> {
  const { openToEverybody } = await import('../journeys/preparing/known-passwords.js');
  return openToEverybody(world.store);
}

/** Whether it would listen to other machines without what that needs. */
function isExposed({ host, publicAddress, secret }: Config): boolean {
  return !isOnlyHere({ host }) && (publicAddress === undefined || secret === undefined);
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
