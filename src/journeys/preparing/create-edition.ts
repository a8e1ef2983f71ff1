/**
 * Making an edition from a checked definition of the library, whose files are frozen into it.
 * Must never: take an id that is taken, here or in the library.
 */
import { done, type Outcome, refused } from '../../core/problem.js';
import { decideCreation, type EnteredEdition } from '../../core/workflow/decide-creation.js';
import { permit } from '../../core/workflow/permission.js';
import type { Person } from '../../core/workflow/roles.js';
import { freezeDefinition } from '../../library/frozen-definition.js';
import { allEditions } from '../editions.js';
import type { World } from '../world.js';

export interface WantedEdition extends Omit<EnteredEdition, 'definition'> {
  /** Id of a definition of the library. */
  readonly definition: string;
}

export const mayCreate = (world: Pick<World, 'clock'>, person: Person): Outcome<undefined> =>
  permit(person, 'create-edition', { now: world.clock() });

export async function createEdition(world: World, person: Person, wanted: WantedEdition): Promise<Outcome<string>> {
  const permitted = mayCreate(world, person);
  if (!permitted.ok) return permitted;
  const { id } = wanted;
  const frozen = freezeDefinition(world.library, wanted.definition);
  const taken = new Set((await allEditions(world)).map((edition) => edition.id));
  const decided = decideCreation({ taken }, { ...wanted, definition: frozen.ok ? frozen.value : undefined });
  if (!decided.ok) return decided;
  const subject = { kind: 'edition', edition: id } as const;
  const stamp = { subject, by: person.account, at: world.clock(), expecting: 0 };
  const committed = await world.store.commit(decided.value, stamp);
  if (committed.ok) return done(id);
  const isTaken = committed.problems[0]?.code === 'stale-revision';
  return isTaken ? refused({ code: 'edition-id-taken', details: { id }, field: 'id' }) : committed;
}
