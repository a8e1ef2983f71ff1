/**
 * Taking up an invitation, or setting a new password by a link that was sent: the link is used up, and every session there was ends.
 * Must never: use a link up before the password is one that can be kept.
 */
import { done, type Outcome } from '../../core/problem.js';
import type { Account } from '../../store/store.js';
import type { World } from '../world.js';
import { openLink } from './links.js';
import { hashPassword } from './passwords.js';

export async function takeUpLink(
  world: Pick<World, 'store' | 'clock'>,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<Outcome<Account>> {
  const link = await openLink(world, token);
  if (!link.ok) return link;
  const { account, tokenHash } = link.value;
  const hashed = await hashPassword(password, account.email);
  if (!hashed.ok) return hashed;
  const set = await world.store.commit([{ kind: 'password-set', passwordHash: hashed.value, tokenHash }], {
    subject: { kind: 'account', account: account.id },
    by: account.id,
    at: world.clock(),
    expecting: account.revision,
  });
  if (set.ok) return done({ ...account, passwordHash: hashed.value });
  // Somebody was quicker, most likely the same person with the same link: what it is worth now is the answer.
  const again = await openLink(world, token);
  return again.ok ? set : again;
}
