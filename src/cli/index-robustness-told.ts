/**
 * What a robustness run tells of itself: how far it is, and behind the numbers what they were made of.
 * Must never: write a line nobody watches, or let the clock into a result.
 */
import type { Input } from '../core/robustness/scenarios/input.js';
import type { RobustnessRun } from './index-robustness-input.js';
import type { Shell } from './shell.js';

export interface Progress {
  /** The share that is done, 0 to 1. */
  readonly tell: (share: number) => void;
  readonly end: () => void;
}

/** Milliseconds between two lines. */
const PAUSE = 100;

/** One line that is written over, where somebody is watching. */
export function progressOn({ isWatched, err }: Pick<Shell, 'isWatched' | 'err'>): Progress {
  if (!isWatched) return { tell: () => undefined, end: () => undefined };
  let next = Date.now() + PAUSE;
  let isShown = false;
  return {
    tell: (share) => {
      const now = Date.now();
      if (now < next) return;
      next = now + PAUSE;
      isShown = true;
      err(`\r\u001b[K${Math.floor(share * 100)} % computed`);
    },
    end: () => {
      if (isShown) err('\r\u001b[K');
    },
  };
}

/** All that is needed to run it again. */
export function accountOf(
  run: RobustnessRun,
  counts: { readonly failed: number; readonly evaluations?: number },
): object {
  const { analysis, onProblem } = run;
  const how =
    analysis === 'replay'
      ? { replay: run.file, replications: run.replications.length }
      : { [analysis === 'robustness' ? 'replications' : 'baseSamples']: run.count, design: run.design, seed: run.seed };
  return { ...how, ...counts, onProblem, inputs: run.inputs.map(described) };
}

function described(input: Input): object {
  switch (input.kind) {
    case 'weights':
      return { input: 'weights', drawn: input.how.type === 'spread' ? input.how.spread : input.how.type };
    case 'doubt':
      return { input: 'doubt', answers: input.answers.length };
    case 'drop':
      return { input: 'drop', drawn: 'indicators' };
    default:
      return { input: input.kind, alternatives: input.alternatives.map(({ label }) => label) };
  }
}
