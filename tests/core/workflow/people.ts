/** People by role, for tests of the workflow: each holds exactly one grant. */
import type { Grant, Person, Role } from '../../../src/core/workflow/roles.js';

const COUNTRY_ROLES: readonly Role[] = ['delegate', 'contributor', 'signatory'];

/** In the edition `e1`; the roles of a country for XAA; a contributor for the section `policy`. */
export function aPerson(role: Role, given: Partial<Grant> = {}): Person {
  const grant: Grant = {
    role,
    edition: 'e1',
    ...(COUNTRY_ROLES.includes(role) ? { country: 'XAA' } : {}),
    ...(role === 'contributor' ? { sections: ['policy'] } : {}),
    ...given,
  };
  return { account: `a-${role}`, name: role, grants: [grant] };
}
