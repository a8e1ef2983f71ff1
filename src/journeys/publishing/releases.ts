/**
 * The publications of an edition with their snapshots, read once and kept until an edition is changed.
 * Must never: hand out a snapshot whose hash is not its own.
 */
import type { Edition, Release } from '../../library/library.js';
import { releasedAs } from '../editions.js';
import { sha256 } from '../sha256.js';
import { untilRevision } from '../until-revision.js';
import type { World } from '../world.js';
import { absences } from './intake.js';
import { type ReleaseSnapshot, readSnapshot } from './release-snapshot.js';

export interface KeptRelease extends Release {
  readonly snapshot: ReleaseSnapshot;
  /** Canonical JSON, as it was hashed. */
  readonly text: string;
}

/** Newest first; none before the first publication. */
export const releasesOf = untilRevision(async (world, edition): Promise<readonly KeptRelease[]> => {
  const publications = await world.store.publications(edition);
  return publications.map(({ number, at, note, snapshot, hash }) => {
    if (sha256(snapshot) !== hash) throw new Error(`${edition}: publication ${number} is not what its hash says`);
    return { number, at, note, hash, snapshot: readSnapshot(snapshot), text: snapshot };
  });
});

/** The edition as it was last published, or undefined. */
export async function releasedEdition(world: World, edition: Edition): Promise<Edition | undefined> {
  // Asked of every page: an edition that is not published is told by its status alone.
  if (edition.run?.status !== 'published') return undefined;
  const [latest] = await releasesOf(world, edition.id);
  return latest && editionOfRelease(world, edition, latest);
}

/** The edition as it stood in a release: countries, groups, who is absent and why. */
export function editionOfRelease(
  world: World,
  edition: Edition,
  { snapshot, text: _text, ...release }: KeptRelease,
): Edition {
  const { countries, groups, mainGroup, calendar } = snapshot;
  const { id: _id, ...facts } = snapshot.edition;
  const released = releasedAs(world, edition, { facts, release });
  return {
    ...released,
    countries,
    groups,
    mainGroup,
    withheld: absences(world.words, snapshot),
    ...(calendar.closes === undefined || released.run === undefined
      ? {}
      : { run: { ...released.run, closes: calendar.closes } }),
  };
}
