/**
 * The section `robustness` of a method: how ranks are put to the test, with what is usual where it says nothing.
 * Must never: change a score; hold what a method is computed by.
 */
import type { RobustnessPlan } from './library.js';

/** What holds where nothing is said. */
export const USUAL_PLAN: RobustnessPlan = {
  runs: 10_000,
  baseSamples: 512,
  seed: 1,
  design: 'random',
  onProblem: 'stop',
  widest: 3,
  doubt: { fairly: 0, guess: 0, returned: 0, adjusted: 0 },
  analyses: [{ id: 'weights', vary: ['weights:0.25'] }],
};
