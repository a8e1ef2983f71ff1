/**
 * Signing in: an e-mail address and a password → the account. One answer for every reason why not.
 * Must never: tell, by words or by time, whether there is such an account.
 */
import { done, type Outcome, refused } from '../../core/problem.js';
import type { Account } from '../../store/store.js';
import type { World } from '../world.js';
import { isPassword } from './passwords.js';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Refused with `sign-in-failed`: no such account, another password, not taken up yet, disabled. */
export async function signIn(
  { store }: Pick<World, 'store'>,
  { email, password }: Credentials,
): Promise<Outcome<Account>> {
  const account = await store.account({ email });
  const fits = await isPassword(password, account?.passwordHash);
  return account !== undefined && fits && !account.isDisabled ? done(account) : refused({ code: 'sign-in-failed' });
}
