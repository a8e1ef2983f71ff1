/**
 * Who may give or take a role: the secretariat of an edition its roles, the secretariat of the house all of them.
 * Must never: let somebody give more than he or she holds.
 */
import { done, type Outcome, refused } from '../../core/problem.js';
import { permit } from '../../core/workflow/permission.js';
import type { Grant, Person } from '../../core/workflow/roles.js';
import { findEdition, whereIn } from '../editions.js';
import type { World } from '../world.js';

export const mayManage = (world: Pick<World, 'clock'>, by: Person): Outcome<undefined> =>
  permit(by, 'see-accounts', { now: world.clock() });

export async function mayInvite(world: World, by: Person, grant: Grant): Promise<Outcome<undefined>> {
  const managing = mayManage(world, by);
  if (managing.ok || grant.edition === '*' || grant.role === 'secretariat') return managing;
  const edition = await findEdition(world, grant.edition);
  if (!edition.ok) return managing;
  const invited = permit(by, 'invite', whereIn(world, edition.value));
  return invited.ok ? done(undefined) : refused(...invited.problems);
}
