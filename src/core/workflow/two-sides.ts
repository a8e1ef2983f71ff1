/**
 * Who answers does not judge: in one edition nobody works both for a country and for the house.
 * Must never: hold against somebody what he or she does in another edition.
 */
import { COUNTRY_ROLES, type Grant, type Role } from './roles.js';

const JUDGES: readonly Role[] = ['secretariat', 'validator'];

/** Whether a role, beside those that are held, would put a person on both sides of an edition. */
export function takesBothSides(held: readonly Grant[], grant: Grant): boolean {
  return held.some((other) => isInOneEdition(other, grant) && (isAcross(other, grant) || isAcross(grant, other)));
}

const isInOneEdition = (one: Grant, other: Grant): boolean =>
  one.edition === other.edition || one.edition === '*' || other.edition === '*';

const isAcross = (judge: Grant, answering: Grant): boolean =>
  JUDGES.includes(judge.role) && COUNTRY_ROLES.includes(answering.role);
