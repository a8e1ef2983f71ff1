import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../../src/core/survey/outline.js';
import { progressOf } from '../../../src/core/survey/progress.js';
import { standingOf } from '../../../src/core/survey/standing.js';
import { ROLES } from '../../../src/core/workflow/roles.js';
import { isPassword } from '../../../src/journeys/accounts/passwords.js';
import { seedCollected } from '../../../src/journeys/preparing/seed-collected.js';
import { closingAfter } from '../../../src/journeys/preparing/seed-edition.js';
import { loadLibrary } from '../../../src/library/load-library.js';
import { openStore } from '../../../src/store/open-store.js';
import type { Store } from '../../../src/store/store.js';
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

  it('leaves nothing out: open questions, remarks, evidence, a reason, findings of both kinds', async () => {
    const { store } = await aSeededStore(true);
    const of = (country: string) => store.submission(EDITION, country);
    const questionnaire = library.definitions.get('ourdata-2017')?.questionnaire;
    if (questionnaire === undefined) throw new Error('no questionnaire');
    const outline = outlineOf(questionnaire);
    const progress = async (country: string) => progressOf(outline, standingOf(outline, (await of(country)).answers));

    const open = await progress('XAA');
    expect(open.answered).toBeGreaterThan(10);
    expect(open.asked - open.answered).toBeGreaterThan(10);
    const { remarks, evidence } = await of('XAA');
    expect(remarks.q2).toMatchObject({ confidence: 'fairly', comment: expect.stringContaining('public records') });
    expect(evidence.length).toBeGreaterThan(3);
    expect(evidence.every(({ address }) => address?.startsWith('https://documents.xaa.example/'))).toBe(true);

    const complete = await progress('XAC');
    expect(complete.answered).toBe(complete.asked);
    expect((await store.snapshots(EDITION, 'XAC'))[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await of('XAD')).toMatchObject({ asksReopening: true, reason: expect.stringContaining('finance') });
    expect((await of('XAF')).reason).toContain('asks for a password');
    expect((await of('XAI')).reason).toContain('does not take part');

    const inValidation = await of('XAE');
    const findings = Object.values(inValidation.assessments);
    expect(findings.filter(({ finding }) => finding === 'adjusted').length).toBe(1);
    expect(findings.filter(({ finding }) => finding === 'accepted').length).toBeGreaterThan(20);
    expect(findings.length).toBeLessThan(Object.keys(inValidation.answers).length);
    const validated = await of('XAG');
    expect(Object.keys(validated.assessments).length).toBe(Object.keys(validated.answers).length);
    expect((await store.verifyLog()).ok).toBe(true);
    await store.close();
  });

  it('makes one person per role, who sign what they did', async () => {
    const { store, seeded } = await aSeededStore(true);
    const signIns = seeded.ok ? seeded.value.signIns : [];
    expect(signIns.map(({ role }) => role)).toEqual([...ROLES]);
    for (const { email, password } of signIns) {
      expect(await isPassword(password, (await store.account({ email }))?.passwordHash)).toBe(true);
    }
    const id = async (role: string) => (await store.account({ email: `${role}@alidade.example` }))?.id;
    const history = await store.history({ kind: 'submission', edition: EDITION, country: 'XAA' });
    expect([...new Set(history.map(({ by }) => by))]).toEqual([await id('delegate')]);
    const checked = await store.history({ kind: 'submission', edition: EDITION, country: 'XAE' });
    expect(checked[0]?.by).toBe(await id('validator'));
    expect(checked.at(-1)?.by).toBe('demonstration');
    const sections = library.definitions.get('ourdata-2017')?.questionnaire?.sections.map((section) => section.id);
    const contributor = await store.account({ email: 'contributor@alidade.example' });
    const given = contributor?.grants[0]?.sections ?? [];
    expect(given.length).toBe(2);
    expect(given.filter((section) => !sections?.includes(section))).toEqual([]);
    await store.close();
  });

  it('makes no account unless it is told to', async () => {
    const { store, seeded } = await aSeededStore(false);
    expect(seeded.ok && seeded.value.signIns).toEqual([]);
    expect(await store.accounts()).toEqual([]);
    await store.close();
  });

  it('changes nothing a second time, whatever people did meanwhile', async () => {
    const { store, seed } = await aSeededStore(true);
    const { id, revision } = (await store.account({ email: 'reader@alidade.example' })) ?? { id: '', revision: 0 };
    const stamp = { by: 'a visitor', at: NOW };
    const subject = { kind: 'submission', edition: EDITION, country: 'XAJ' } as const;
    await store.commit(
      [{ kind: 'submission-begun' }, { kind: 'answer-recorded', key: 'q2', answer: { value: 'none' } }],
      { ...stamp, subject, expecting: 0 },
    );
    await store.commit([{ kind: 'account-disabled' }], {
      ...stamp,
      subject: { kind: 'account', account: id },
      expecting: revision,
    });
    const content = async () => JSON.stringify([await store.submissions(EDITION), await store.accounts()]);
    const before = [await content(), await store.editionRevision(EDITION)];
    const again = await seed();
    expect(again.ok && again.value.filled).toEqual([]);
    expect(again.ok && again.value.signIns.map(({ role }) => role)).not.toContain('reader');
    expect([await content(), await store.editionRevision(EDITION)]).toEqual(before);
    await store.close();
  });

  it('is the same to the last byte on another machine, and all of it lies in the past', async () => {
    const [one, other] = await Promise.all([aSeededStore(false), aSeededStore(false)]);
    const content = async (store: Store) => JSON.stringify(await store.submissions(EDITION));
    expect(await content(one.store)).toBe(await content(other.store));
    const saved = (await one.store.submissions(EDITION)).map(({ savedAt }) => savedAt ?? '');
    expect(saved.every((at) => at > '2026-10-01' && at < NOW)).toBe(true);
    await Promise.all([one.store.close(), other.store.close()]);
  });

  it('closes in a week at the earliest, however late it is seeded', async () => {
    expect(closingAfter(NOW)).toBe('2026-12-18T17:00:00.000Z');
    expect(closingAfter('2026-12-11T16:59:59.000Z')).toBe('2026-12-18T17:00:00.000Z');
    expect(closingAfter('2026-12-11T17:00:00.000Z')).toBe('2027-01-15T17:00:00.000Z');
    const late = '2031-05-05T08:00:00.000Z';
    const { store } = await aSeededStore(false, late);
    const [edition] = await store.editions();
    expect((edition?.calendar.closes ?? '') > late).toBe(true);
    const saved = (await store.submissions(EDITION)).map(({ savedAt }) => savedAt ?? '');
    expect(saved.every((at) => at < late)).toBe(true);
    await store.close();
  });
});
