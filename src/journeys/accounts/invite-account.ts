/**
 * Inviting somebody to a role: an account where there is none yet, the role, and a link by which to set a password.
 * Must never: send a password; tell who has none of these rights whether there is such an account.
 */
import { randomBytes } from 'node:crypto';
import { done, type Outcome } from '../../core/problem.js';
import type { AccountChange } from '../../core/workflow/change.js';
import type { Grant, Person } from '../../core/workflow/roles.js';
import type { World } from '../world.js';
import { checkGrant } from './check-grant.js';
import { newLink } from './links.js';
import { mayInvite } from './may-invite.js';
import { readPerson } from './read-person.js';

export interface Invitation {
  readonly email: string;
  readonly name: string;
  readonly grant: Grant;
}

export interface Invited {
  readonly account: string;
  /** Absent for who has a password already: the role is there, and nothing has to be set. */
  readonly link?: string;
  readonly expires?: string;
}

export async function inviteAccount(
  world: World,
  by: Person,
  { email, name, grant }: Invitation,
): Promise<Outcome<Invited>> {
  const may = await mayInvite(world, by, grant);
  if (!may.ok) return may;
  const known = await world.store.account({ email });
  const checked = await checkGrant(world, grant, known?.grants ?? []);
  const person = readPerson({ email, name: known?.name ?? name });
  if (!checked.ok || !person.ok) {
    return { ok: false, problems: [person, checked].flatMap((one) => (one.ok ? [] : one.problems)) };
  }
  const to = known ?? person.value;
  const link =
    known?.passwordHash === undefined
      ? newLink(world, { purpose: 'invitation', to, details: { role: grant.role, ...checked.value } })
      : undefined;
  const account = known?.id ?? randomBytes(16).toString('hex');
  const changes: readonly AccountChange[] = [
    ...(known === undefined ? [{ kind: 'account-created', ...person.value } as const] : []),
    { kind: 'role-granted', grant },
    ...(link === undefined ? [] : [link.change]),
  ];
  const committed = await world.store.commit(changes, {
    subject: { kind: 'account', account },
    by: by.account,
    at: world.clock(),
    expecting: known?.revision ?? 0,
    messages: link === undefined ? [] : [link.message],
  });
  if (!committed.ok) return committed;
  return done({ account, ...(link === undefined ? {} : { link: link.link, expires: link.expires }) });
}
