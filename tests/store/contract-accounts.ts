/** What every store must keep of accounts, their links and sessions, and of the messages on their way out. */
import { describe, expect, it } from 'vitest';
import type { AccountChange } from '../../src/core/workflow/change.js';
import type { Grant } from '../../src/core/workflow/roles.js';
import type { Message, Store } from '../../src/store/store.js';
import { recorded, stamp } from './contract-stamps.js';

const LATER = '2026-11-28T12:00:00.000Z';
const at = (account: string, expecting: number) => stamp(expecting, { subject: { kind: 'account', account } });
const created = (email: string): AccountChange => ({ kind: 'account-created', email, name: 'Ilse Marn' });
const issued = (tokenHash: string): AccountChange => ({
  kind: 'link-issued',
  purpose: 'invitation',
  tokenHash,
  expires: LATER,
});
const message = (once: string): Message => ({
  once,
  to: 'ilse@xaa.example',
  template: 'invitation',
  details: { link: 'https://index.example/welcome/secret' },
});

export function describeAccounts(name: string, open: () => Promise<Store>): void {
  describe(`accounts on ${name}`, () => {
    it('are found by id and by address in any case, with their roles', async () => {
      const store = await open();
      const delegate: Grant = { role: 'delegate', edition: 'demo', country: 'XAA' };
      const contributor: Grant = { role: 'contributor', edition: 'demo', country: 'XAA', sections: ['s1'] };
      const secretariat: Grant = { role: 'secretariat', edition: '*' };
      const roles = [delegate, contributor, secretariat].map((grant) => ({ kind: 'role-granted', grant }) as const);
      await store.commit([created('Ilse.Marn@XAA.example'), ...roles], at('a1', 0));
      const wider = { ...contributor, sections: ['s1', 's2'] };
      await store.commit(
        [
          { kind: 'role-granted', grant: wider },
          { kind: 'role-withdrawn', grant: delegate },
        ],
        at('a1', 1),
      );
      const account = await store.account({ email: ' ilse.marn@xaa.EXAMPLE' });
      expect(account).toEqual({
        id: 'a1',
        revision: 2,
        email: 'Ilse.Marn@XAA.example',
        name: 'Ilse Marn',
        isDisabled: false,
        grants: [secretariat, wider],
      });
      expect(await store.account({ id: 'a1' })).toEqual(account);
      expect(await store.accounts()).toEqual([account]);
      expect(await store.account({ email: 'nobody@xaa.example' })).toBeUndefined();
      await store.close();
    });

    it('never share an address, however it is written', async () => {
      const store = await open();
      await store.commit([created('ilse@xaa.example')], at('a1', 0));
      const second = await store.commit([created('ILSE@xaa.example')], at('a2', 0));
      expect(second).toMatchObject({ ok: false, problems: [{ code: 'email-taken' }] });
      expect(await store.accounts()).toHaveLength(1);
      expect(await store.commit([created('ilse@xaa.example')], at('a1', 0))).toMatchObject({
        ok: false,
        problems: [{ code: 'stale-revision' }],
      });
      await store.close();
    });

    it('take a link once, however many come at the same time', async () => {
      const store = await open();
      await store.commit([created('ilse@xaa.example'), issued('t1'), issued('t2')], at('a1', 0));
      expect(await store.link('t1')).toEqual({ account: 'a1', purpose: 'invitation', expires: LATER, isUsed: false });
      const set = (passwordHash: string) => ({ kind: 'password-set', passwordHash, tokenHash: 't1' }) as const;
      const many = await Promise.all(['p1', 'p2', 'p3'].map((hash) => store.commit([set(hash)], at('a1', 1))));
      expect(many.filter((saved) => saved.ok)).toHaveLength(1);
      expect(await store.commit([set('p4')], at('a1', 2))).toMatchObject({
        ok: false,
        problems: [{ code: 'link-used' }],
      });
      expect(await store.account({ id: 'a1' })).toMatchObject({ revision: 2, passwordHash: 'p1' });
      expect((await store.link('t1'))?.isUsed).toBe(true);
      // A password that was set leaves no other open link behind.
      expect((await store.link('t2'))?.isUsed).toBe(true);
      expect(await store.link('t3')).toBeUndefined();
      await store.close();
    });

    it('take no link that was issued to somebody else', async () => {
      const store = await open();
      await store.commit([created('ilse@xaa.example'), issued('t1')], at('a1', 0));
      await store.commit([created('oda@xab.example')], at('a2', 0));
      const stolen = { kind: 'password-set', passwordHash: 'p', tokenHash: 't1' } as const;
      expect(await store.commit([stolen], at('a2', 1))).toMatchObject({ ok: false, problems: [{ code: 'link-used' }] });
      expect((await store.link('t1'))?.isUsed).toBe(false);
      await store.close();
    });

    it('leave no secret in the log', async () => {
      const store = await open();
      await store.commit([created('ilse@xaa.example'), issued('canary-token')], at('a1', 0));
      const set = { kind: 'password-set', passwordHash: 'canary-password', tokenHash: 'canary-token' } as const;
      await store.commit([set], at('a1', 1));
      const history = await store.history({ kind: 'account', account: 'a1' });
      expect(history.map(({ change }) => change.kind)).toEqual(['password-set', 'link-issued', 'account-created']);
      expect(JSON.stringify(history)).not.toContain('canary');
      await store.close();
    });

    const endings: readonly AccountChange[] = [
      { kind: 'signed-out-everywhere' },
      { kind: 'account-disabled' },
      { kind: 'password-set', passwordHash: 'p' },
    ];
    it.each(endings)('end all their sessions with $kind, and nobody else’s', async (change) => {
      const store = await open();
      await store.commit([created('ilse@xaa.example')], at('a1', 0));
      for (const id of ['one', 'two']) await store.sessions.write(id, { account: 'a1', expires: LATER, data: '{}' });
      await store.sessions.write('other', { account: 'a2', expires: LATER, data: '{}' });
      await store.commit([change], at('a1', 1));
      const left = await Promise.all(['one', 'two', 'other'].map((id) => store.sessions.read(id, at('a1', 0).at)));
      expect(left).toEqual([undefined, undefined, { account: 'a2', expires: LATER, data: '{}' }]);
      expect((await store.account({ id: 'a1' }))?.isDisabled).toBe(change.kind === 'account-disabled');
      await store.commit([{ kind: 'account-enabled' }], at('a1', 2));
      expect((await store.account({ id: 'a1' }))?.isDisabled).toBe(false);
      await store.close();
    });

    it('leave a session ended that is touched after its end', async () => {
      const store = await open();
      const session = { account: 'a1', expires: LATER, data: '{}' };
      await store.sessions.write('one', session);
      await store.sessions.touch('one', { ...session, data: '{"seen":2}' });
      expect(await store.sessions.read('one', at('a1', 0).at)).toMatchObject({ data: '{"seen":2}' });
      await store.sessions.remove('one');
      await store.sessions.touch('one', session);
      expect(await store.sessions.read('one', at('a1', 0).at)).toBeUndefined();
      await store.close();
    });

    it('keep sessions until they expire or are removed', async () => {
      const store = await open();
      await store.sessions.write('one', { expires: '2026-11-21T13:00:00.000Z', data: '{"a":1}' });
      await store.sessions.write('one', { account: 'a1', expires: '2026-11-21T14:00:00.000Z', data: '{"a":2}' });
      await store.sessions.write('two', { expires: '2026-11-21T13:00:00.000Z', data: '{}' });
      expect(await store.sessions.read('one', '2026-11-21T13:59:59.999Z')).toMatchObject({ data: '{"a":2}' });
      expect(await store.sessions.read('one', '2026-11-21T14:00:00.000Z')).toBeUndefined();
      await store.sessions.sweep('2026-11-21T13:30:00.000Z');
      expect(await store.sessions.read('two', '2026-11-21T12:00:00.000Z')).toBeUndefined();
      await store.sessions.remove('one');
      expect(await store.sessions.read('one', '2026-11-21T12:00:00.000Z')).toBeUndefined();
      await store.close();
    });
  });

  describe(`the outbox on ${name}`, () => {
    const NOW = '2026-11-21T12:10:00.000Z';
    const LEASE = '2026-11-21T12:15:00.000Z';

    it('queues a message with the change it goes with, once, and with none that was refused', async () => {
      const store = await open();
      const messages = [message('m1')];
      await store.commit([recorded('q1', 'some')], { ...stamp(0), messages });
      await store.commit([recorded('q1', 'none')], { ...stamp(1), messages });
      await store.commit([recorded('q1', 'whole')], { ...stamp(1), messages: [message('m2')] });
      expect(await store.outbox.queue(message('m1'), NOW)).toBe(false);
      expect(await store.outbox.queue(message('m3'), NOW)).toBe(true);
      expect((await store.outbox.take(NOW, LEASE, 10)).map(({ once }) => once)).toEqual(['m1', 'm3']);
      await store.close();
    });

    it('gives a message to one worker at a time, and again when its lease ran out', async () => {
      const store = await open();
      for (const once of ['m1', 'm2', 'm3']) await store.outbox.queue(message(once), NOW);
      const taken = (await Promise.all([1, 2, 3, 4].map(() => store.outbox.take(NOW, LEASE, 1)))).flat();
      expect(taken.map(({ once, attempts }) => [once, attempts])).toEqual([
        ['m1', 1],
        ['m2', 1],
        ['m3', 1],
      ]);
      expect(taken[0]).toMatchObject({ to: 'ilse@xaa.example', template: 'invitation', details: message('').details });
      const again = await store.outbox.take(LEASE, '2026-11-21T12:20:00.000Z', 10);
      expect(again.map(({ attempts }) => attempts)).toEqual([2, 2, 2]);
      await store.close();
    });

    it('tries again when it was told to, never sends twice, and forgets the details of what has gone', async () => {
      const store = await open();
      for (const once of ['sent', 'later', 'given up']) await store.outbox.queue(message(once), NOW);
      const [sent, later, gone] = (await store.outbox.take(NOW, LEASE, 10)).map(({ id }) => id);
      await store.outbox.sent(sent ?? 0, NOW);
      await store.outbox.failed(later ?? 0, 'the server is busy', '2026-11-21T12:30:00.000Z');
      await store.outbox.failed(gone ?? 0, 'no such address');
      expect(await store.outbox.take('2026-11-21T12:29:00.000Z', LEASE, 10)).toEqual([]);
      const [due, ...others] = await store.outbox.take('2026-11-21T12:30:00.000Z', LEASE, 10);
      expect([due?.once, others]).toEqual(['later', []]);
      const listed = await store.outbox.list(10);
      expect(listed.map(({ sentAt, why, attempts }) => [sentAt, why, attempts])).toEqual([
        [undefined, 'no such address', 1],
        [undefined, 'the server is busy', 2],
        [NOW, undefined, 1],
      ]);
      expect(JSON.stringify(listed)).not.toContain('secret');
      expect(await store.outbox.list(1)).toHaveLength(1);
      await store.close();
    });
  });
}
