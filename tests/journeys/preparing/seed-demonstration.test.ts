import { describe, expect, it } from 'vitest';
import { inventEdition, seedDemonstrations } from '../../../src/journeys/preparing/seed-demonstration.js';
import type { Edition, Library } from '../../../src/library/library.js';
import { loadLibrary } from '../../../src/library/load-library.js';
import { openStore } from '../../../src/store/open-store.js';
import type { Store } from '../../../src/store/store.js';
import { aFolder } from '../../store/a-folder.js';

const EDITION = 'demonstration-2024';

const loaded = loadLibrary('.');
const library: Library =
  'library' in loaded ? loaded.library : raise(loaded.faults.map((one) => one.message).join('\n'));
const edition: Edition = library.editions.get(EDITION) ?? raise('no demonstration');

async function anEmptyStore(): Promise<Store> {
  const opened = await openStore(aFolder());
  return opened.ok ? opened.value : raise(JSON.stringify(opened.problems));
}

function raise(message: string): never {
  throw new Error(message);
}

/** Everything the store holds of the edition, as text. */
async function contentOf(store: Store): Promise<string> {
  const histories = await Promise.all(
    edition.countries.map((country) => store.history({ kind: 'submission', edition: EDITION, country })),
  );
  return JSON.stringify([await store.submissions(EDITION), histories]);
}

describe('seeding the demonstration', () => {
  it('fills every country, with the day of the edition, and is the same to the last byte on another machine', async () => {
    const [one, other] = [await anEmptyStore(), await anEmptyStore()];
    const seeded = await seedDemonstrations({ library, store: one }, '.');
    expect(seeded).toEqual({ ok: true, value: [{ edition: EDITION, filled: edition.countries, kept: [] }] });
    await seedDemonstrations({ library, store: other }, '.');
    expect(await contentOf(one)).toBe(await contentOf(other));

    const invented = await inventEdition(edition, library.countries.nameOf, '.');
    const { answers, revision, savedAt } = await one.submission(EDITION, 'XAC');
    expect({ answers, revision, savedAt }).toEqual({
      answers: invented.ok && invented.value.get('XAC'),
      revision: 1,
      savedAt: `${edition.date}T09:00:00.000Z`,
    });
    await Promise.all([one.close(), other.close()]);
  });

  it('keeps what a visitor typed, also when it was taken back, and a second time changes nothing', async () => {
    const store = await anEmptyStore();
    const by = (country: string, expecting: number) => ({
      subject: { kind: 'submission', edition: EDITION, country } as const,
      ...{ by: 'a visitor', at: '2026-11-21T12:03:00.000Z', expecting },
    });
    const typed = { kind: 'answer-recorded', key: 'q2', answer: { value: 'whole' } } as const;
    await store.commit([typed], by('XAB', 0));
    await store.commit([typed], by('XAD', 0));
    await store.commit([{ kind: 'answer-withdrawn', key: 'q2' }], by('XAD', 1));

    const seeded = await seedDemonstrations({ library, store }, '.');
    expect(seeded.ok && seeded.value[0]?.kept).toEqual(['XAB', 'XAD']);
    expect((await store.submission(EDITION, 'XAB')).answers).toEqual({ q2: { value: 'whole' } });
    expect((await store.submission(EDITION, 'XAD')).answers).toEqual({});

    const before = await contentOf(store);
    const again = await seedDemonstrations({ library, store }, '.');
    expect(again.ok && again.value).toEqual([{ edition: EDITION, filled: [], kept: edition.countries }]);
    expect(await contentOf(store)).toBe(before);
    await store.close();
  });

  it('invents nothing for an edition that has nothing to invent from', async () => {
    const bare = { ...edition, id: 'demonstration-of-ours' };
    expect(await inventEdition(bare, library.countries.nameOf, '.')).toEqual({ ok: true, value: new Map() });
  });

  it('refuses to invent answers of a country that is not in the edition', async () => {
    const smaller = { ...edition, countries: edition.countries.filter((country) => country !== 'XAX') };
    const invented = await inventEdition(smaller, library.countries.nameOf, '.');
    expect(invented.ok ? [] : invented.problems).toEqual([
      { code: 'not-for-invention', details: { country: 'XAX', edition: 'Demonstration 2024' } },
    ]);
  });
});
