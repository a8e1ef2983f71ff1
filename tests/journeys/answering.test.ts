/** Answering: what a delegate enters is decided, committed whole, and the index follows. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answering, lastMove, loadAnswering, saveAnswers } from '../../src/journeys/answering.js';
import type { World } from '../../src/journeys/world.js';
import { aWorld } from '../web/a-world.js';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.store.close());

async function at(edition: string, country: string): Promise<Answering> {
  const loaded = await loadAnswering(world, { edition, country });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value;
}

const entry = (
  answering: Answering,
  values: Record<string, readonly string[]>,
  expecting = answering.submission.revision,
) => ({
  entered: new Map(Object.entries(values).map(([key, given]) => [key, { values: given }])),
  expecting,
  by: 'Ilse Marn',
});

describe('answering', () => {
  it('begins with nothing answered and the first question next', async () => {
    const { progress, submission } = await at('tiny', 'XAA');
    expect(submission.revision).toBe(0);
    expect(progress).toMatchObject({ answered: 0, asked: 6, nextUnanswered: 'q1' });
  });

  it('saves the good entries and names the faulty ones, so that nobody loses work over a slip', async () => {
    const before = await at('tiny', 'XAB');
    const saved = await saveAnswers(
      world,
      before,
      entry(before, { q1: ['whole'], q3: ['yes'], q3b: ['about a hundred'] }),
    );
    expect(saved).toMatchObject({
      ok: true,
      value: { revision: 1, changes: 2, problems: [{ code: 'not-a-whole-number', field: 'q3b' }] },
    });
    const after = await at('tiny', 'XAB');
    expect(after.submission).toMatchObject({
      answers: { q1: { value: 'whole' }, q3: { value: 'yes' } },
      savedAt: world.clock(),
    });
    expect(after.savedAt.get('q1')).toBe(world.clock());
    expect(after.standing.isQuestionAsked('q1a')).toBe(true);
  });

  it('refuses a page that somebody overtook, and writes nothing of it', async () => {
    const mine = await at('tiny', 'XAC');
    await saveAnswers(world, mine, entry(mine, { q5: ['most'] }));
    const late = await saveAnswers(world, mine, entry(mine, { q5: ['none'] }));
    expect(late).toMatchObject({ ok: false, problems: [{ code: 'stale-revision', details: { revision: 1 } }] });
    const now = await at('tiny', 'XAC');
    const nonsense = await saveAnswers(world, now, entry(now, { q5: ['none'] }, Number.NaN));
    expect(nonsense).toMatchObject({ ok: false, problems: [{ code: 'stale-revision' }] });
    expect((await at('tiny', 'XAC')).submission.answers).toEqual({ q5: { value: 'most' } });
  });

  it('moves the index, and can say from where to where', async () => {
    const before = await at('demonstration-2024', 'XAE');
    const saved = await saveAnswers(world, before, entry(before, { q66: ['no'] }));
    expect(saved).toMatchObject({ ok: true, value: { changes: 1, problems: [] } });
    const move = await lastMove(world, await at('demonstration-2024', 'XAE'));
    expect(Number(move.after)).toBeLessThan(Number(move.before));
  });

  it('is closed where an edition is published, asks nothing, or the country takes no part', async () => {
    const code = async (edition: string, country: string) => {
      const loaded = await loadAnswering(world, { edition, country });
      return loaded.ok ? 'open' : loaded.problems[0]?.code;
    };
    expect(await code('ourdata-2017', 'KOR')).toBe('edition-closed');
    expect(await code('ourdata-2023', 'KOR')).toBe('edition-closed');
    expect(await code('tiny', 'KOR')).toBe('unknown-country');
    expect(await code('nowhere', 'KOR')).toBe('unknown-edition');
  });

  it('asks what a definition of another kind asks: the Barometer’s checklist row by row', async () => {
    const before = await at('barometer', 'XAA');
    expect(before.standing.isAsked('D1/exists')).toBe(true);
    expect(before.standing.isAsked('D1/current')).toBe(false);
    await saveAnswers(world, before, entry(before, { 'D1/exists': ['yes'], 'D1/online': ['yes'] }));
    expect((await at('barometer', 'XAA')).standing.isAsked('D1/current')).toBe(true);
  });
});
