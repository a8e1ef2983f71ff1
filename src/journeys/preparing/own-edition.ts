/**
 * An edition that is run here, as whoever runs it may see it with its settings; and the one way its settings are written.
 * Must never: tell apart, for who may not see it, an edition that is not there; write on facts that have moved on.
 */
import { done, type Outcome, refused } from '../../core/problem.js';
import type { EditionChange } from '../../core/workflow/change.js';
import { type Action, permit } from '../../core/workflow/permission.js';
import { type Person, VISITOR } from '../../core/workflow/roles.js';
import type { Edition } from '../../library/library.js';
import type { KeptEdition, Submission } from '../../store/store.js';
import { findEdition, whereIn } from '../editions.js';
import type { World } from '../world.js';

/** Refused like what does not exist where the person may not do this there. */
export async function editionFor(world: World, person: Person, asked: EditionAsked): Promise<Outcome<Edition>> {
  const nothing = refused({ code: person.account === VISITOR.account ? 'sign-in-first' : 'not-permitted' });
  const found = await findEdition(world, asked.edition);
  if (!found.ok || found.value.kind !== 'collected') return nothing;
  const permitted = permit(person, asked.action, whereIn(world, found.value));
  return permitted.ok ? found : permitted;
}

export interface EditionAsked {
  readonly edition: string;
  readonly action: Action;
}

export interface OwnEdition {
  readonly person: Person;
  /** Its settings as they are kept; `revision` is what a change is based on. */
  readonly kept: KeptEdition;
  readonly edition: Edition;
  /** Of countries that have begun. */
  readonly submissions: readonly Submission[];
}

export async function loadOwnEdition(world: World, person: Person, id: string): Promise<Outcome<OwnEdition>> {
  const edition = await editionFor(world, person, { edition: id, action: 'change-edition' });
  if (!edition.ok) return edition;
  const kept = (await world.store.editions()).find((one) => one.id === id);
  if (kept === undefined) return refused({ code: 'not-permitted' });
  return done({ person, kept, edition: edition.value, submissions: await world.store.submissions(id) });
}

/** Commits what was decided; refused with `edition-stale` where somebody else was quicker. */
export async function commitEdition(
  world: World,
  { person, kept }: Pick<OwnEdition, 'person' | 'kept'>,
  { changes, expecting }: { readonly changes: Outcome<readonly EditionChange[]>; readonly expecting: number },
): Promise<Outcome<{ readonly revision: number }>> {
  if (kept.revision !== expecting) return refused(STALE);
  if (!changes.ok) return changes;
  const subject = { kind: 'edition', edition: kept.id } as const;
  const stamp = { subject, by: person.account, at: world.clock(), expecting };
  const committed = await world.store.commit(changes.value, stamp);
  if (committed.ok || committed.problems[0]?.code !== 'stale-revision') return committed;
  return refused(STALE);
}

const STALE = { code: 'edition-stale' };
