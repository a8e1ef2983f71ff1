/**
 * Threads that run what one module exports: begun when they are first needed, ended when there has been no work for a while.
 * Must never: let anybody wait for a thread that cannot begin.
 */
import type { Piscina } from 'piscina';

export interface ThreadPool {
  /** What the export of that name makes of it, in any free thread; rejects where that throws or the thread ends. */
  readonly run: (name: string, asked: unknown) => Promise<unknown>;
  /** At once, whatever runs. */
  readonly close: () => Promise<void>;
}

/** Milliseconds without work after which a thread ends. */
const IDLE = 20_000;

/** @param filename of a compiled module */
export function openThreads(filename: string, most: number): ThreadPool {
  const waiting = new Set<(cause: unknown) => void>();
  let begun: Promise<Piscina> | undefined;
  const begin = async (): Promise<Piscina> => {
    const piscina = await import('piscina');
    const threads = new piscina.Piscina({ filename, minThreads: 0, maxThreads: most, idleTimeout: IDLE });
    // What breaks at a task is told to whoever asked for it. This is of a thread that had none: the module cannot be loaded, say.
    threads.on('error', (cause) => {
      begun = undefined;
      void threads.destroy();
      for (const fail of waiting) fail(cause);
    });
    return threads;
  };
  return {
    run: (name, asked) =>
      new Promise((resolve, reject) => {
        waiting.add(reject);
        begun ??= begin();
        begun
          .then((threads) => threads.run(asked, { name }))
          .then(resolve, reject)
          .finally(() => waiting.delete(reject));
      }),
    close: async () => (await begun)?.destroy(),
  };
}
