/**
 * Whether a house has accounts that everybody can sign in with: the people of a demonstration, as long as they kept their password.
 * Must never: be the reason that somebody is signed in.
 */
import type { Store } from '../../store/store.js';
import { isPassword } from '../accounts/passwords.js';
import { KNOWN_PASSWORD, PEOPLE_OF } from './seed-people.js';

/** E-mail addresses of the accounts that are open to everybody. */
export async function openToEverybody(store: Pick<Store, 'accounts'>): Promise<readonly string[]> {
  const accounts = (await store.accounts()).filter(({ email, isDisabled }) => !isDisabled && email.endsWith(PEOPLE_OF));
  const known = await Promise.all(accounts.map(({ passwordHash }) => isPassword(KNOWN_PASSWORD, passwordHash)));
  return accounts.filter((_account, place) => known[place]).map(({ email }) => email);
}
