/**
 * Passwords: what is asked of one, and how it is kept and tried (argon2id, off the main thread).
 * Must never: keep or log a password; answer sooner because there is none to try.
 */
import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { done, type Outcome, refused } from '../../core/problem.js';

export const PASSWORD_LEAST = 12;
/** Longer texts are refused, not cut. */
const PASSWORD_MOST = 200;

/** A hash to keep; refused with `password-too-short`, `password-too-long` or `password-is-email`. No other rules. */
export async function hashPassword(password: string, email: string): Promise<Outcome<string>> {
  const text = plain(password);
  const length = text === undefined ? Number.POSITIVE_INFINITY : [...text].length;
  if (length < PASSWORD_LEAST) {
    return refused({ code: 'password-too-short', field: 'password', details: { least: PASSWORD_LEAST } });
  }
  if (text === undefined || length > PASSWORD_MOST) {
    return refused({ code: 'password-too-long', field: 'password', details: { most: PASSWORD_MOST } });
  }
  if (text.trim().toLowerCase() === plain(email)?.trim().toLowerCase()) {
    return refused({ code: 'password-is-email', field: 'password' });
  }
  return done(await hash(text));
}

/** Whether the password is the one that was kept; where none was, the same work is done and the answer is no. */
export async function isPassword(password: string, kept: string | undefined): Promise<boolean> {
  const text = plain(password);
  const fits = await verify(kept ?? (await decoy), text ?? '');
  return fits && text !== undefined && kept !== undefined;
}

/** The same letters from every keyboard; undefined for what is longer than any password, since that could take very long. */
const plain = (text: string): string | undefined =>
  text.length > PASSWORD_MOST * 8 ? undefined : text.normalize('NFKC');

/** What is tried where there is nothing to try. */
const decoy = hash(randomBytes(32).toString('base64url'));
