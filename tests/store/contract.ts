/**
 * What every store must keep, whichever database stands behind it: one suite over an opener. Each test opens its own.
 */
import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/core/workflow/change.js';
import type { Store } from '../../src/store/store.js';
import { describeAccounts } from './contract-accounts.js';
import { describeRobustness } from './contract-robustness.js';
import { of, recorded, stamp } from './contract-stamps.js';
import { describeWorkflow } from './contract-workflow.js';

const keyOf = (change: Change) => ('key' in change ? change.key : undefined);

/** @param rounds how often each of eight editors tries to save in a race */
export function describeStore(name: string, open: () => Promise<Store>, rounds = 40): void {
  describe(`a store on ${name}`, () => {
    it('has no answers and revision 0 before anything was recorded', async () => {
      const store = await open();
      expect(await store.submission('demo', 'XAA')).toEqual({
        edition: 'demo',
        country: 'XAA',
        revision: 0,
        status: 'not-started',
        answers: {},
        remarks: {},
        evidence: [],
        assessments: {},
        answeredAt: {},
        asksReopening: false,
      });
      expect(await store.submissions('demo')).toEqual([]);
      expect(await store.editionRevision('demo')).toBe(0);
      expect(await store.history(of('XAA'))).toEqual([]);
      await store.close();
    });

    it('keeps answers of every kind as they were given', async () => {
      const store = await open();
      const changes: Change[] = [
        recorded('q1', 'whole'),
        { kind: 'answer-recorded', key: 'q3a', answer: { value: ['search', 'interface'] } },
        { kind: 'answer-recorded', key: 'q3b', answer: { value: 12.5 } },
        { kind: 'answer-recorded', key: 'q2/i4', answer: { missing: 'not-known' } },
        recorded('q6', `Ωμέγα 中文 '"; drop table answer; -- \u202e 🦄`),
      ];
      expect(await store.commit(changes, stamp(0))).toEqual({ ok: true, value: { revision: 1 } });
      const { answers, savedAt } = await store.submission('demo', 'XAA');
      expect(answers).toEqual(Object.fromEntries(changes.map((c) => [keyOf(c), 'answer' in c ? c.answer : undefined])));
      expect(savedAt).toBe('2026-11-21T12:03:00.000Z');
      await store.close();
    });

    it('replaces an answer, withdraws another and tells both in the history, newest first', async () => {
      const store = await open();
      await store.commit([recorded('q1', 'some'), recorded('q5', 'most')], stamp(0));
      await store.commit(
        [recorded('q1', 'none'), { kind: 'answer-withdrawn', key: 'q5' }],
        stamp(1, { by: 'Oda Pell' }),
      );
      expect((await store.submission('demo', 'XAA')).answers).toEqual({ q1: { value: 'none' } });
      const history = await store.history(of('XAA'));
      expect(history.map(({ change, by, revision }) => [change.kind, keyOf(change), by, revision])).toEqual([
        ['answer-withdrawn', 'q5', 'Oda Pell', 2],
        ['answer-recorded', 'q1', 'Oda Pell', 2],
        ['answer-recorded', 'q5', 'Ilse Marn', 1],
        ['answer-recorded', 'q1', 'Ilse Marn', 1],
      ]);
      await store.close();
    });

    it('refuses whoever built on a revision that has moved on, and changes nothing', async () => {
      const store = await open();
      await store.commit([recorded('q1', 'some')], stamp(0));
      for (const wrong of [0, 2, -1, 99]) {
        const refusal = await store.commit([recorded('q1', 'none')], stamp(wrong));
        expect(refusal).toMatchObject({ ok: false, problems: [{ code: 'stale-revision', details: { revision: 1 } }] });
      }
      expect((await store.submission('demo', 'XAA')).answers).toEqual({ q1: { value: 'some' } });
      expect(await store.history(of('XAA'))).toHaveLength(1);
      await store.close();
    });

    it('does nothing when there is nothing to change', async () => {
      const store = await open();
      expect(await store.commit([], stamp(0))).toEqual({ ok: true, value: { revision: 0 } });
      await store.commit([recorded('q1', 'some')], stamp(0));
      expect(await store.commit([], stamp(1))).toEqual({ ok: true, value: { revision: 1 } });
      expect(await store.editionRevision('demo')).toBe(1);
      await store.close();
    });

    it('keeps editions and countries apart, and lists countries by code', async () => {
      const store = await open();
      await store.commit([recorded('q1', 'some')], stamp(0, { subject: of('XAB') }));
      await store.commit([recorded('q1', 'whole')], stamp(0));
      await store.commit([recorded('q1', 'none')], stamp(0, { subject: of('XAA', 'other') }));
      const listed = await store.submissions('demo');
      expect(listed.map(({ country, answers }) => [country, answers.q1])).toEqual([
        ['XAA', { value: 'whole' }],
        ['XAB', { value: 'some' }],
      ]);
      expect(await store.editionRevision('demo')).toBe(2);
      expect(await store.editionRevision('other')).toBe(1);
      await store.close();
    });

    it('equals a serial order of the accepted writes when several editors race', async () => {
      const store = await open();
      const accepted: string[] = [];
      const edit = async (editor: number) => {
        for (let round = 0; round < rounds; round += 1) {
          const { revision } = await store.submission('demo', 'XAA');
          const value = `editor ${editor}, round ${round}`;
          const saved = await store.commit([recorded('q6', value)], stamp(revision));
          if (saved.ok) accepted[saved.value.revision - 1] = value;
        }
      };
      await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(edit));
      const { revision, answers } = await store.submission('demo', 'XAA');
      const log = (await store.history(of('XAA'))).toReversed();
      expect(accepted).toHaveLength(revision);
      expect(log.map((line) => line.change)).toEqual(accepted.map((value) => recorded('q6', value)));
      expect(answers.q6).toEqual({ value: accepted.at(-1) });
      await store.close();
    });

    it('makes one change, one line and one message of a hundred identical requests at the same time', async () => {
      const store = await open();
      const messages = [{ once: 'receipt XAA 1', to: 'a@xaa.example', template: 'receipt', details: {} } as const];
      const many = Array.from({ length: 100 }, () => store.commit([recorded('q1', 'some')], { ...stamp(0), messages }));
      const answers = await Promise.all(many);
      expect(answers.filter((saved) => saved.ok)).toHaveLength(1);
      expect(answers.flatMap((saved) => (saved.ok ? [] : saved.problems.map(({ code }) => code)))).toEqual(
        Array.from({ length: 99 }, () => 'stale-revision'),
      );
      expect(await store.history(of('XAA'))).toHaveLength(1);
      expect(await store.outbox.list(10)).toHaveLength(1);
      await store.close();
    });

    it('refuses one of those who save at the same time, and keeps all others', async () => {
      const store = await open();
      const countries = Array.from({ length: 20 }, (_, at) => `X${String.fromCharCode(65 + at)}A`);
      const saves = countries.map((country, at) =>
        store.commit([recorded('q1', country)], stamp(at % 5 === 3 ? 7 : 0, { subject: of(country) })),
      );
      const saved = (await Promise.all(saves)).map(({ ok }) => ok);
      expect(saved).toEqual(countries.map((_, at) => at % 5 !== 3));
      const kept = countries.filter((_, at) => at % 5 !== 3);
      expect((await store.submissions('demo')).map(({ country }) => country)).toEqual(kept);
      expect(await store.verifyLog()).toMatchObject({ ok: true, value: { lines: kept.length } });
      await store.close();
    });
  });
  describeWorkflow(name, open);
  describeAccounts(name, open);
  describeRobustness(name, open);
}
