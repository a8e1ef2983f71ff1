/**
 * The people of the collected demonstration: an account for each role, all with one password that everybody may know.
 * Must never: be called for a house that others can reach; change an account that is there.
 */
import { createHash } from 'node:crypto';
import { done, type Outcome } from '../../core/problem.js';
import type { AccountChange } from '../../core/workflow/change.js';
import { COUNTRY_ROLES, type Grant, type Role } from '../../core/workflow/roles.js';
import { hashPassword } from '../accounts/passwords.js';
import type { SeedPerson, SeedWorld } from './seed-material.js';

export interface SignIn {
  readonly role: Role;
  readonly email: string;
  readonly password: string;
}

/** Long enough for every rule of passwords, and known to everybody. */
export const KNOWN_PASSWORD = 'open-by-default-2026';
/** The end of their addresses, which no mail reaches. */
export const PEOPLE_OF = '@alidade.example';
/** By whom everything is done that nobody with an account does. */
export const NOBODY = 'demonstration';

/** Makes the accounts that are not there yet; tells how one signs in with each that may. */
export async function seedPeople(
  { store, clock }: Pick<SeedWorld, 'store' | 'clock'>,
  people: readonly SeedPerson[],
): Promise<Outcome<readonly SignIn[]>> {
  const accounts = await store.accounts();
  const byEmail = new Map(accounts.map((account) => [account.email, account]));
  const missing = people.filter(({ email }) => !byEmail.has(email));
  // One hash for all: hashing is made to be slow.
  const passwordHash = missing.length === 0 ? done('') : await hashPassword(KNOWN_PASSWORD, '');
  if (!passwordHash.ok) return passwordHash;
  for (const person of missing) {
    const subject = { kind: 'account', account: idOf(person) } as const;
    const stamp = { subject, by: NOBODY, at: clock(), expecting: 0 };
    const made = await store.commit(changesOf(person, passwordHash.value), stamp);
    if (!made.ok) return made;
  }
  const open = people.filter(({ email }) => byEmail.get(email)?.isDisabled !== true);
  return done(open.map(({ role, email }) => ({ role, email, password: KNOWN_PASSWORD })));
}

export interface SeedPeople {
  /** Id of the account that has the role, for a country (and one of its sections) where the role belongs to one; else `demonstration`. */
  readonly of: (role: Role, country?: string, section?: string) => string;
}

export async function peopleIn({ accounts }: SeedWorld['store'], people: readonly SeedPerson[]): Promise<SeedPeople> {
  const ids = new Map((await accounts()).map(({ email, id }) => [email, id]));
  return {
    of: (role, country = '', section) => {
      const own = people.find(
        (person) =>
          person.role === role &&
          (person.country === '' || person.country === country) &&
          (section === undefined || person.sections.includes(section)),
      );
      return (own === undefined ? undefined : ids.get(own.email)) ?? NOBODY;
    },
  };
}

/** The same on every machine, like everything of the demonstration. */
const idOf = ({ email }: SeedPerson): string => createHash('sha256').update(email).digest('hex').slice(0, 32);

function changesOf(person: SeedPerson, passwordHash: string): readonly AccountChange[] {
  const { email, name } = person;
  return [
    { kind: 'account-created', email, name },
    { kind: 'role-granted', grant: grantOf(person) },
    { kind: 'password-set', passwordHash },
  ];
}

function grantOf({ role, edition, country, sections }: SeedPerson): Grant {
  return {
    role,
    edition,
    ...(COUNTRY_ROLES.includes(role) ? { country } : {}),
    ...(sections.length === 0 ? {} : { sections }),
  };
}
