/**
 * The robustness results that are kept of an edition: which of them is of the results that are shown, and what it says.
 * Must never: show a result of another round, or one whose hash is not its own; tell which answers are in doubt; ask who may see it (`seeResults` does).
 */
import type { RankStrength } from '../../core/report/material.js';
import { discreetRobustness } from '../../core/robustness/edition/discreet-robustness.js';
import { isRobustness } from '../../core/robustness/edition/is-robustness.js';
import type { Robustness } from '../../core/robustness/edition/robustness.js';
import type { KeptRobustness } from '../../store/store.js';
import type { ComputedEdition } from '../computed-edition.js';
import { sha256 } from '../sha256.js';
import { tellOperator } from '../tell-operator.js';
import { untilRevision } from '../until-revision.js';
import type { World } from '../world.js';
import { fingerprintOf } from './round-of.js';

/** A result that stands beside ranks: what is kept of it, and what it says to whoever sees them. */
export interface StandingRobustness extends KeptRobustness {
  readonly result: Robustness;
}

/** How sure the ranks of just these results are; undefined where there is no result of them. */
export async function currentRobustness(world: World, computed: ComputedEdition): Promise<RankStrength | undefined> {
  const standing = await standingRobustness(world, computed);
  if (standing === undefined) return undefined;
  return { result: standing.result, widest: computed.edition.definition.robustness.widest };
}

/** The newest result of just these results that can be read. Of one that cannot, the operator is told, and pages do without it. */
export async function standingRobustness(
  world: World,
  computed: ComputedEdition,
): Promise<StandingRobustness | undefined> {
  const results = await keptResults(world, computed.edition.id);
  // Most editions that are being collected have none: then there is nothing to take a fingerprint for.
  if (results.length === 0) return undefined;
  const before = read.get(computed);
  if (before?.of === results) return before.standing;
  const standing = newestWhole(world, computed, { results, before: before?.standing });
  read.set(computed, { of: results, standing });
  standing.catch(() => read.delete(computed));
  return standing;
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
export const keptResults = untilRevision(({ store }, edition) => store.robustness(edition));

interface Read {
  /** The list it was looked for in. */
  readonly of: readonly KeptRobustness[];
  readonly standing: Promise<StandingRobustness | undefined>;
}

/** Hangs on the results it is of, and goes with them. */
const read = new WeakMap<ComputedEdition, Read>();

interface LookedFor {
  readonly results: readonly KeptRobustness[];
  /** The one that stood here before a result of any edition was added. */
  readonly before: Read['standing'] | undefined;
}

async function newestWhole(
  world: World,
  computed: ComputedEdition,
  { results, before }: LookedFor,
): Promise<StandingRobustness | undefined> {
  const known = await before?.catch(() => undefined);
  const fingerprint = fingerprintOf(computed);
  const edition = computed.edition.id;
  for (const kept of results.filter((one) => one.fingerprint === fingerprint)) {
    if (kept.number === known?.number) return known;
    const result = readRobustness(await world.store.robustnessResult(edition, kept.number), kept.hash);
    if (typeof result !== 'string')
      return { ...kept, result: discreetRobustness(result, computed.edition.definition.framework) };
    tellOperator('a robustness result is not shown', { edition, number: kept.number, reason: result });
  }
  return undefined;
}

/** Or why it cannot be taken for what was kept. */
function readRobustness(text: string | undefined, hash: string): Robustness | string {
  if (text === undefined || sha256(text) !== hash) return 'it is not what its hash says: see alidade audit verify';
  const result = parsed(text);
  return isRobustness(result) ? result : 'it has the shape of another version: a new run takes its place';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
