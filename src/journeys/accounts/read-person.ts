/**
 * Name and e-mail address of somebody as they are typed, checked and tidied.
 * Must never: change more of an address than the space around it; take a line break, which would end a header of a message.
 */
import { done, type Outcome, type Problem } from '../../core/problem.js';

const MOST = 200;

/** Without space around it; left as it is where it is too long in any case, for that could take very long. */
const tidied = (text: string): string => (text.length > MOST * 4 ? text : text.trim().normalize('NFC'));

/** What moves a cursor, or turns the direction of what follows: a name with it would pass for something else. */
const UNSEEN = /[\p{Cc}\u{202a}-\u{202e}\u{2066}-\u{2069}]/gu;

export function readPerson(typed: { readonly email: string; readonly name: string }): Outcome<{
  readonly email: string;
  readonly name: string;
}> {
  const email = tidied(typed.email);
  const name = tidied(typed.name.replace(UNSEEN, ' ').replace(/\s+/g, ' '));
  const problems: readonly Problem[] = [
    ...(isAddress(email) ? [] : [{ code: 'email-malformed', field: 'email' }]),
    ...(name === '' ? [{ code: 'name-required', field: 'name' }] : []),
    ...(name.length > MOST ? [{ code: 'name-too-long', field: 'name', details: { most: MOST } }] : []),
  ];
  return problems.length === 0 ? done({ email, name }) : { ok: false, problems };
}

/** One @ with something on both sides and nothing that could part an address line; the message itself is the real test. */
const isAddress = (text: string): boolean =>
  text.length <= MOST &&
  /^[^\s@<>(),;:"\\[\]\p{Cc}\p{Cf}]+@[^\s@<>(),;:"\\[\]\p{Cc}\p{Cf}]+\.[^\s@<>(),;:"\\[\]\p{Cc}\p{Cf}]+$/u.test(text);
