/**
 * A job from its first task to its result: tasks of a phase side by side, phases one after the other.
 * Must never: compute, read or write anything itself; let the order in which tasks end show in what comes of it.
 */
import { done, type Outcome, refused } from '../core/problem.js';
import type { Watch } from '../core/robustness/edition/analyst.js';
import type { RobustnessJob, Task } from '../core/robustness/edition/job.js';
import { GONE, type Ready, type Work } from './do-work.js';

/** Asks any free thread; refused where it broke. */
export type Ask = <Name extends keyof Work>(
  name: Name,
  asked: Parameters<Work[Name]>[0],
) => Promise<ReturnType<Work[Name]>>;

export interface JobRun extends Watch {
  readonly job: RobustnessJob;
  /** Folder of all jobs. */
  readonly root: string;
  readonly threads: number;
}

export async function runJob(ask: Ask, run: JobRun): Promise<Outcome<string>> {
  const { root, job } = run;
  if (run.signal.aborted) return refused(CANCELLED);
  const ready = await ask('prepare', { root, job });
  if (!ready.ok) return ready;
  const again = tenacious(ask, run);
  const { folder, phases } = ready.value;
  let share = 0;
  for (const tasks of phases) {
    const taken = await sideBySide(tasks, run, async (task) => {
      const answer = await again('take', { folder, task });
      if (answer.ok) share += task.share;
      run.onProgress(Math.min(1, share));
      return answer;
    });
    if (!taken.ok) return ended(ask, folder, taken);
  }
  return ended(ask, folder, await again('assemble', { folder }));
}

/** Somebody said so; what was done stays. */
export const CANCELLED = { code: 'cancelled' };
/** After these the same job asked again goes on with what is kept. */
const UNFINISHED: readonly string[] = [CANCELLED.code, 'analysis-disk', 'analysis-broken'];

/** What is kept has no more use once there is a result, or a reason why there is none. */
async function ended<T>(ask: Ask, folder: Ready['folder'], outcome: Outcome<T>): Promise<Outcome<T>> {
  const goesOn = !outcome.ok && outcome.problems.some(({ code }) => UNFINISHED.includes(code));
  if (!goesOn) await ask('discard', { folder });
  return outcome;
}

/** Where another process came to the end of the same job and took its folder away, the job is laid out once more. */
function tenacious(ask: Ask, { root, job }: JobRun): Ask {
  return async (name, asked) => {
    const answer = await ask(name, asked);
    if (answer.ok || answer.problems[0]?.code !== GONE) return answer;
    await ask('prepare', { root, job });
    return ask(name, asked);
  };
}

/** In their order, as many at a time as there are threads. Of those with a problem the first counts, whichever ended first. */
async function sideBySide(
  tasks: readonly Task[],
  { threads, signal }: JobRun,
  take: (task: Task) => Promise<Outcome<null>>,
): Promise<Outcome<null>> {
  const problems = new Map<number, Outcome<null>>();
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < tasks.length && problems.size === 0 && !signal.aborted) {
      const at = next++;
      const task = tasks[at];
      const answer = task === undefined ? done(null) : await take(task);
      if (!answer.ok) problems.set(at, answer);
    }
  };
  await Promise.all(Array.from({ length: threads }, lane));
  const first = problems.get(Math.min(...problems.keys()));
  if (signal.aborted) return refused(CANCELLED);
  return first ?? done(null);
}
