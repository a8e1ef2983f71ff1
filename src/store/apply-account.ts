/**
 * What each change makes of the tables of an account: the person, the roles, the links, and the sessions that end.
 * Must never: see a password or a token; keep a session of who may no longer have one.
 */
import { done, type Outcome, type Problem, refused } from '../core/problem.js';
import type { AccountChange, Change } from '../core/workflow/change.js';
import type { Grant } from '../core/workflow/roles.js';
import { misplaced, type StampOf } from './subject.js';
import type { Tables, Work } from './tables.js';

/** E-mail addresses are compared without regard to case. Nobody has one that long, and to compare it could take very long. */
export function emailKey(email: string): string {
  return email.trim().slice(0, MOST_COMPARED).normalize('NFC').toLowerCase();
}

const MOST_COMPARED = 1000;

type Created = Extract<Change, { kind: 'account-created' }>;

/** Whether there was no account of this id and now there is; refused where another has the e-mail address. */
export async function createAccount(work: Work, { email, name }: Created, id: string): Promise<Outcome<boolean>> {
  const key = emailKey(email);
  const holder = await work.selectFrom('account').where('email_key', '=', key).select('id').executeTakeFirst();
  if (holder !== undefined && holder.id !== id) return refused({ code: 'email-taken', details: { email } });
  const made = await work
    .insertInto('account')
    .values({ id, revision: 1, email, email_key: key, name, password_hash: null, is_disabled: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done(Number(made.numInsertedOrUpdatedRows ?? 0) === 1);
}

export async function applyAccountChange(
  work: Work,
  change: Change,
  stamp: StampOf<'account'>,
): Promise<Problem | undefined> {
  const { account } = stamp.subject;
  switch (change.kind) {
    case 'password-set':
      return setPassword(work, change, stamp);
    case 'account-created':
      // Made when its revision was moved on from 0.
      return undefined;
    case 'role-granted':
      await grant(work, account, change.grant);
      return undefined;
    case 'role-withdrawn':
      await withdraw(work, account, change.grant);
      return undefined;
    case 'link-issued':
      await issueLink(work, account, change);
      return undefined;
    case 'signed-out-everywhere':
      await endSessions(work, account);
      return undefined;
    case 'account-disabled':
      await put(work, account, { is_disabled: 1 });
      await endSessions(work, account);
      return undefined;
    case 'account-enabled':
      await put(work, account, { is_disabled: 0 });
      return undefined;
    default:
      throw misplaced(change, stamp.subject);
  }
}

/** Uses up the link it came by, and with it every other that is open: who has set a password needs none of them. */
async function setPassword(
  work: Work,
  { passwordHash, tokenHash }: Extract<AccountChange, { kind: 'password-set' }>,
  { subject: { account }, at }: StampOf<'account'>,
): Promise<Problem | undefined> {
  const open = work
    .updateTable('link')
    .set({ used_at: at })
    .where('account', '=', account)
    .where('used_at', 'is', null);
  if (tokenHash !== undefined) {
    const used = await open.where('token_hash', '=', tokenHash).executeTakeFirst();
    if (Number(used.numUpdatedRows) !== 1) return { code: 'link-used' };
  }
  await open.execute();
  await put(work, account, { password_hash: passwordHash });
  await endSessions(work, account);
  return undefined;
}

async function put(work: Work, account: string, columns: Partial<Tables['account']>): Promise<void> {
  await work.updateTable('account').set(columns).where('id', '=', account).execute();
}

async function endSessions(work: Work, account: string): Promise<void> {
  await work.deleteFrom('session').where('account', '=', account).execute();
}

async function grant(work: Work, account: string, { role, edition, country, sections }: Grant): Promise<void> {
  const kept = sections === undefined ? null : JSON.stringify(sections);
  await work
    .insertInto('role_grant')
    .values({ account, role, edition, country: country ?? '', sections: kept })
    .onConflict((conflict) =>
      conflict.columns(['account', 'role', 'edition', 'country']).doUpdateSet({ sections: kept }),
    )
    .execute();
}

async function withdraw(work: Work, account: string, { role, edition, country }: Grant): Promise<void> {
  await work
    .deleteFrom('role_grant')
    .where('account', '=', account)
    .where('role', '=', role)
    .where('edition', '=', edition)
    .where('country', '=', country ?? '')
    .execute();
}

async function issueLink(
  work: Work,
  account: string,
  { tokenHash, purpose, expires }: Extract<AccountChange, { kind: 'link-issued' }>,
): Promise<void> {
  await work.insertInto('link').values({ token_hash: tokenHash, account, purpose, expires, used_at: null }).execute();
}
