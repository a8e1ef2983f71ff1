/**
 * Computes robustness runs in threads of its own, so that pages are served meanwhile.
 * Must never: compute anything on the thread that it is called from; leave a run without an answer.
 */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refused } from '../core/problem.js';
import type { Analyst } from '../core/robustness/edition/analyst.js';
import type { Work } from './do-work.js';
import { type Ask, CANCELLED, runJob } from './run-job.js';
import { openThreads } from './thread-pool.js';

interface Place {
  readonly dataFolder: string;
  /** One less than the machine has cores, and four at most, where it is not said; at least one. */
  readonly threads?: number;
  /** Path of the compiled module that threads run: it exports what `Work` names. */
  readonly worker?: string;
}

/** Threads take compiled modules alone, wherever this one was taken from. */
const WORKER = fileURLToPath(new URL('../../dist/work/worker.js', import.meta.url));

export function openAnalyst({ dataFolder, threads = usualThreads(), worker = WORKER }: Place): Analyst {
  const closing = new AbortController();
  const lanes = Math.max(1, threads);
  const pool = openThreads(worker, lanes);
  const ask: Ask = <Name extends keyof Work>(name: Name, asked: Parameters<Work[Name]>[0]) =>
    pool.run(name, asked).catch((cause) => {
      if (closing.signal.aborted) return refused(CANCELLED);
      return refused({ code: 'analysis-broken', details: { reason: reasonOf(cause) } });
    }) as Promise<ReturnType<Work[Name]>>;
  const root = join(dataFolder, 'robustness');
  return {
    analyse: (job, { onProgress, signal }) =>
      runJob(ask, {
        job,
        root,
        threads: lanes,
        onProgress,
        signal: AbortSignal.any([signal, closing.signal]),
      }),
    unfinished: async () => {
      // Where there was never a run, no thread is begun to say so.
      if (!existsSync(root)) return [];
      const found = await ask('unfinished', { root });
      return found.ok ? found.value : [];
    },
    close: () => {
      closing.abort();
      return pool.close();
    },
  };
}

function usualThreads(): number {
  return Math.min(4, Math.max(1, availableParallelism() - 1));
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
