import { describe, expect, it } from 'vitest';
import { seedCollected } from '../../../src/journeys/preparing/seed-collected.js';
import { loadLibrary } from '../../../src/library/load-library.js';
import { openStore } from '../../../src/store/open-store.js';
import { aFolder } from '../../store/a-folder.js';

const EDITION = 'demonstration-2026';
const NOW = '2026-11-21T12:00:00.000Z';
const loaded = loadLibrary('.');
if ('faults' in loaded) throw new Error(JSON.stringify(loaded.faults));
const { library } = loaded;

async function aSeededStore(withPeople: boolean, now = NOW) {
  const opened = await openStore(aFolder());
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const store = opened.value;
  const seed = () => seedCollected({ library, store, clock: () => now }, { root: '.', withPeople });
  return { store, seed, seeded: await seed() };
}

describe('seeding the demonstration that is being collected', () => {
  it('opens an edition with a submission in every state', async () => {
    const { store, seeded } = await aSeededStore(true);
    expect(seeded.ok ? seeded.value.filled.length : seeded.problems).toBe(10);
    const edition = (await store.editions()).find(({ id }) => id === EDITION);
    expect(edition).toMatchObject({
      status: 'collecting',
      facts: { title: 'Demonstration 2026', invented: true, year: 2026 },
      calendar: { closes: '2026-12-18T17:00:00.000Z' },
      mainGroup: 'all',
    });
    expect(edition?.countries.length).toBe(12);
    const statuses = Object.fromEntries(
      await Promise.all(
        (edition?.countries ?? []).map(async (country) => [country, (await store.submission(EDITION, country)).status]),
      ),
    );
    expect(statuses).toEqual({
      ...{ XAA: 'in-progress', XAB: 'in-progress', XAC: 'submitted', XAD: 'submitted', XAE: 'in-validation' },
      ...{ XAF: 'returned', XAG: 'validated', XAH: 'signed-off', XAI: 'excluded', XAJ: 'not-started' },
      ...{ XAK: 'not-started', XAL: 'in-progress' },
    });
    await store.close();
  });
});
