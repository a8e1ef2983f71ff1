/**
 * Links that let somebody set a password: how one is made, how long it holds, and what one that came back is worth.
 * Must never: keep the token; hold for ever.
 */
import { createHash, randomBytes } from 'node:crypto';
import { done, type Outcome, refused } from '../../core/problem.js';
import type { AccountChange, LinkPurpose } from '../../core/workflow/change.js';
import type { Account, Message } from '../../store/store.js';
import type { World } from '../world.js';

/** How long each holds. */
const LINK_HOURS: Readonly<Record<LinkPurpose, number>> = { invitation: 14 * 24, reset: 2 };

export interface NewLink {
  /** To be sent, and never kept. */
  readonly link: string;
  readonly expires: string;
  readonly change: AccountChange;
  /** Tells the person of the link; the details hold it until the message has left. */
  readonly message: Message;
}

export interface LinkFor {
  readonly purpose: LinkPurpose;
  readonly to: Pick<Account, 'email' | 'name'>;
  /** What the message says besides name, link and time. */
  readonly details?: Readonly<Record<string, string>>;
}

export function newLink(
  { publicAddress, clock }: Pick<World, 'publicAddress' | 'clock'>,
  { purpose, to, details = {} }: LinkFor,
): NewLink {
  const token = randomBytes(32).toString('base64url');
  const tokenHash = hashOfToken(token);
  const expires = new Date(Date.parse(clock()) + LINK_HOURS[purpose] * 60 * 60 * 1000).toISOString();
  const link = `${publicAddress}/welcome/${token}`;
  return {
    link,
    expires,
    change: { kind: 'link-issued', purpose, tokenHash, expires },
    message: {
      once: `${purpose}:${tokenHash}`,
      to: to.email,
      template: purpose,
      details: { name: to.name, link, expires, ...details },
    },
  };
}

export interface OpenLink {
  readonly account: Account;
  readonly purpose: LinkPurpose;
  readonly expires: string;
  readonly tokenHash: string;
}

/** Refused with `link-unknown`, `link-used` or `link-expired`. The link of a disabled account is unknown. */
export async function openLink(
  { store, clock }: Pick<World, 'store' | 'clock'>,
  token: string,
): Promise<Outcome<OpenLink>> {
  const tokenHash = hashOfToken(token);
  const issued = await store.link(tokenHash);
  const account = issued === undefined ? undefined : await store.account({ id: issued.account });
  if (issued === undefined || account === undefined || account.isDisabled) return refused({ code: 'link-unknown' });
  const { purpose, expires, isUsed } = issued;
  if (isUsed) return refused({ code: 'link-used' });
  if (clock() >= expires) return refused({ code: 'link-expired' });
  return done({ account, purpose, expires, tokenHash });
}

const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');
