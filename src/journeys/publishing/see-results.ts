/**
 * The one gate to results: published and demonstration editions are everybody's; those of an edition that is run here only from its
 * publication on, and before that the secretariat's and the validators', as provisional. Whoever may not see them is answered as if
 * there were no such edition.
 * Must never: be gone round by a page, file or chart that holds a score, a rank or an answer.
 */
import { done, type Outcome, refused } from '../../core/problem.js';
import { isTooLate } from '../../core/workflow/deadline.js';
import { permit } from '../../core/workflow/permission.js';
import type { Person } from '../../core/workflow/roles.js';
import type { EditionStatus } from '../../core/workflow/statuses.js';
import type { Edition } from '../../library/library.js';
import { allEditions, findEdition, provisional, unknownEdition, whereIn } from '../editions.js';
import type { World } from '../world.js';
import { releasedEdition } from './releases.js';

/** The edition as this person may see its results: as it was last published, or else as it stands. */
export async function seeResults(world: World, id: string, person: Person): Promise<Outcome<Edition>> {
  const found = await findEdition(world, id);
  if (!found.ok || found.value.kind !== 'collected') return found;
  const released = await releasedEdition(world, found.value);
  if (released !== undefined) return done(released);
  const allowed = permit(person, 'see-provisional', whereIn(world, found.value)).ok;
  return allowed ? done(provisional(world, found.value)) : refused(unknownEdition(id));
}

/** What is asked, for whoever may see the results and for whoever answers. */
export async function seeQuestionnaire(world: World, id: string, person: Person): Promise<Outcome<Edition>> {
  const results = await seeResults(world, id, person);
  if (results.ok) return results;
  const found = await findEdition(world, id);
  const answers = found.ok && person.grants.some((grant) => grant.edition === id && grant.country !== undefined);
  return answers ? found : results;
}

/** Whether what is shown is not published, and so is shown to few and kept nowhere. */
export const isProvisional = ({ run }: Edition): boolean => typeof run?.shows === 'string';

/** The editions whose results are everybody's, as they were last published. */
export async function publicEditions(world: World): Promise<readonly Edition[]> {
  const editions = await Promise.all(
    (await allEditions(world)).map((edition) =>
      edition.kind === 'collected' ? releasedEdition(world, edition) : edition,
    ),
  );
  return editions.filter((edition) => edition !== undefined);
}

/** What everybody may know of an edition that is under way. */
export interface UnderWay {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly invented: boolean;
  readonly status: Exclude<EditionStatus, 'preparing' | 'published'>;
  /** ISO instant until which countries answer. */
  readonly closes?: string;
  /** Whether countries may still answer. */
  readonly isOpen: boolean;
}

/** Editions that are announced and not yet published, by id; one that is being prepared is nobody's business yet. */
export async function editionsUnderWay(world: World): Promise<readonly UnderWay[]> {
  return (await allEditions(world)).flatMap((edition) => underWay(world, edition));
}

export async function editionUnderWay(world: World, id: string): Promise<UnderWay | undefined> {
  const found = await findEdition(world, id);
  return found.ok ? underWay(world, found.value)[0] : undefined;
}

function underWay(world: World, { id, title, year, run }: Edition): readonly UnderWay[] {
  if (run === undefined || run.status === 'preparing' || run.status === 'published') return [];
  const { status, closes, invented } = run;
  const isOpen = status === 'collecting' && (closes === undefined || !isTooLate(world.clock(), closes));
  return [{ id, title, year, invented, status, isOpen, ...(closes === undefined ? {} : { closes }) }];
}
