/** What of the present does not follow from the log is found, whichever table it stands in (S6). */
import { createHash } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/core/workflow/canonical-json.js';
import type { Change } from '../../src/core/workflow/change.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store, Subject } from '../../src/store/store.js';
import { aFolder } from './a-folder.js';
import { recorded, stamp } from './contract-stamps.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const folder = aFolder();

async function opened(where: string): Promise<Store> {
  const store = await openStore(where);
  if (!store.ok) throw new Error(JSON.stringify(store.problems));
  return store.value;
}

/** A house in which everything has happened that can: roles, an edition that was published, a submission on all its ways. */
beforeAll(async () => {
  const store = await opened(folder);
  const revisions = new Map<string, number>();
  const happens = async (subject: Subject, ...changes: readonly Change[]): Promise<void> => {
    const key = JSON.stringify(subject);
    const committed = await store.commit(changes, stamp(revisions.get(key) ?? 0, { subject }));
    if (!committed.ok) throw new Error(JSON.stringify(committed.problems));
    revisions.set(key, committed.value.revision);
  };
  const person = { kind: 'account', account: 'a1' } as const;
  const own = { kind: 'edition', edition: 'own' } as const;
  const xaa = { kind: 'submission', edition: 'own', country: 'XAA' } as const;
  const facts = { title: 'Own', series: 'own', year: 2026, invented: true };
  const delegate = { role: 'delegate', edition: 'own', country: 'XAA' } as const;
  await happens(person, { kind: 'account-created', email: 'i@xaa.example', name: 'I' });
  await happens(person, { kind: 'role-granted', grant: delegate });
  await happens(person, { kind: 'role-granted', grant: { ...delegate, role: 'contributor', sections: ['one'] } });
  await happens(person, { kind: 'role-granted', grant: { role: 'reader', edition: 'own' } });
  await happens(person, { kind: 'role-withdrawn', grant: { role: 'reader', edition: 'own' } });
  await happens(person, { kind: 'account-disabled' }, { kind: 'account-enabled' }, { kind: 'account-disabled' });
  const definition = { id: 'd', hash: 'h', files: { 'method.yaml': 'title: M' } };
  await happens(own, { kind: 'edition-created', facts, definition }, { kind: 'edition-moved', to: 'collecting' });
  await happens(xaa, { kind: 'submission-begun' }, recorded('q1', 'whole'));
  await happens(xaa, { kind: 'remark-recorded', question: 'q1', remark: { comment: 'so it is' } });
  await happens(xaa, { kind: 'remark-recorded', question: 'q2', remark: { comment: 'no' } });
  await happens(xaa, { kind: 'remark-recorded', question: 'q2', remark: {} });
  const address = 'https://law.example';
  const evidence = { id: 'e1', question: 'q1', kind: 'link', title: 'The law', address } as const;
  await happens(xaa, { kind: 'evidence-attached', evidence });
  const snapshot = { answers: { q1: { value: 'whole' } }, remarks: {}, evidence: [evidence] };
  const frozen = { kind: 'submission-submitted', snapshot, hash: sha256(canonicalJson(snapshot)) } as const;
  await happens(xaa, frozen);
  await happens(xaa, { kind: 'validation-begun' });
  await happens(xaa, {
    kind: 'answer-assessed',
    key: 'q1',
    assessment: { finding: 'accepted' },
  });
  await happens(xaa, { kind: 'submission-validated' }, { kind: 'submission-reopened', reason: 'again' });
  await happens(xaa, { kind: 'submission-validated' }, { kind: 'submission-signed-off' });
  const text = canonicalJson({ index: 0.5 });
  await happens(own, { kind: 'edition-published', number: 1, note: '', snapshot: text, hash: sha256(text) });
  const result = JSON.stringify({ runs: 1000 });
  const found = { kind: 'robustness-stored', fingerprint: 'f1', result, hash: sha256(result) } as const;
  await happens({ kind: 'robustness', edition: 'own' }, { ...found, number: 1 });
  await happens({ kind: 'robustness', edition: 'own' }, { ...found, number: 2 });
  await happens({ kind: 'robustness', edition: 'of-the-library' }, { ...found, number: 1 });
  await store.close();
});

async function verified(...statements: readonly string[]) {
  const copy = aFolder();
  copyFileSync(join(folder, 'alidade.db'), join(copy, 'alidade.db'));
  const db = new Database(join(copy, 'alidade.db'));
  const triggers = db.prepare("select name from sqlite_master where type = 'trigger'").all() as { name: string }[];
  for (const { name } of triggers) db.exec(`drop trigger ${name}`);
  for (const statement of statements) expect(db.prepare(statement).run().changes).toBeGreaterThan(0);
  db.close();
  const store = await opened(copy);
  const outcome = await store.verifyLog();
  await store.close();
  return outcome;
}

describe('the present', () => {
  it('follows from the log as it was written', async () => {
    expect(await verified()).toMatchObject({ ok: true });
  });

  it.each([
    ['somebody gave himself a role', "insert into role_grant values ('a1', 'secretariat', '*', '', null)"],
    ['a role was taken away', "delete from role_grant where role = 'delegate'"],
    ['a contributor got more sections', "update role_grant set sections = null where role = 'contributor'"],
    ['a disabled account was let in again', 'update account set is_disabled = 0'],
    ['a submission was passed', "update submission set status = 'validated'"],
    ['an edition was opened again', "update edition set status = 'collecting'"],
    ['a remark was altered', `update remark set remark = '{"comment":"no"}'`],
    ['evidence was taken out', 'delete from evidence'],
    ['an assessment was altered', `update assessment set assessment = '{"finding":"adjusted"}'`],
    ['what was submitted was altered', `update submission_snapshot set snapshot = replace(snapshot, 'whole', 'none')`],
    ['what was published was altered', `update publication set snapshot = '{"index":0.9}'`],
    [
      'what was published was altered with its hash',
      `update publication set snapshot = '{"index":0.9}', hash = '${sha256('{"index":0.9}')}'`,
    ],
    ['a robustness result was altered', `update robustness set result = '{"runs":9}' where edition = 'own'`],
    [
      'a robustness result was altered with its hash',
      `update robustness set result = '{"runs":9}', hash = '${sha256('{"runs":9}')}'`,
    ],
    ['a robustness result was put under another round', `update robustness set fingerprint = 'f2' where number = 2`],
    ['a robustness result was given an earlier day', `update robustness set at = '2020-01-01T00:00:00.000Z'`],
    ['an earlier robustness result was taken out', `delete from robustness where edition = 'own' and number = 1`],
  ])('does not follow when %s', async (_what, statement) => {
    expect(await verified(statement)).toMatchObject({ ok: false, problems: [{ code: 'fact-altered' }] });
  });

  it('does not follow when the last robustness result was taken out, or one put there that nobody computed', async () => {
    const altered = { ok: false, problems: [{ code: 'revision-altered' }] };
    expect(await verified(`delete from robustness where edition = 'of-the-library'`)).toMatchObject(altered);
    const more =
      'insert into robustness select edition, 3, at, by, fingerprint, result, hash from robustness where number = 2';
    expect(await verified(more)).toMatchObject(altered);
  });
});
