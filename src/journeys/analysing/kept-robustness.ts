/**
 * The robustness results that are kept of an edition: which of them is of the results that are shown, and what it says.
 * Must never: show a result of another round, or one whose hash is not its own; ask who may see it (`seeResults` does).
 */
import type { RankStrength } from '../../core/report/material.js';
import type { Robustness } from '../../core/robustness/edition/robustness.js';
import type { KeptRobustness } from '../../store/store.js';
import type { ComputedEdition } from '../computed-edition.js';
import { sha256 } from '../publishing/releases.js';
import type { World } from '../world.js';
import { fingerprintOf } from './round-of.js';

/** How sure the ranks of just these results are, by the newest result that is of them; undefined where there is none. */
export async function currentRobustness(world: World, computed: ComputedEdition): Promise<RankStrength | undefined> {
  const standing = await standingRobustness(world, computed);
  if (standing === undefined) return undefined;
  const before = parsed.get(computed);
  const kept =
    before?.number === standing.number ? before : { ...standing, result: readResult(world, computed, standing) };
  parsed.set(computed, kept);
  kept.result.catch(() => parsed.delete(computed));
  return { result: await kept.result, widest: computed.edition.definition.robustness.widest };
}

/** What is kept of the result that stands beside these ranks, without what it says. */
export async function standingRobustness(world: World, computed: ComputedEdition): Promise<KeptRobustness | undefined> {
  const results = await keptResults(world, computed.edition.id);
  // Most editions that are being collected have none: then there is nothing to take a fingerprint for.
  if (results.length === 0) return undefined;
  const fingerprint = fingerprintOf(computed);
  return results.find((one) => one.fingerprint === fingerprint);
}

/** The last result of an edition, as a page tells of it. */
export interface LastRobustness extends Pick<KeptRobustness, 'number' | 'at' | 'by'> {
  /** Whether it is of the results that are shown, and stands beside their ranks. */
  readonly isCurrent: boolean;
}

/** The one that stands beside these ranks, or else the newest of what they were before. */
export async function lastRobustness(world: World, computed: ComputedEdition): Promise<LastRobustness | undefined> {
  const standing = await standingRobustness(world, computed);
  const last = standing ?? (await keptResults(world, computed.edition.id))[0];
  if (last === undefined) return undefined;
  const { number, at, by } = last;
  return { number, at, by, isCurrent: standing !== undefined };
}

/** Newest first; asked by every page with ranks, so read once until a result is added. */
export async function keptResults({ store }: World, edition: string): Promise<readonly KeptRobustness[]> {
  const revision = await store.editionsRevision();
  const own = lists.get(store) ?? new Map<string, Listed>();
  lists.set(store, own);
  const before = own.get(edition);
  if (before?.revision === revision) return before.results;
  const results = store.robustness(edition);
  own.set(edition, { revision, results });
  results.catch(() => own.delete(edition));
  return results;
}

interface Parsed {
  readonly number: number;
  readonly result: Promise<Robustness>;
}

/** Hangs on the results it is of, and goes with them. */
const parsed = new WeakMap<ComputedEdition, Parsed>();

async function readResult(world: World, { edition }: ComputedEdition, kept: KeptRobustness): Promise<Robustness> {
  const text = await world.store.robustnessResult(edition.id, kept.number);
  if (text === undefined || sha256(text) !== kept.hash) {
    throw new Error(`${edition.id}: robustness result ${kept.number} is not what its hash says`);
  }
  return JSON.parse(text) as Robustness;
}

interface Listed {
  readonly revision: number;
  readonly results: Promise<readonly KeptRobustness[]>;
}

const lists = new WeakMap<World['store'], Map<string, Listed>>();
