/**
 * A role as a form states it → a grant. Whether it makes sense is checked by the journey.
 * Must never: take an account, a revision or a right from the form.
 */
import { done, type Outcome, refused } from '../core/problem.js';
import { COUNTRY_ROLES, type Grant, ROLES } from '../core/workflow/roles.js';
import { textOf } from './text-of.js';

export function readGrant(body: unknown): Outcome<Grant> {
  const role = ROLES.find((one) => one === textOf(body, 'role'));
  if (role === undefined) return refused({ code: 'role-required', field: 'role' });
  const edition = textOf(body, 'edition') === '' ? '*' : textOf(body, 'edition');
  const country = textOf(body, 'country').trim().toUpperCase();
  const sections = textOf(body, 'sections')
    .split(/[\s,]+/)
    .filter((one) => one !== '');
  const ofCountry = COUNTRY_ROLES.includes(role);
  return done({
    role,
    edition,
    ...(ofCountry && country !== '' ? { country } : {}),
    ...(role === 'contributor' && sections.length > 0 ? { sections } : {}),
  });
}
