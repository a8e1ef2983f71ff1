/** What every store must keep of submissions beyond answers, and of editions that are run here. */
import { describe, expect, it } from 'vitest';
import type { Change, EditionChange, SubmissionChange } from '../../src/core/workflow/change.js';
import type { Evidence } from '../../src/core/workflow/statuses.js';
import type { Store } from '../../src/store/store.js';
import { of, recorded, stamp } from './contract-stamps.js';

const evidence = (id: string, question: string): Evidence => ({
  id,
  question,
  kind: 'link',
  title: `Document ${id}`,
  address: 'https://data.example/law',
});

/** Commits each list on the revision before it, the first on 0. */
async function commitAll(store: Store, ...lists: readonly (readonly Change[])[]): Promise<void> {
  for (const [at, changes] of lists.entries()) {
    const minute = String(at).padStart(2, '0');
    const saved = await store.commit(changes, stamp(at, { at: `2026-11-21T12:${minute}:00.000Z` }));
    expect(saved).toEqual({ ok: true, value: { revision: at + 1 } });
  }
}

export function describeWorkflow(name: string, open: () => Promise<Store>): void {
  describe(`submissions on ${name}`, () => {
    it('keep remarks, evidence and assessments beside the answers, and lose what is taken back', async () => {
      const store = await open();
      await commitAll(
        store,
        [
          recorded('q1', 'whole'),
          { kind: 'remark-recorded', question: 'q1', remark: { confidence: 'guess', comment: 'To be checked' } },
          { kind: 'remark-recorded', question: 'q2', remark: { why: 'No such register' } },
          { kind: 'evidence-attached', evidence: evidence('e2', 'q1') },
        ],
        [
          { kind: 'evidence-attached', evidence: evidence('e1', 'q2') },
          { kind: 'answer-assessed', key: 'q1', assessment: { finding: 'accepted' } },
          { kind: 'answer-assessed', key: 'q2', assessment: { finding: 'accepted' } },
        ],
        [
          { kind: 'remark-recorded', question: 'q2', remark: {} },
          { kind: 'evidence-attached', evidence: evidence('e3', 'q2') },
          { kind: 'evidence-withdrawn', id: 'e1' },
          { kind: 'assessment-withdrawn', key: 'q2' },
          {
            kind: 'answer-assessed',
            key: 'q1',
            assessment: { finding: 'adjusted', answer: { value: 'some' }, reason: 'The law covers a part' },
          },
        ],
      );
      expect(await store.submission('demo', 'XAA')).toMatchObject({
        answers: { q1: { value: 'whole' } },
        answeredAt: { q1: '2026-11-21T12:00:00.000Z' },
        savedAt: '2026-11-21T12:02:00.000Z',
        remarks: { q1: { confidence: 'guess', comment: 'To be checked' } },
        evidence: [evidence('e2', 'q1'), evidence('e3', 'q2')],
        assessments: { q1: { finding: 'adjusted', answer: { value: 'some' }, reason: 'The law covers a part' } },
      });
      expect((await store.submission('demo', 'XAA')).remarks).not.toHaveProperty('q2');
      expect((await store.submission('demo', 'XAA')).assessments).not.toHaveProperty('q2');
      expect(await store.submissions('demo')).toEqual([await store.submission('demo', 'XAA')]);
      await store.close();
    });

    const passages: readonly [SubmissionChange, string, string?][] = [
      [{ kind: 'submission-begun' }, 'in-progress'],
      [{ kind: 'submission-submitted', snapshot: { answers: {}, remarks: {}, evidence: [] }, hash: 'h1' }, 'submitted'],
      [{ kind: 'reopening-asked', reason: 'One more law' }, 'submitted', 'One more law'],
      [{ kind: 'submission-reopened', reason: 'Granted' }, 'in-progress', 'Granted'],
      [{ kind: 'submission-submitted', snapshot: { answers: {}, remarks: {}, evidence: [] }, hash: 'h2' }, 'submitted'],
      [{ kind: 'validation-begun' }, 'in-validation'],
      [{ kind: 'submission-returned', reason: 'Evidence of q3' }, 'returned', 'Evidence of q3'],
      [{ kind: 'submission-begun' }, 'in-progress'],
      [{ kind: 'submission-validated' }, 'validated'],
      [{ kind: 'submission-signed-off' }, 'signed-off'],
      [{ kind: 'submission-reopened', reason: 'A late finding' }, 'in-validation', 'A late finding'],
      [{ kind: 'submission-excluded', reason: 'Withdrew' }, 'excluded', 'Withdrew'],
      [{ kind: 'submission-readmitted', reason: 'Came back' }, 'in-progress', 'Came back'],
    ];
    it('follow every passage from status to status, with the reason that was given', async () => {
      const store = await open();
      const asked: boolean[] = [];
      for (const [at, [change, status, reason]] of passages.entries()) {
        await store.commit([change], stamp(at));
        const submission = await store.submission('demo', 'XAA');
        expect([change.kind, submission.status]).toEqual([change.kind, status]);
        if (reason !== undefined) expect(submission.reason).toBe(reason);
        asked.push(submission.asksReopening);
      }
      expect(asked.indexOf(true)).toBe(2);
      expect(asked.filter(Boolean)).toHaveLength(1);
      await store.close();
    });

    it('keep what was submitted as it stood then, while the log keeps only its hash', async () => {
      const store = await open();
      const snapshot = { answers: { q1: { value: 'canary-answer' } }, remarks: {}, evidence: [evidence('e1', 'q1')] };
      await commitAll(
        store,
        [recorded('q1', 'canary-answer')],
        [{ kind: 'submission-submitted', snapshot, hash: 'abc' }],
        [recorded('q1', 'some')],
        [{ kind: 'submission-submitted', snapshot: { ...snapshot, answers: {} }, hash: 'def' }],
      );
      const kept = await store.snapshots('demo', 'XAA');
      expect(kept.map(({ hash, at }) => [hash, at])).toEqual([
        ['def', '2026-11-21T12:03:00.000Z'],
        ['abc', '2026-11-21T12:01:00.000Z'],
      ]);
      expect(kept[1]).toEqual({ ...snapshot, hash: 'abc', by: 'Ilse Marn', at: '2026-11-21T12:01:00.000Z' });
      const submitted = (await store.history(of('XAA'))).find(({ change }) => change.kind === 'submission-submitted');
      expect(JSON.stringify(submitted)).not.toContain('canary-answer');
      await store.close();
    });

    it('tell which answers and remarks were changed after a revision', async () => {
      const store = await open();
      await commitAll(
        store,
        [recorded('q1', 'some'), recorded('q2', 'some')],
        [recorded('q2', 'none'), { kind: 'evidence-attached', evidence: evidence('e1', 'q9') }],
        [{ kind: 'answer-withdrawn', key: 'q5' }],
        [{ kind: 'remark-recorded', question: 'q7', remark: { comment: 'Soon' } }],
      );
      const since = async (revision: number) => [...(await store.changedSince('demo', 'XAA', revision))].sort();
      expect(await since(0)).toEqual(['q1', 'q2', 'q5', 'q7']);
      expect(await since(1)).toEqual(['q2', 'q5', 'q7']);
      expect(await since(3)).toEqual(['q7']);
      expect(await since(4)).toEqual([]);
      expect([...(await store.changedSince('demo', 'XAB', 0))]).toEqual([]);
      await store.close();
    });
  });

  describe(`editions on ${name}`, () => {
    const created: EditionChange = {
      kind: 'edition-created',
      facts: { title: 'Open data 2026', series: 'Open data', year: 2026, invented: true },
      definition: { id: 'tiny', hash: 'a1b2', files: { 'method.yaml': 'scale: canary', 'framework.yaml': 'index:' } },
    };
    const at = (expecting: number, edition = 'od-2026') =>
      stamp(expecting, { subject: { kind: 'edition', edition }, by: 'Secretariat' });

    it('begin with their frozen files and hold what was set', async () => {
      const store = await open();
      expect([await store.editions(), await store.editionsRevision()]).toEqual([[], 0]);
      expect(await store.commit([created], at(0))).toEqual({ ok: true, value: { revision: 1 } });
      const groups = [{ id: 'all', name: 'All', shortName: 'All', on: '2026-01-01', countries: ['XAA', 'XAB'] }];
      await store.commit(
        [
          { kind: 'edition-countries-set', countries: ['XAA', 'XAB'] },
          { kind: 'edition-groups-set', groups, mainGroup: 'all' },
          { kind: 'edition-calendar-set', calendar: { closes: '2027-01-31T00:00:00.000Z' } },
          { kind: 'edition-moved', to: 'collecting' },
        ],
        at(1),
      );
      await store.commit([created], at(0, 'od-2025'));
      const [first, second] = await store.editions();
      expect(first?.id).toBe('od-2025');
      expect(second).toEqual({
        id: 'od-2026',
        revision: 2,
        status: 'collecting',
        facts: created.facts,
        definition: created.definition,
        countries: ['XAA', 'XAB'],
        groups,
        mainGroup: 'all',
        calendar: { closes: '2027-01-31T00:00:00.000Z' },
      });
      expect(await store.editionsRevision()).toBe(3);
      const history = await store.history({ kind: 'edition', edition: 'od-2026' });
      expect(history).toHaveLength(5);
      expect(JSON.stringify(history)).not.toContain('canary');
      await store.close();
    });

    it('are made once, and move on from the revision they stand at alone', async () => {
      const store = await open();
      const both = await Promise.all([store.commit([created], at(0)), store.commit([created], at(0))]);
      expect(both.filter((saved) => saved.ok)).toHaveLength(1);
      const late = await store.commit([{ kind: 'edition-moved', to: 'collecting' }], at(0));
      expect(late).toMatchObject({ ok: false, problems: [{ code: 'stale-revision', details: { revision: 1 } }] });
      expect((await store.editions()).map(({ status }) => status)).toEqual(['preparing']);
      await store.close();
    });

    it('change their revision with each commit to them or to one of their submissions', async () => {
      const store = await open();
      await store.commit([created], at(0));
      const before = await store.editionRevision('od-2026');
      await store.commit([recorded('q1', 'some')], stamp(0, { subject: of('XAA', 'od-2026') }));
      const between = await store.editionRevision('od-2026');
      await store.commit([{ kind: 'edition-moved', to: 'collecting' }], at(1));
      expect(new Set([before, between, await store.editionRevision('od-2026')]).size).toBe(3);
      expect(await store.editionsRevision()).toBe(2);
      await store.close();
    });

    it('keep each publication for good, the newest first', async () => {
      const store = await open();
      await store.commit([created], at(0));
      for (const number of [1, 2]) {
        const body = { number, note: `Note ${number}`, snapshot: `{"canary":${number}}`, hash: `h${number}` };
        await store.commit([{ kind: 'edition-published', ...body }], at(number));
      }
      expect(await store.publications('od-2026')).toEqual([
        { number: 2, at: at(0).at, note: 'Note 2', snapshot: '{"canary":2}', hash: 'h2' },
        { number: 1, at: at(0).at, note: 'Note 1', snapshot: '{"canary":1}', hash: 'h1' },
      ]);
      expect((await store.editions())[0]?.status).toBe('published');
      expect(JSON.stringify(await store.history({ kind: 'edition', edition: 'od-2026' }))).not.toContain('canary');
      await store.close();
    });
  });
}
