/** Saving: what a delegate enters is decided and committed, nobody overwrites what somebody else saved, and nothing is late. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Person, VISITOR } from '../../../src/core/workflow/roles.js';
import { lastMove } from '../../../src/journeys/answering/last-move.js';
import { loadAnswering } from '../../../src/journeys/answering/load-answering.js';
import type { World } from '../../../src/journeys/world.js';
import { aCollectedEdition, delegateOf, SECRETARY } from '../../fixtures/a-collected-edition.js';
import { aWorld } from '../../web/a-world.js';
import { at, codeOf, got, save } from './at-work.js';

let world: World;
let edition: string;
beforeAll(async () => {
  world = await aWorld();
  edition = await aCollectedEdition(world);
});
afterAll(() => world.store.close());

const open = (country: string, person: Person = VISITOR, where = 'tiny') => at(world, person, where, country);

describe('answering a demonstration', () => {
  it('begins with nothing answered and the first question next', async () => {
    const { progress, submission } = await open('XAA');
    expect(submission.revision).toBe(0);
    expect(progress).toMatchObject({ answered: 0, asked: 6, nextUnanswered: 'q1' });
  });

  it('saves the good entries and names the faulty ones, so that nobody loses work over a slip', async () => {
    const answers = { q3: ['yes'], q3b: ['about a hundred'], q5: ['most'] };
    const saved = await save(world, VISITOR, await open('XAB'), { answers });
    expect(saved).toMatchObject({
      ok: true,
      value: { revision: 1, problems: [{ code: 'not-a-whole-number', field: 'q3b' }] },
    });
    const after = await open('XAB');
    expect(after.submission).toMatchObject({
      answers: { q3: { value: 'yes' }, q5: { value: 'most' } },
      savedAt: world.clock(),
    });
    expect(after.savedAt.get('q3')).toBe(world.clock());
  });

  it('moves the index, and can say from where to where', async () => {
    const before = await open('XAE', VISITOR, 'demonstration-2024');
    expect(await save(world, VISITOR, before, { answers: { q66: ['no'] } })).toMatchObject({
      ok: true,
      value: { problems: [] },
    });
    const move = await lastMove(world, await open('XAE', VISITOR, 'demonstration-2024'));
    expect(Number(move.after)).toBeLessThan(Number(move.before));
  });

  it('is closed where an edition is published, asks nothing, or the country takes no part', async () => {
    const code = async (where: string, country: string, person: Person = VISITOR) =>
      codeOf(await loadAnswering(world, person, { edition: where, country }));
    expect(await code('ourdata-2017', 'KOR')).toBe('edition-closed');
    expect(await code('ourdata-2023', 'KOR')).toBe('edition-closed');
    expect(await code('tiny', 'KOR')).toBe('unknown-country');
    expect(await code('nowhere', 'KOR')).toBe('sign-in-first');
    expect(await code('nowhere', 'KOR', SECRETARY)).toBe('not-permitted');
  });

  it('asks what a definition of another kind asks: the Barometer’s checklist row by row', async () => {
    const before = await open('XAA', VISITOR, 'barometer');
    expect(before.standing.isAsked('D1/exists')).toBe(true);
    expect(before.standing.isAsked('D1/current')).toBe(false);
    await save(world, VISITOR, before, { answers: { 'D1/exists': ['yes'], 'D1/online': ['yes'] } });
    expect((await open('XAA', VISITOR, 'barometer')).standing.isAsked('D1/current')).toBe(true);
  });
});

describe('a page that others have overtaken', () => {
  const mine = delegateOf('XAA', 'tiny-2026');
  const answersNow = async () => (await world.store.submission(edition, 'XAA')).answers;

  it('is saved where they touched other answers, and refused where they touched the same', async () => {
    const early = await at(world, mine, edition, 'XAA');
    got(await save(world, mine, early, { answers: { q5: ['most'] } }));
    got(await save(world, mine, early, { answers: { q3: ['yes'] } }));
    const late = await save(world, mine, early, { answers: { q5: ['none'], q6: ['a remark'] } });
    expect(late).toMatchObject({ ok: false, problems: [{ code: 'stale-revision', field: 'q5' }] });
    expect(await answersNow()).toEqual({ q5: { value: 'most' }, q3: { value: 'yes' } });
  });

  it('does not put back what its person left as it was', async () => {
    const early = await at(world, mine, edition, 'XAA');
    got(await save(world, mine, early, { answers: { q5: ['some'] } }));
    // The whole page is sent, with q5 as it stood when the page was opened.
    got(await save(world, mine, early, { answers: { q5: ['most'], q3: ['no'] } }));
    expect(await answersNow()).toMatchObject({ q5: { value: 'some' }, q3: { value: 'no' } });
  });

  it('guards remarks as it guards answers', async () => {
    const early = await at(world, mine, edition, 'XAA');
    got(await save(world, mine, early, { comments: { q5: 'one view' } }));
    expect(codeOf(await save(world, mine, early, { comments: { q5: 'another' } }))).toBe('stale-revision');
    got(await save(world, mine, early, { comments: { q6: 'beside it' } }));
    expect((await world.store.submission(edition, 'XAA')).remarks).toEqual({
      q5: { comment: 'one view' },
      q6: { comment: 'beside it' },
    });
  });

  it('without a revision there has been, saves nothing', async () => {
    const now = await at(world, mine, edition, 'XAA');
    for (const expecting of [Number.NaN, now.submission.revision + 1]) {
      expect(codeOf(await save(world, mine, now, { answers: { q5: ['all'] }, expecting }))).toBe('stale-revision');
    }
  });

  it('sent again after its acknowledgement was lost, changes nothing more', async () => {
    const early = await at(world, mine, edition, 'XAA');
    const first = got(await save(world, mine, early, { answers: { q6: ['said twice'] } }));
    const again = got(await save(world, mine, early, { answers: { q6: ['said twice'] } }));
    expect(again).toMatchObject({ revision: first.revision, changes: 0 });
  });
});

describe('eight editors at once', () => {
  it('lose no update: what they were told is saved is what the log holds, in one order', async () => {
    const person = delegateOf('XAB', edition);
    const keys = ['q3', 'q5', 'q6'] as const;
    const values = { q3: ['yes', 'no'], q5: ['all', 'most', 'some', 'none'], q6: ['a', 'b', 'c', 'd', 'e'] };
    let [accepted, refusals] = [0, 0];
    await Promise.all(
      Array.from({ length: 8 }, async (_, editor) => {
        for (let round = 0; round < 40; round += 1) {
          const key = keys[(editor + round) % keys.length] ?? 'q6';
          const value = values[key][(editor * 7 + round) % values[key].length] ?? '';
          const page = await at(world, person, edition, 'XAB');
          const saved = await save(world, person, page, { answers: { [key]: [value] } });
          if (!saved.ok) refusals += codeOf(saved) === 'stale-revision' ? 1 : Number.NaN;
          else if (saved.value.changes > 0) accepted += 1;
        }
      }),
    );
    const history = await world.store.history({ kind: 'submission', edition, country: 'XAB' });
    const revisions = new Set(history.map(({ revision }) => revision));
    expect(revisions.size).toBe(accepted);
    expect(accepted + refusals).toBeGreaterThan(40);
    const last = new Map(
      history
        .toReversed()
        .flatMap(({ change }) => (change.kind === 'answer-recorded' ? [[change.key, change.answer] as const] : [])),
    );
    expect((await world.store.submission(edition, 'XAB')).answers).toEqual(Object.fromEntries(last));
  });
});

describe('the deadline', () => {
  it('is the closing instant itself: a second before it is in time', async () => {
    let now = '2026-12-31T21:59:59.000Z';
    const late: World = { ...world, clock: () => now };
    const person = delegateOf('XAC', edition);
    const page = await at(late, person, edition, 'XAC');
    expect(codeOf(await save(late, person, page, { answers: { q5: ['most'] } }))).toBe('ok');
    for (now of ['2026-12-31T22:00:00.000Z', '2026-12-31T22:00:01.000Z']) {
      const again = await at(late, person, edition, 'XAC');
      expect(codeOf(await save(late, person, again, { answers: { q5: ['none'] } }))).toBe('too-late');
      expect(again.may('submit')).toMatchObject({ ok: false });
      expect(again.may('attach-evidence')).toMatchObject({ ok: false });
    }
  });
});

describe('other people', () => {
  it('of another country, with a role to read, or with other sections save nothing', async () => {
    const contributor: Person = {
      account: 'c',
      name: 'C',
      grants: [{ role: 'contributor', edition, country: 'XAC', sections: ['policy'] }],
    };
    const seen = await at(world, contributor, edition, 'XAC');
    expect(codeOf(await save(world, contributor, seen, { answers: { q5: ['none'] } }))).toBe('not-permitted');
    expect(codeOf(await save(world, contributor, seen, { answers: { q1: ['none'] } }))).toBe('ok');
    const theirs = await at(world, SECRETARY, edition, 'XAC');
    expect(codeOf(await save(world, SECRETARY, theirs, { answers: { q1: ['some'] } }))).toBe('not-permitted');
    const other = delegateOf('XAA', edition);
    expect(codeOf(await loadAnswering(world, other, { edition, country: 'XAC' }))).toBe('not-permitted');
    expect(codeOf(await loadAnswering(world, VISITOR, { edition, country: 'XAC' }))).toBe('sign-in-first');
  });
});
