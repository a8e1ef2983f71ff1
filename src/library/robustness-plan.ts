/**
 * How ranks are put to the test: what is usual where a method says nothing of it, and what its words come to in an index.
 * Must never: change a score; vary what cannot be read; know an answer (which ones are in doubt, only the edition knows).
 */
import type { Input } from '../core/robustness/scenarios/input.js';
import type { Framework } from '../core/scoring/framework.js';
import type { Method } from '../core/scoring/method.js';
import { readVaried, type VaryFault } from './index-vary.js';
import { hasOwnWeights, settle } from './index-vary-settle.js';
import type { RobustnessPlan } from './library.js';

/** What holds where nothing is said. Where each country has weights of its own, none could vary, and indicators are left out instead. */
export function usualPlan(method: Method): RobustnessPlan {
  const analysis = hasOwnWeights(method)
    ? { id: 'indicators', vary: ['drop:indicators'] }
    : { id: 'weights', vary: ['weights:0.25'] };
  return {
    runs: 10_000,
    baseSamples: 512,
    seed: 1,
    design: 'random',
    onProblem: 'stop',
    widest: 3,
    doubt: { fairly: 0, guess: 0, returned: 0, adjusted: 0 },
    analyses: [analysis],
  };
}

export type InputsRead =
  | {
      /** In the order in which they are drawn, without answers in doubt, which come behind all. */
      readonly inputs: readonly Input[];
      readonly withDoubt: boolean;
    }
  | {
      /** For whoever typed the words. */
      readonly sentences: readonly string[];
      /** The same by the place of the word. */
      readonly faults: readonly VaryFault[];
    };

interface Measured {
  readonly framework: Framework;
  readonly method: Method;
}

/** `vary`: words as behind --vary, and `doubt`. */
export function inputsOf(vary: readonly string[], { framework, method }: Measured): InputsRead {
  const plain = vary.flatMap((word, at) => (word === DOUBT ? [] : [{ word, at }]));
  const read = readVaried(plain.map(({ word }) => word));
  const settled = settle(read.varied, framework, method);
  const placeOf = (at = 0): number => plain[at]?.at ?? 0;
  const twice = vary.flatMap((word, at) => (word === DOUBT && vary.indexOf(DOUBT) < at ? [at] : []));
  const faults = [
    ...twice.map((at) => ({ at, message: `'${DOUBT}' is there twice` })),
    ...read.faults.map(({ at, message }) => ({ at: placeOf(at), message })),
    ...settled.faults.map(({ kind, message }) => ({ at: placeOf(read.places.get(kind)), message })),
  ].sort((a, b) => a.at - b.at);
  if (faults.length > 0) {
    return { faults, sentences: faults.map(({ at, message }) => `--vary ${vary[at]}: ${message}.`) };
  }
  return { inputs: settled.inputs, withDoubt: vary.includes(DOUBT) };
}

/** Answers in doubt, among words of what varies. */
const DOUBT = 'doubt';
