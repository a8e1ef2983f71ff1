/**
 * Whether a role makes sense: an edition there is, a country that takes part for the roles of a country, sections that are asked.
 * Must never: ask who gives it (may-invite does).
 */
import { done, type Outcome, type Problem, refused } from '../../core/problem.js';
import { COUNTRY_ROLES, type Grant, type Role } from '../../core/workflow/roles.js';
import { takesBothSides } from '../../core/workflow/two-sides.js';
import type { Edition } from '../../library/library.js';
import { findEdition } from '../editions.js';
import type { World } from '../world.js';

/** What a message calls the place of the role. */
export interface GrantNames {
  readonly edition?: string;
  readonly country?: string;
}

/** Roles that may be held in all editions at once. */
const IN_ALL: readonly Role[] = ['secretariat', 'validator'];

/** @param held the roles the person has already */
export async function checkGrant(world: World, grant: Grant, held: readonly Grant[]): Promise<Outcome<GrantNames>> {
  if (takesBothSides(held, grant)) return refused({ code: 'both-sides', field: 'role' });
  if (grant.edition === '*') {
    return IN_ALL.includes(grant.role) ? done({}) : refused({ code: 'role-needs-edition', field: 'edition' });
  }
  const edition = await findEdition(world, grant.edition);
  if (!edition.ok) return refused(...edition.problems.map((problem) => ({ ...problem, field: 'edition' })));
  if (edition.value.kind !== 'collected') {
    return refused({ code: 'edition-not-run', field: 'edition', details: { edition: edition.value.title } });
  }
  const problem = countryProblem(edition.value, grant) ?? sectionProblem(edition.value, grant);
  if (problem !== undefined) return refused(problem);
  const { title } = edition.value;
  const { country } = grant;
  return done({
    edition: title,
    ...(country === undefined ? {} : { country: world.library.countries.nameOf(country) }),
  });
}

function countryProblem({ countries, title }: Edition, { role, country }: Grant): Problem | undefined {
  if (!COUNTRY_ROLES.includes(role)) {
    return country === undefined ? undefined : { code: 'role-without-country', field: 'country' };
  }
  if (country === undefined) return { code: 'role-needs-country', field: 'country' };
  if (countries.includes(country)) return undefined;
  return { code: 'unknown-country', field: 'country', details: { country, edition: title } };
}

function sectionProblem({ definition }: Edition, { role, sections }: Grant): Problem | undefined {
  if (sections === undefined) return undefined;
  if (role !== 'contributor') return { code: 'sections-for-contributors', field: 'sections' };
  const asked = definition.questionnaire?.sections.map(({ id }) => id) ?? [];
  const section = sections.find((one) => !asked.includes(one));
  if (section !== undefined) return { code: 'unknown-section', field: 'sections', details: { section } };
  return sections.length === 0 ? { code: 'sections-required', field: 'sections' } : undefined;
}
