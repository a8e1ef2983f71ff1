/** Jobs for the tiny worker. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Watch } from '../../src/core/robustness/edition/analyst.js';
import type { RobustnessJob } from '../../src/core/robustness/edition/job.js';

export const TINY_WORKER = fileURLToPath(new URL('./tiny-worker.js', import.meta.url));
/** What the tiny worker needs of the build. */
export const BUILT = resolve('dist/work/do-work.js');

/** @param id what the tiny worker makes of it */
export function tinyJob(id = 'plain', runs = 100): RobustnessJob {
  return {
    round: {
      framework: { id: 'tiny', index: { id: 'index', label: 'Index', children: [] } },
      method: {},
      countries: [],
      answers: {},
      withheld: [],
      given: [],
      groups: [],
    } as unknown as RobustnessJob['round'],
    asked: {
      runs,
      baseSamples: 0,
      design: 'random',
      seed: 7,
      onProblem: 'stop',
      analyses: [{ id, inputs: [] }],
    },
  };
}

export const unwatched = (): Watch => ({ onProgress: () => undefined, signal: new AbortController().signal });
