/** What every store must keep of robustness results. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { RobustnessChange } from '../../src/core/workflow/change.js';
import type { Store } from '../../src/store/store.js';
import { of, recorded, stamp } from './contract-stamps.js';

const found = (number: number, result = `{"canary":${number}}`): RobustnessChange => ({
  kind: 'robustness-stored',
  number,
  fingerprint: `round ${number}`,
  result,
  hash: createHash('sha256').update(result).digest('hex'),
});

const to = (edition: string) => ({ subject: { kind: 'robustness', edition } as const });

export function describeRobustness(name: string, open: () => Promise<Store>): void {
  describe(`robustness results on ${name}`, () => {
    it('are kept for an edition of the library as for one that is run here, the newest first, each for good', async () => {
      const store = await open();
      const created = {
        kind: 'edition-created',
        facts: { title: 'Own', series: 'own', year: 2026, invented: true },
        definition: { id: 'd', hash: 'h', files: {} },
      } as const;
      await store.commit([created], stamp(0, { subject: { kind: 'edition', edition: 'own' } }));
      for (const edition of ['own', 'ourdata-2023']) {
        expect(await store.robustness(edition)).toEqual([]);
        expect(await store.commit([found(1)], stamp(0, to(edition)))).toEqual({ ok: true, value: { revision: 1 } });
      }
      const later = { ...to('own'), by: 'Oda Pell', at: '2026-11-22T08:00:00.000Z' };
      expect(await store.commit([found(2)], stamp(1, later))).toEqual({ ok: true, value: { revision: 2 } });
      const { fingerprint, hash } = found(1);
      const first = { number: 1, fingerprint, hash, by: 'Ilse Marn', at: '2026-11-21T12:03:00.000Z' };
      expect(await store.robustness('ourdata-2023')).toEqual([first]);
      expect(await store.robustness('own')).toEqual([
        { number: 2, fingerprint: 'round 2', hash: found(2).hash, by: 'Oda Pell', at: '2026-11-22T08:00:00.000Z' },
        first,
      ]);
      expect(await store.robustnessResult('own', 1)).toBe('{"canary":1}');
      expect(await store.robustnessResult('own', 2)).toBe('{"canary":2}');
      expect(await store.robustnessResult('own', 3)).toBeUndefined();
      expect(await store.robustnessResult('ourdata-2023', 2)).toBeUndefined();
      expect(await store.verifyLog()).toMatchObject({ ok: true, value: { lines: 4 } });
      await store.close();
    });

    it('are numbered without a gap: who built on an older number is refused, and nothing is kept', async () => {
      const store = await open();
      await store.commit([found(1)], stamp(0, to('own')));
      for (const [number, expecting] of [
        [1, 0],
        [3, 2],
      ] as const) {
        const refusal = await store.commit([found(number)], stamp(expecting, to('own')));
        expect(refusal).toMatchObject({ ok: false, problems: [{ code: 'stale-revision', details: { revision: 1 } }] });
      }
      await expect(store.commit([found(7)], stamp(1, to('own')))).rejects.toThrow('does not follow');
      await expect(store.commit([found(2), found(2)], stamp(1, to('own')))).rejects.toThrow();
      await expect(store.commit([recorded('q1', 'some')], stamp(1, to('own')))).rejects.toThrow('does not belong');
      expect((await store.robustness('own')).map(({ number }) => number)).toEqual([1]);
      expect(await store.verifyLog()).toMatchObject({ ok: true, value: { lines: 1 } });
      await store.close();
    });

    it('that are stored at the same time become one, and the other is told', async () => {
      const store = await open();
      const many = await Promise.all(
        [1, 2, 3, 4].map((of) => store.commit([found(1, `{"of":${of}}`)], stamp(0, to('own')))),
      );
      expect(many.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await store.robustness('own')).toHaveLength(1);
      await store.close();
    });

    it('are told in a history of their own, which keeps their hash and not their body', async () => {
      const store = await open();
      await store.commit([recorded('q1', 'some')], stamp(0, { subject: of('XAA', 'own') }));
      await store.commit([found(1)], stamp(0, to('own')));
      const history = await store.history(to('own').subject);
      expect(history).toEqual([
        { change: { ...found(1), result: '' }, by: 'Ilse Marn', at: '2026-11-21T12:03:00.000Z', revision: 1 },
      ]);
      expect(await store.history({ kind: 'edition', edition: 'own' })).toEqual([]);
      await store.close();
    });

    it('move what pages about an edition are kept by, and not what its results are kept by', async () => {
      const store = await open();
      await store.commit([recorded('q1', 'some')], stamp(0, { subject: of('XAA', 'own') }));
      const [results, pages] = [await store.editionRevision('own'), await store.editionsRevision()];
      const seen = new Set([pages]);
      for (const number of [1, 2]) {
        await store.commit([found(number)], stamp(number - 1, to('own')));
        seen.add(await store.editionsRevision());
      }
      expect(seen.size).toBe(3);
      expect(await store.editionRevision('own')).toBe(results);
      await store.close();
    });
  });
}
