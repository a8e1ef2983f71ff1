/**
 * Runs a robustness analysis of an edition's results off the main thread and keeps what it leaves: one at a time for an edition,
 * with its progress for whoever looks, until somebody calls it off.
 * Must never: ask who may (`beginAnalysis` does); keep half a result, or one that another run has numbered before.
 */
import { done, type Outcome, type Problem, refused } from '../../core/problem.js';
import type { RobustnessJob } from '../../core/robustness/edition/job.js';
import type { Edition } from '../../library/library.js';
import { type ComputedEdition, computedEdition } from '../computed-edition.js';
import { sha256 } from '../sha256.js';
import type { World } from '../world.js';
import { type AnalysisOptions, askedOf } from './asked-of.js';
import { standingRobustness } from './kept-robustness.js';
import { fingerprintOf, roundOf } from './round-of.js';

export interface AnalysisStart {
  /** As the gate handed it out: what it shows is what is analysed. */
  readonly edition: Edition;
  /** Id of an account, or a name of the house. */
  readonly by: string;
  readonly options?: AnalysisOptions;
}

export interface RunningAnalysis {
  /** The number the result is kept under, or why there is none; never fails otherwise. */
  readonly done: Promise<Outcome<{ readonly number: number }>>;
  /** Tells the share that is done, 0 to 1, whenever it has grown. */
  readonly onProgress: (listener: (share: number) => void) => void;
}

/** How the last analysis of an edition goes or went since the house was opened. */
export type AnalysisState =
  | { readonly state: 'running'; readonly share: number }
  | { readonly state: 'failed'; readonly problems: readonly Problem[] }
  | { readonly state: 'cancelled'; readonly share: number }
  | { readonly state: 'done'; readonly number: number };

/**
 * Refused with `analysis-runs` while another is under way, and with what is wrong with what is asked; what goes wrong later is
 * what `done` comes to.
 */
export async function startAnalysis(world: World, start: AnalysisStart): Promise<Outcome<RunningAnalysis>> {
  const { edition, by, options } = start;
  if (isRunning(world, edition.id)) return refused(runs(edition));
  const computed = await computedEdition(world, edition);
  const asked = await askedOf(world, computed, options);
  // Somebody else may have begun one meanwhile.
  if (isRunning(world, edition.id)) return refused(runs(edition));
  if (!asked.ok) {
    // A slip in what somebody asked for is told at once, and is no run that came to nothing.
    if (options === undefined)
      registryOf(world).set(edition.id, entryOf(computed, { state: 'failed', problems: asked.problems }));
    return asked;
  }
  const entry = entryOf(computed, { state: 'running', share: 0 });
  registryOf(world).set(edition.id, entry);
  const job = { round: roundOf(computed), asked: asked.value };
  const listeners: ((share: number) => void)[] = [];
  const onShare = (share: number): void => {
    if (entry.state.state !== 'running') return;
    entry.state = { state: 'running', share };
    for (const listener of listeners) listener(share);
  };
  return done({
    done: carryThrough(world, entry, { computed, by, job, onShare }),
    onProgress: (listener) => void listeners.push(listener),
  });
}

/** Undefined where none was begun since the house was opened. */
export const analysisOf = (world: World, edition: string): AnalysisState | undefined =>
  registryOf(world).get(edition)?.state;

/** Whether there was one to call off. What it had done is kept for the next time. */
export function cancelAnalysis(world: World, edition: string): boolean {
  if (!isRunning(world, edition)) return false;
  registryOf(world).get(edition)?.cancelling.abort();
  return true;
}

/** Whether the last analysis of an edition was of these results and came to nothing. */
export function hasFailed(world: World, { edition, revision }: Pick<ComputedEdition, 'edition' | 'revision'>): boolean {
  const entry = registryOf(world).get(edition.id);
  const isOver = entry?.state.state === 'failed' || entry?.state.state === 'cancelled';
  return isOver && entry.revision === revision;
}

interface Entry {
  state: AnalysisState;
  /** Of the results it is or was about. */
  readonly revision: number;
  readonly cancelling: AbortController;
}

const entryOf = ({ revision }: ComputedEdition, state: AnalysisState): Entry => ({
  state,
  revision,
  cancelling: new AbortController(),
});

const registries = new WeakMap<World['store'], Map<string, Entry>>();

function registryOf({ store }: World): Map<string, Entry> {
  const own = registries.get(store) ?? new Map<string, Entry>();
  registries.set(store, own);
  return own;
}

const isRunning = (world: World, edition: string): boolean => analysisOf(world, edition)?.state === 'running';

const runs = ({ title }: Edition): Problem => ({ code: 'analysis-runs', details: { edition: title } });

interface Carried {
  readonly computed: ComputedEdition;
  readonly by: string;
  readonly job: RobustnessJob;
  readonly onShare: (share: number) => void;
}

async function carryThrough(
  world: World,
  entry: Entry,
  { computed, by, job, onShare }: Carried,
): Promise<Outcome<{ readonly number: number }>> {
  const share = (): number => (entry.state.state === 'running' ? entry.state.share : 0);
  let outcome: Outcome<{ readonly number: number }>;
  try {
    const { signal } = entry.cancelling;
    const analysed = await world.analyst.analyse(job, { onProgress: onShare, signal });
    outcome = analysed.ok ? await keep(world, computed, { by, result: analysed.value }) : analysed;
  } catch (cause) {
    // Nobody may be waiting for it any more: what broke is told like what went wrong.
    const reason = cause instanceof Error ? cause.message : String(cause);
    outcome = refused({ code: 'analysis-broken', details: { reason } });
  }
  if (outcome.ok) entry.state = { state: 'done', number: outcome.value.number };
  else if (outcome.problems[0]?.code === 'cancelled') entry.state = { state: 'cancelled', share: share() };
  else entry.state = { state: 'failed', problems: outcome.problems };
  return outcome;
}

/**
 * Under the next number, again with the one after it where another process was faster. What stands beside these ranks already is not
 * kept twice.
 */
async function keep(
  world: World,
  computed: ComputedEdition,
  { by, result }: { readonly by: string; readonly result: string },
): Promise<Outcome<{ readonly number: number }>> {
  const edition = computed.edition.id;
  const found = {
    kind: 'robustness-stored',
    fingerprint: fingerprintOf(computed),
    result,
    hash: sha256(result),
  } as const;
  for (;;) {
    const before = await world.store.robustness(edition);
    // One that cannot be read any more stands beside nothing.
    const standing = await standingRobustness(world, computed);
    if (standing?.hash === found.hash) return done({ number: standing.number });
    const expecting = before[0]?.number ?? 0;
    const stamp = { subject: { kind: 'robustness', edition }, by, at: world.clock(), expecting } as const;
    const kept = await world.store.commit([{ ...found, number: expecting + 1 }], stamp);
    if (kept.ok) return done({ number: kept.value.revision });
    if (kept.problems[0]?.code !== 'stale-revision') return kept;
  }
}
