/**
 * The roles and who holds them: a person is an account with grants, each a role in one edition (or in all), for a country's
 * own people with their country, for contributors with the sections given to them.
 * Must never: hold a password, an address or a session.
 */
export const ROLES = ['secretariat', 'validator', 'delegate', 'contributor', 'signatory', 'reader'] as const;
export type Role = (typeof ROLES)[number];

/** Roles that work for one country. */
export const COUNTRY_ROLES: readonly Role[] = ['delegate', 'contributor', 'signatory'];

export interface Grant {
  readonly role: Role;
  /** Id of an edition, or `*` for all of them (secretariat and validators only). */
  readonly edition: string;
  /** For the roles of a country. */
  readonly country?: string;
  /** For contributors: ids of the sections they may fill in; absent for all. */
  readonly sections?: readonly string[];
}

export interface Person {
  /** Id of the account; `visitor` for everyone who is not signed in. */
  readonly account: string;
  readonly name: string;
  readonly grants: readonly Grant[];
}

export const VISITOR: Person = { account: 'visitor', name: '', grants: [] };
