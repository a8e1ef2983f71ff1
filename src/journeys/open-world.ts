/**
 * Builds the world from the settings: the library checked whole, the store, the evidence beside it, and the words.
 * Must never: open a store over a library that has a fault; be imported by a command that can do without a store.
 */
import { join } from 'node:path';
import type { Config } from '../config.js';
import { makeWords } from '../core/text/make-words.js';
import { loadLibrary } from '../library/load-library.js';
import { loadTexts } from '../library/load-texts.js';
import { outboxFolder, readLetter } from '../post/outbox-folder.js';
import { openEvidenceFiles } from '../store/evidence-files.js';
import { openDatabase } from '../store/open-database.js';
import type { World } from './world.js';

/** Refused with the sentences of every fault. */
export type Opened = { readonly world: World } | { readonly refusals: readonly string[] };

export interface Place {
  /** The project's folder. */
  readonly root: string;
  readonly config: Config;
  /** Where people reach the house, asked each time: without a setting it is known once the server listens. */
  readonly address: () => string;
}

export async function openWorld({ root, config, address }: Place): Promise<Opened> {
  const loaded = loadLibrary(root);
  if ('faults' in loaded) {
    return {
      refusals: loaded.faults.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`),
    };
  }
  const words = makeWords(loadTexts(root), 'en');
  const store = await openDatabase(config);
  if (!store.ok) return { refusals: store.problems.map((problem) => words.say(problem.code, problem.details)) };
  return {
    world: {
      library: loaded.library,
      store: store.value,
      evidence: openEvidenceFiles(join(config.dataFolder, 'evidence')),
      words,
      clock: () => new Date().toISOString(),
      get publicAddress() {
        return address();
      },
      sendsMail: config.smtp !== undefined,
      letter: (id) => readLetter(outboxFolder(config.dataFolder), id),
    },
  };
}
