/**
 * What the secretariat of the house does with accounts: see them, give and take roles, send a new link, disable and enable.
 * Must never: leave the house without anybody who may manage accounts.
 */
import { done, type Outcome, refused } from '../../core/problem.js';
import type { AccountChange, LinkPurpose } from '../../core/workflow/change.js';
import type { Grant, Person } from '../../core/workflow/roles.js';
import type { Account, Message } from '../../store/store.js';
import type { World } from '../world.js';
import { checkGrant } from './check-grant.js';
import { newLink } from './links.js';
import { mayInvite, mayManage } from './may-invite.js';

/** By e-mail address. */
export async function listAccounts(world: World, by: Person): Promise<Outcome<readonly Account[]>> {
  const may = mayManage(world, by);
  return may.ok ? done(await world.store.accounts()) : may;
}

export async function findAccount(
  world: World,
  by: Person,
  which: { readonly id: string } | { readonly email: string },
): Promise<Outcome<Account>> {
  const may = mayManage(world, by);
  if (!may.ok) return may;
  const account = await world.store.account(which);
  return account === undefined ? refused({ code: 'unknown-account' }) : done(account);
}

/** An account that is there gets one more role. */
export async function grantRole(world: World, by: Person, { account, grant }: RoleChange): Promise<Outcome<unknown>> {
  const may = await mayInvite(world, by, grant);
  if (!may.ok) return may;
  const checked = await checkGrant(world, grant, account.grants);
  return checked.ok ? change(world, by, { account, changes: [{ kind: 'role-granted', grant }] }) : checked;
}

export interface RoleChange {
  readonly account: Account;
  readonly grant: Grant;
}

export async function withdrawRole(
  world: World,
  by: Person,
  { account, grant }: RoleChange,
): Promise<Outcome<unknown>> {
  const may = await mayInvite(world, by, grant);
  if (!may.ok) return may;
  if (isHouse(grant) && (await isLast(world, account))) return refused({ code: 'last-secretariat' });
  return change(world, by, { account, changes: [{ kind: 'role-withdrawn', grant }] });
}

/** All sessions of the account end at once. */
export async function disableAccount(world: World, by: Person, account: Account): Promise<Outcome<unknown>> {
  const may = mayManage(world, by);
  if (!may.ok) return may;
  if (account.grants.some(isHouse) && (await isLast(world, account))) return refused({ code: 'last-secretariat' });
  return change(world, by, { account, changes: [{ kind: 'account-disabled' }] });
}

export async function enableAccount(world: World, by: Person, account: Account): Promise<Outcome<unknown>> {
  const may = mayManage(world, by);
  return may.ok ? change(world, by, { account, changes: [{ kind: 'account-enabled' }] }) : may;
}

/** Sends a link to set a password: the invitation again for who has none yet, else one to set a new one. */
export async function sendLink(world: World, by: Person, account: Account): Promise<Outcome<SentLink>> {
  const may = mayManage(world, by);
  if (!may.ok) return may;
  if (account.isDisabled) return refused({ code: 'account-disabled' });
  const purpose: LinkPurpose = account.passwordHash === undefined ? 'invitation' : 'reset';
  const { link, expires, change: issued, message } = newLink(world, { purpose, to: account });
  const sent = await change(world, by, { account, changes: [issued], messages: [message] });
  return sent.ok ? done({ link, expires }) : sent;
}

export interface SentLink {
  readonly link: string;
  readonly expires: string;
}

interface Wanted {
  readonly account: Account;
  readonly changes: readonly AccountChange[];
  readonly messages?: readonly Message[];
}

function change(world: World, by: Person, { account, changes, messages = [] }: Wanted): Promise<Outcome<unknown>> {
  const subject = { kind: 'account', account: account.id } as const;
  const { revision: expecting } = account;
  return world.store.commit(changes, { subject, by: by.account, at: world.clock(), expecting, messages });
}

const isHouse = ({ role, edition }: Grant): boolean => role === 'secretariat' && edition === '*';

/** Whether nobody else could manage accounts any more. */
async function isLast({ store }: World, { id }: Account): Promise<boolean> {
  const accounts = await store.accounts();
  return !accounts.some((one) => one.id !== id && !one.isDisabled && one.grants.some(isHouse));
}
