/**
 * Addresses of public pages and files, read strictly: http or https, a host, no user name or password, nothing that a
 * browser would quietly drop or turn round. Kept as typed.
 * Must never: accept what would run or disguise itself when somebody clicks it; fetch.
 */
import type { Problem } from '../../problem.js';
import { excerpt } from './question-type.js';

const LONGEST = 2048;

/** What is wrong with the address, or undefined. */
export function addressFault(link: string): Problem | undefined {
  const details = { link: excerpt(link) };
  if (link.length > LONGEST) return { code: 'link-too-long', details: { ...details, most: LONGEST } };
  if (!/^https?:\/\//i.test(link)) return { code: 'link-not-web', details };
  // The parser of browsers forgives these; a reader cannot see what becomes of them.
  if (/[\s\p{C}<>"\\`]/u.test(link) || !/^https?:\/\/[^/?#]/i.test(link)) return { code: 'link-malformed', details };
  const parsed = URL.canParse(link) ? new URL(link) : undefined;
  if (parsed === undefined) return { code: 'link-malformed', details };
  // An empty user name leaves no trace in the parsed address, hence the look at the text.
  if (parsed.username !== '' || parsed.password !== '' || /^https?:\/\/[^/?#]*@/i.test(link)) {
    return { code: 'link-with-password', details };
  }
  return undefined;
}

/** The same for two ways of writing one address. */
export const canonicalAddress = (link: string): string => new URL(link).href;
