// The world as main.ts builds it, over a data folder of its own, with the demonstration seeded.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeWords } from '../../dist/core/text/make-words.js';
import { seedDemonstrations } from '../../dist/journeys/preparing/seed-demonstration.js';
import { loadLibrary } from '../../dist/library/load-library.js';
import { loadTexts } from '../../dist/library/load-texts.js';
import { openStore } from '../../dist/store/open-store.js';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export async function openBenchWorld() {
  const store = await openStore(mkdtempSync(join(tmpdir(), 'alidade-bench-')));
  const { library } = loadLibrary(root);
  if (!store.ok || !library) throw new Error('the world does not open; run alidade check');
  const world = {
    library,
    store: store.value,
    words: makeWords(loadTexts(root), 'en'),
    clock: () => '2026-11-21T12:00:00.000Z',
  };
  await seedDemonstrations(world, root);
  return world;
}
