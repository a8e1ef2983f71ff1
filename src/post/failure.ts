/**
 * What a failed attempt means: a code for the outbox page, and when to try again.
 * Must never: keep what a mail server answered, for it may quote the letter.
 */

/** The receiver's address is none: nothing to try again. */
export const NO_ADDRESS = 'mail-address';

/** Attempts before a message is given up. */
const MOST_ATTEMPTS = 8;
const MINUTE = 60_000;
const LONGEST_PAUSE = 12 * 60 * MINUTE;

/**
 * When a message that failed is tried again: after 1, 4, 16 … minutes, never more than 12 hours; undefined when it is given up.
 * @param attempts how often it was tried, this time included
 * @param why a code of `whyOf`
 */
export function nextAttempt(attempts: number, why: string, now: string): string | undefined {
  if (attempts >= MOST_ATTEMPTS || why === NO_ADDRESS) return undefined;
  const pause = Math.min(LONGEST_PAUSE, MINUTE * 4 ** (attempts - 1));
  return new Date(Date.parse(now) + pause).toISOString();
}

/** Whether a message that failed is not tried again. */
export const isGivenUp = (attempts: number, why: string): boolean =>
  nextAttempt(attempts, why, new Date(0).toISOString()) === undefined;

/** `mail-refused 550`: a key of `page.outbox.why`, and what the server's number or the system's word for it is. */
export function whyOf(cause: unknown): string {
  const known = typeof cause === 'object' && cause !== null ? (cause as Readonly<Record<string, unknown>>) : {};
  const code = typeof known.code === 'string' && /^[A-Z_]{1,30}$/.test(known.code) ? known.code : '';
  const answer = typeof known.responseCode === 'number' ? String(known.responseCode) : '';
  const kind =
    KINDS.find(({ codes }) => codes.includes(code))?.kind ?? (answer === '' ? 'mail-failed' : 'mail-refused');
  return `${kind} ${answer || code}`.trim();
}

const KINDS: readonly { readonly kind: string; readonly codes: readonly string[] }[] = [
  { kind: 'mail-sign-in', codes: ['EAUTH', 'ENOAUTH', 'EOAUTH2'] },
  {
    kind: 'mail-unreachable',
    codes: [
      'ECONNECTION',
      'ECONNREFUSED',
      'ECONNRESET',
      'EDNS',
      'ENOTFOUND',
      'ESOCKET',
      'ETIMEDOUT',
      'ETLS',
      'EHOSTUNREACH',
    ],
  },
  { kind: 'mail-refused', codes: ['EENVELOPE', 'EMESSAGE', 'EPROTOCOL'] },
  { kind: 'mail-folder', codes: ['EACCES', 'ENOSPC', 'EROFS', 'EIO', 'EDQUOT', 'EEXIST', 'ENOTDIR'] },
];
