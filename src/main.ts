/**
 * The one entry: hands the command line what commands need, each thing made only when one of them asks for it.
 * Must never: be imported, or load pdfkit, SQLite or Express for a command that does without.
 */
import { fileURLToPath } from 'node:url';
import { runCommandLine } from './cli/command-line.js';
import type { Running } from './cli/house.js';
import type { Config } from './config.js';
import type { Demonstrations, Opened } from './journeys/open-world.js';
import type { World } from './journeys/world.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where people reach the house: as it is set, or else where it listens, which is known for sure once it does. */
let address = '';

async function startWeb(world: World, config: Config): Promise<Running> {
  const running = await (await import('./web/start-web.js')).startWeb(world, config);
  if (config.publicAddress === undefined) address = running.address;
  return running;
}

async function openWorld(config: Config, demonstrations: Demonstrations): Promise<Opened> {
  address = config.publicAddress ?? `http://${config.host}:${config.port}`;
  const [journeys, work] = await Promise.all([import('./journeys/open-world.js'), import('./work/open-analyst.js')]);
  return journeys.openWorld({
    root,
    config,
    demonstrations,
    address: () => address,
    analyst: work.openAnalyst(config),
  });
}

// Who reads only the head of what is printed closes the pipe: that is no fault of anybody's.
process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
  if (cause.code !== 'EPIPE') throw cause;
  process.exit();
});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  root,
  cwd: process.cwd(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  isWatched: process.stderr.isTTY === true,
  house: {
    config: async () => (await import('./config.js')).readConfig(),
    openWorld,
    startWeb,
    startPost: async (world, config) => {
      const [{ startPostWork }, { addressOf }] = await Promise.all([
        import('./cli/post-work.js'),
        import('./web/addresses.js'),
      ]);
      return startPostWork(world, config, { answersAddress: addressOf.answers, log: process.stderr });
    },
    startAnalysing: async (world) =>
      (await import('./cli/analysing-work.js')).startAnalysingWork(world, process.stderr),
    seed: async (world, withPeople) =>
      (await import('./journeys/preparing/seed-house.js')).seedHouse(world, { root, withPeople }),
  },
});
