/**
 * The one entry: hands the command line what commands need, each thing made only when one of them asks for it.
 * Must never: be imported, or load pdfkit, SQLite or Express for a command that does without.
 */
import { fileURLToPath } from 'node:url';
import { runCommandLine } from './cli/command-line.js';
import type { Opened } from './cli/house.js';
import { type Config, readConfig } from './config.js';

const root = fileURLToPath(new URL('..', import.meta.url));

async function openWorld(config: Config): Promise<Opened> {
  const [{ loadLibrary }, { loadTexts }, { makeWords }, { openStore }] = await Promise.all([
    import('./library/load-library.js'),
    import('./library/load-texts.js'),
    import('./core/text/make-words.js'),
    import('./store/open-store.js'),
  ]);
  const loaded = loadLibrary(root);
  if ('faults' in loaded) {
    return {
      refusals: loaded.faults.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`),
    };
  }
  const words = makeWords(loadTexts(root), 'en');
  const store = await openStore(config.dataFolder);
  if (!store.ok) return { refusals: store.problems.map((problem) => words.say(problem.code, problem.details)) };
  return { world: { library: loaded.library, store: store.value, words, clock: () => new Date().toISOString() } };
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
    startWeb: async (world, config) => (await import('./web/start-web.js')).startWeb(world, config),
    seed: async (world) => (await import('./journeys/preparing/seed-demonstration.js')).seedDemonstrations(world, root),
  },
});
