/**
 * How often something secret may be tried: so many times by one address for one account, and more often by one address in all. Never
 * counted by the account alone, or anybody could keep a country out of its own account.
 * Must never: let attempts that run side by side pass uncounted.
 */
import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Problem } from '../core/problem.js';
import type { Site } from './site.js';

export interface Attempts {
  /** Counts one attempt on somebody; the problem where there were too many. Says in the head when to try again. */
  readonly count: (request: Request, response: Response, whom: string) => Promise<Problem | undefined>;
  /** Takes back what was counted: it was right. */
  readonly forgive: (request: Request, whom: string) => Promise<void>;
}

/** What a page needs where a secret is tried. */
export interface Guarded {
  readonly site: Site;
  readonly attempts: Attempts;
}

export interface Allowed {
  readonly perPair: number;
  readonly perAddress: number;
  /** The time in which so many are allowed. */
  readonly minutes: number;
}

export function limitAttempts({ perPair, perAddress, minutes }: Allowed): Attempts {
  const duration = minutes * 60;
  const pairs = new RateLimiterMemory({ points: perPair, duration });
  const addresses = new RateLimiterMemory({ points: perAddress, duration });
  return {
    count: async (request, response, whom) => {
      const address = networkOf(request.ip ?? '');
      try {
        // By address first: who tries many accounts must not fill the memory with pairs.
        await addresses.consume(address);
        await pairs.consume(pairOf(address, whom));
        return undefined;
      } catch (cause) {
        if (!(cause instanceof RateLimiterRes)) throw cause;
        response.set('Retry-After', String(Math.ceil(cause.msBeforeNext / 1000)));
        return { code: 'too-many-attempts', details: { minutes: Math.ceil(cause.msBeforeNext / 60_000) } };
      }
    },
    forgive: async (request, whom) => {
      const address = networkOf(request.ip ?? '');
      await Promise.all([addresses.reward(address), pairs.delete(pairOf(address, whom))]);
    },
  };
}

const pairOf = (address: string, whom: string): string =>
  createHash('sha256')
    .update(`${address} ${whom.trim().slice(0, MOST_COMPARED).normalize('NFC').toLowerCase()}`)
    .digest('base64url');

/** Nobody has an e-mail address that long, and to bring it into one form could take very long. */
const MOST_COMPARED = 1000;

/** Whoever has one address of version 6 has the whole network it stands in. */
function networkOf(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/, '');
  if (!plain.includes(':')) return plain;
  const [before = '', after] = plain.split('::');
  const [front, back] = [before, after ?? ''].map((part) => part.split(':').filter((one) => one !== ''));
  const known = (front?.length ?? 0) + (back?.length ?? 0);
  const all =
    after === undefined
      ? front
      : [...(front ?? []), ...Array<string>(Math.max(0, 8 - known)).fill('0'), ...(back ?? [])];
  return (all ?? []).slice(0, 4).join(':');
}
