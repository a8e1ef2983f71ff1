/**
 * The one entry: hands the command line what commands need, each thing made only when one of them asks for it.
 * Must never: be imported, or load pdfkit, SQLite or Express for a command that does without.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommandLine } from './cli/command-line.js';
import type { Opened, Running } from './cli/house.js';
import { type Config, readConfig } from './config.js';
import type { World } from './journeys/world.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where people reach the house; without a setting, where it listens, which is known for sure once it does. */
let address = '';

async function startWeb(world: World, config: Config): Promise<Running> {
  const running = await (await import('./web/start-web.js')).startWeb(world, config);
  if (config.publicAddress === undefined) address = running.address;
  return running;
}

async function openWorld(config: Config): Promise<Opened> {
  const [
    { loadLibrary },
    { loadTexts },
    { makeWords },
    { openDatabase },
    { openEvidenceFiles },
    { outboxFolder, readLetter },
  ] = await Promise.all([
    import('./library/load-library.js'),
    import('./library/load-texts.js'),
    import('./core/text/make-words.js'),
    import('./store/open-database.js'),
    import('./store/evidence-files.js'),
    import('./post/outbox-folder.js'),
  ]);
  const loaded = loadLibrary(root);
  if ('faults' in loaded) {
    return {
      refusals: loaded.faults.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`),
    };
  }
  const words = makeWords(loadTexts(root), 'en');
  const store = await openDatabase(config);
  if (!store.ok) return { refusals: store.problems.map((problem) => words.say(problem.code, problem.details)) };
  address = config.publicAddress ?? `http://${config.host}:${config.port}`;
  return {
    world: {
      library: loaded.library,
      store: store.value,
      evidence: openEvidenceFiles(join(config.dataFolder, 'evidence')),
      words,
      clock: () => new Date().toISOString(),
      get publicAddress() {
        return address;
      },
      sendsMail: config.smtp !== undefined,
      letter: (id) => readLetter(outboxFolder(config.dataFolder), id),
    },
  };
}

process.exitCode = await runCommandLine(process.argv.slice(2), {
  root,
  cwd: process.cwd(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  isWatched: process.stderr.isTTY === true,
  house: {
    config: readConfig,
    openWorld,
    startWeb,
    startPost: async (world, config) => {
      const [{ startPostWork }, { addressOf }] = await Promise.all([
        import('./cli/post-work.js'),
        import('./web/addresses.js'),
      ]);
      return startPostWork(world, config, { answersAddress: addressOf.answers, log: process.stderr });
    },
    seed: async (world, withPeople) =>
      (await import('./journeys/preparing/seed-house.js')).seedHouse(world, { root, withPeople }),
  },
});
