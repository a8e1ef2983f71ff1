/**
 * What goes on beside the pages while the house is served: ranks that everybody sees and nobody has put to the test yet are, one
 * edition after the other, in threads.
 * Must never: hold up the start or the stop; begin again what came to nothing, or what somebody called off.
 */
import { analysisDue } from '../journeys/analysing/analysis-due.js';
import { startAnalysis } from '../journeys/analysing/run-analysis.js';
import type { World } from '../journeys/world.js';

/** Milliseconds from the start to the first look, so that who waits for the first page does not wait for this. */
const FIRST = 2_000;
/** Milliseconds between two looks. */
const PAUSE = 20_000;

/** @param log one line of JSON for each that ends, and for what cannot be looked at */
export function startAnalysingWork(world: World, log: NodeJS.WritableStream): { readonly stop: () => Promise<void> } {
  const say = (facts: object) => log.write(`${JSON.stringify({ time: Date.now(), ...facts })}\n`);
  let stopped = false;
  let timer: NodeJS.Timeout;
  let looking = Promise.resolve();
  const look = async (): Promise<void> => {
    try {
      for (const id of await analysisDue(world)) if (!stopped) await analyse(world, id, say);
    } catch (cause) {
      say({ level: 50, msg: 'robustness', reason: cause instanceof Error ? cause.message : String(cause) });
    }
    if (!stopped) timer = later(PAUSE);
  };
  const later = (wait: number): NodeJS.Timeout =>
    setTimeout(() => {
      looking = look();
    }, wait).unref();
  timer = later(FIRST);
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await world.analyst.close();
      await looking;
    },
  };
}

/** Who asked for what nobody asked for. */
const BY = 'alidade';

async function analyse(world: World, id: string, say: (facts: object) => void): Promise<void> {
  const edition = world.library.editions.get(id);
  if (edition === undefined) return;
  const begun = await startAnalysis(world, { edition, by: BY });
  const ended = begun.ok ? await begun.value.done : begun;
  const problems = ended.ok ? {} : { problems: ended.problems };
  say({ level: ended.ok ? 30 : 40, msg: 'robustness', edition: id, ...problems });
}
