/**
 * What people do with their own account: change the password, sign out everywhere, ask for a link when the password is forgotten.
 * Must never: change a password without the one there is, or a link that was sent.
 */
import { done, type Outcome, refused } from '../../core/problem.js';
import type { AccountChange } from '../../core/workflow/change.js';
import type { Account } from '../../store/store.js';
import type { World } from '../world.js';
import { newLink } from './links.js';
import { hashPassword, isPassword } from './passwords.js';

type Open = Pick<World, 'store' | 'clock'>;

/** All sessions end, this one too; refused with `password-wrong` or what hashPassword refuses. */
export async function changePassword(
  world: Open,
  id: string,
  { present, next }: { readonly present: string; readonly next: string },
): Promise<Outcome<Account>> {
  const account = await world.store.account({ id });
  const fits = await isPassword(present, account?.passwordHash);
  if (account === undefined || !fits) return refused({ code: 'password-wrong', field: 'present' });
  const hashed = await hashPassword(next, account.email);
  if (!hashed.ok) return hashed;
  const set = await change(world, account, { kind: 'password-set', passwordHash: hashed.value });
  return set.ok ? done({ ...account, passwordHash: hashed.value }) : set;
}

export async function signOutEverywhere(world: Open, id: string): Promise<Outcome<unknown>> {
  const account = await world.store.account({ id });
  return account === undefined ? done(undefined) : change(world, account, { kind: 'signed-out-everywhere' });
}

/**
 * Sends a link to whoever has this address; where nobody has, nothing is sent and nothing is told. Who was invited and has not set a
 * password yet gets one as well.
 */
export async function requestReset(
  world: Open & Pick<World, 'publicAddress'>,
  email: string,
): Promise<Outcome<undefined>> {
  let sent = await sendReset(world, email);
  // Nobody is there to ask again: whoever asked was told already that a link is on its way.
  for (let more = 3; more > 0 && !sent.ok && sent.problems[0]?.code === 'stale-revision'; more -= 1) {
    sent = await sendReset(world, email);
  }
  return sent;
}

async function sendReset(world: Open & Pick<World, 'publicAddress'>, email: string): Promise<Outcome<undefined>> {
  const account = await world.store.account({ email });
  if (account === undefined || account.isDisabled) return done(undefined);
  if ((await recentResets(world, account)) >= MOST_RESETS) return done(undefined);
  const issued = newLink(world, { purpose: 'reset', to: account });
  const sent = await world.store.commit([issued.change], {
    subject: { kind: 'account', account: account.id },
    by: account.id,
    at: world.clock(),
    expecting: account.revision,
    messages: [issued.message],
  });
  return sent.ok ? done(undefined) : sent;
}

/** So many links an hour, whoever asks from wherever: the ones that were sent hold for longer, so that this keeps nobody out. */
const MOST_RESETS = 10;
const HOUR = 60 * 60 * 1000;

async function recentResets({ store, clock }: Open, { id }: Account): Promise<number> {
  const since = new Date(Date.parse(clock()) - HOUR).toISOString();
  const logged = await store.history({ kind: 'account', account: id });
  return logged.filter(({ change: { kind }, by, at }) => kind === 'link-issued' && by === id && at > since).length;
}

function change(world: Open, { id, revision }: Account, one: AccountChange): Promise<Outcome<unknown>> {
  const subject = { kind: 'account', account: id } as const;
  return world.store.commit([one], { subject, by: id, at: world.clock(), expecting: revision });
}
