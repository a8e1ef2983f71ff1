/**
 * Which editions of the library are shown without a robustness result of their results, so that a service keeps them up to date by
 * itself. Asked again and again: where nothing has moved it looks at a revision and no further.
 * Must never: run anything; name an edition whose analysis came to nothing, until its results are others.
 */
import { ENGINE } from '../../core/scoring/engine.js';
import type { Edition } from '../../library/library.js';
import { computedEdition, contentRevision } from '../computed-edition.js';
import type { World } from '../world.js';
import { currentRobustness, keptResults } from './kept-robustness.js';
import { analysisOf, hasFailed } from './run-analysis.js';

/** Ids of published and demonstration editions, in the library's order. */
export async function analysisDue(world: World): Promise<readonly string[]> {
  const due: string[] = [];
  for (const edition of world.library.editions.values()) {
    if (edition.analyses.length > 0 && (await isDue(world, edition))) due.push(edition.id);
  }
  return due;
}

/** Milliseconds for which a demonstration that somebody plays with is left alone. */
const QUIET = 30_000;

/** Milliseconds between two results of a demonstration: each is kept for good, and playing must not fill a disk. */
const PACE = 600_000;

/** By edition, the revision of the content that needs nothing. */
const settled = new WeakMap<World['store'], Map<string, number>>();

async function isDue(world: World, edition: Edition): Promise<boolean> {
  const own = settled.get(world.store) ?? new Map<string, number>();
  settled.set(world.store, own);
  const revision = await contentRevision(world, edition);
  if (own.get(edition.id) === revision || analysisOf(world, edition.id)?.state === 'running') return false;
  if (edition.kind === 'demonstration' && !((await isItsTurn(world, edition)) && (await isQuiet(world, edition)))) {
    return false;
  }
  const computed = await computedEdition(world, edition);
  const current = await currentRobustness(world, computed);
  const isDone = current?.result.engine === ENGINE || hasFailed(world, computed);
  if (isDone) own.set(edition.id, computed.revision);
  return !isDone;
}

async function isItsTurn(world: World, { id }: Edition): Promise<boolean> {
  const [last] = await keptResults(world, id);
  return last === undefined || Date.parse(world.clock()) - Date.parse(last.at) >= PACE;
}

async function isQuiet(world: World, { id }: Edition): Promise<boolean> {
  const submissions = await world.store.submissions(id);
  const saved = submissions.flatMap(({ savedAt }) => (savedAt === undefined ? [] : Date.parse(savedAt)));
  return Date.parse(world.clock()) - Math.max(...saved, Number.NEGATIVE_INFINITY) >= QUIET;
}
