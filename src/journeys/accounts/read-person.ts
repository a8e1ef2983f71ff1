/**
 * Name and e-mail address of somebody as they are typed, checked and tidied.
 * Must never: change more of an address than the space around it; take a line break, which would end a header of a message.
 */
import { done, type Outcome, type Problem } from '../../core/problem.js';

const MOST = 200;

export function readPerson(typed: { readonly email: string; readonly name: string }): Outcome<{
  readonly email: string;
  readonly name: string;
}> {
  const email = typed.email.trim().normalize('NFC');
  const name = typed.name.trim().normalize('NFC').replace(/\s+/g, ' ');
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
  /^[^\s@<>(),;:"\\[\]\p{Cc}]+@[^\s@<>(),;:"\\[\]\p{Cc}]+\.[^\s@<>(),;:"\\[\]\p{Cc}]+$/u.test(text);
