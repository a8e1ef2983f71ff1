/**
 * Builds the world from the settings: the library checked whole, the store, the evidence beside it, and the words.
 * Must never: open a store over a library that has a fault; be imported by a command that can do without a store.
 */
import { join } from 'node:path';
import type { Config } from '../config.js';
import type { Analyst } from '../core/robustness/edition/analyst.js';
import { makeWords } from '../core/text/make-words.js';
import type { Library } from '../library/library.js';
import { loadLibrary } from '../library/load-library.js';
import { loadTexts } from '../library/load-texts.js';
import { outboxFolder, readLetter } from '../post/outbox-folder.js';
import { openEvidenceFiles } from '../store/evidence-files.js';
import { openDatabase } from '../store/open-database.js';
import type { Store } from '../store/store.js';
import type { World } from './world.js';

/** Refused with the sentences of every fault. */
export type Opened = { readonly world: World } | { readonly refusals: readonly string[] };

/** Which demonstration editions are there: all, or those that hold answers. */
export type Demonstrations = 'all' | 'filled';

export interface Place {
  /** The project's folder. */
  readonly root: string;
  readonly config: Config;
  readonly demonstrations: Demonstrations;
  /** Where people reach the house, asked each time: without a setting it is known once the server listens. */
  readonly address: () => string;
  readonly analyst: Analyst;
}

export async function openWorld({ root, config, demonstrations, address, analyst }: Place): Promise<Opened> {
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
      library: demonstrations === 'all' ? loaded.library : await withoutEmpty(loaded.library, store.value),
      store: store.value,
      evidence: openEvidenceFiles(join(config.dataFolder, 'evidence')),
      words,
      clock: () => new Date().toISOString(),
      get publicAddress() {
        return address();
      },
      sendsMail: config.smtp !== undefined,
      analyst,
      letter: (id) => readLetter(outboxFolder(config.dataFolder), id),
    },
  };
}

async function withoutEmpty(library: Library, store: Store): Promise<Library> {
  const kept = await Promise.all(
    [...library.editions].map(
      async ([id, { kind }]) => kind !== 'demonstration' || (await store.editionRevision(id)) > 0,
    ),
  );
  return { ...library, editions: new Map([...library.editions].filter((_, at) => kept[at])) };
}
