/**
 * Where signing in leads back to: only ever a path of ours.
 * Must never: send anybody to another site.
 */
import { addressOf } from './addresses.js';

/** The path that was asked for, or undefined where it is none of ours. */
export function localPath(typed: unknown): string | undefined {
  if (typeof typed !== 'string' || !/^\/(?![/\\])/.test(typed) || typed.length > 2000) return undefined;
  if (!URL.canParse(typed, HERE)) return undefined;
  const { origin, pathname, search } = new URL(typed, HERE);
  // Browsers drop tabs and line breaks: what is left must still not name a host.
  return origin === HERE && !pathname.startsWith('//') ? `${pathname}${search}` : undefined;
}

const HERE = 'http://here.invalid';

/** The page to sign in on, which leads back to where somebody was. */
export const signInAddress = (then: string): string =>
  then === addressOf.home || localPath(then) === undefined
    ? addressOf.signIn
    : `${addressOf.signIn}?then=${encodeURIComponent(then)}`;
