/**
 * What would be published now: who is in, who is not and why, the ranking, and what still stands in the way.
 * Must never: change anything, or be shown to anybody but the secretariat.
 */
import { done, type Outcome, type Problem, refused } from '../../core/problem.js';
import { permit } from '../../core/workflow/permission.js';
import type { Person } from '../../core/workflow/roles.js';
import type { Edition } from '../../library/library.js';
import { type ComputedEdition, computedEdition } from '../computed-edition.js';
import { findEdition, unknownEdition, whereIn } from '../editions.js';
import type { World } from '../world.js';
import { type KeptRelease, releasesOf } from './releases.js';

export interface Preview {
  /** With the absences as they would be published. */
  readonly edition: Edition;
  /** Of everything in the edition: what is confirmed must be what was shown. */
  readonly revision: number;
  /** Of the publication that comes next. */
  readonly number: number;
  /** Countries whose answers count, by code. */
  readonly included: readonly string[];
  readonly computed: ComputedEdition;
  /** Newest first. */
  readonly releases: readonly KeptRelease[];
  /** Why it cannot be published as it stands; empty where it can. */
  readonly problems: readonly Problem[];
}

/** Refused like an edition that does not exist for whoever may not publish it. */
export async function previewPublication(world: World, id: string, person: Person): Promise<Outcome<Preview>> {
  const found = await findEdition(world, id);
  if (!found.ok) return found;
  const allowed = permit(person, 'publish', whereIn(world, found.value));
  const inState = allowed.ok || allowed.problems[0]?.code === 'not-in-this-state';
  if (!inState || found.value.run === undefined) return refused(unknownEdition(id));
  const revision = await world.store.editionRevision(id);
  const candidate: Edition = { ...found.value, run: { ...found.value.run, shows: 'candidate' } };
  const computed = await computedEdition(world, candidate);
  const included = [...(computed.intake?.answers.keys() ?? [])];
  const releases = await releasesOf(world, id);
  const nothing: readonly Problem[] = included.length === 0 ? [{ code: 'nothing-to-publish' }] : [];
  const problems = [...(allowed.ok ? [] : allowed.problems), ...nothing];
  const number = (releases[0]?.number ?? 0) + 1;
  return done({ edition: computed.edition, revision, number, included, computed, releases, problems });
}
