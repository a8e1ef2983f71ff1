/**
 * A robustness run in one thread, from beginning to end.
 * Must never: come to other bytes than the same job in many.
 */
import { done, type Outcome } from '../../problem.js';
import type { Part, ReadPart, RobustnessJob } from './job.js';
import { openJob } from './open-job.js';
import type { Robustness } from './robustness.js';

/** What every task leaves stays in memory. `onProgress` is told the share that is done, 0 to 1. */
export function robustnessOf(job: RobustnessJob, onProgress?: (share: number) => void): Outcome<Robustness> {
  const opened = openJob(job);
  if (!opened.ok) return opened;
  const { phases, take, assemble } = opened.value;
  const parts = new Map<string, Part>();
  const read: ReadPart = ({ name }) => {
    const part = parts.get(name);
    if (part === undefined) throw new RangeError(`${name} has not been done`);
    return part;
  };
  let share = 0;
  for (const task of phases.flat()) {
    const part = take(task, read);
    if (!part.ok) return part;
    parts.set(task.name, part.value);
    share += task.share;
    onProgress?.(Math.min(1, share));
  }
  return done(assemble(read));
}
