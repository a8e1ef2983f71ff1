/** Analyses of editions of a test's world, in one line each. */
import type { Outcome } from '../../../src/core/problem.js';
import type { Analyst } from '../../../src/core/robustness/edition/analyst.js';
import type { AnalysisOptions } from '../../../src/journeys/analysing/asked-of.js';
import { startAnalysis } from '../../../src/journeys/analysing/run-analysis.js';
import { type ComputedEdition, computedEdition } from '../../../src/journeys/computed-edition.js';
import type { World } from '../../../src/journeys/world.js';
import type { Edition } from '../../../src/library/library.js';
import { got } from '../answering/at-work.js';

/** Enough to have intervals, and quick. */
export const SMALL: AnalysisOptions = { runs: 60, baseSamples: 0 };

/** Some country has a score of 0, of which there is no geometric mean. */
export const IMPOSSIBLE: readonly string[] = ['aggregate=arithmetic|geometric'];

export function editionOf(world: World, id: string): Edition {
  const edition = world.library.editions.get(id);
  if (edition === undefined) throw new Error(`no edition ${id}`);
  return edition;
}

export const computedOf = (world: World, id: string): Promise<ComputedEdition> =>
  computedEdition(world, editionOf(world, id));

/** Begins an analysis and waits for its end. */
export async function analysed(
  world: World,
  edition: Edition,
  options: AnalysisOptions = SMALL,
): Promise<Outcome<{ number: number }>> {
  return got(await startAnalysis(world, { edition, by: 'the house', options })).done;
}

/** One that is at work until it is called off: it has done a third by then. */
export const patientAnalyst: Analyst = {
  analyse: (_job, { onProgress, signal }) => {
    onProgress(1 / 3);
    return new Promise((end) => {
      signal.addEventListener('abort', () => end({ ok: false, problems: [{ code: 'cancelled' }] }));
    });
  },
  unfinished: async () => [],
  close: async () => undefined,
};

export const codesOf = (outcome: Outcome<unknown>): readonly string[] =>
  outcome.ok ? [] : outcome.problems.map(({ code }) => code);
