/** The threads that the house begins, as the machine sees them. Needs the build, and Linux to tell. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { openAnalyst } from '../../src/work/open-analyst.js';
import { aFolder } from '../store/a-folder.js';

const isBuilt = existsSync(resolve('dist/work/worker.js')) || process.env.CI !== undefined;

/** By thread of this process: higher for who comes later. */
function niceness(): ReadonlyMap<number, number> {
  const threads = readdirSync('/proc/self/task').map((id): readonly [number, number] => {
    const stat = readFileSync(`/proc/self/task/${id}/stat`, 'utf8');
    // What stands in brackets, the name, may hold spaces.
    return [Number(id), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16])];
  });
  return new Map(threads);
}

it.skipIf(process.platform !== 'linux' || !isBuilt)('come after the thread that serves pages', async () => {
  const before = niceness().get(process.pid) ?? 0;
  const dataFolder = aFolder();
  mkdirSync(join(dataFolder, 'robustness'));
  const analyst = openAnalyst({ dataFolder, threads: 1 });
  expect(await analyst.unfinished()).toEqual([]);
  const threads = niceness();
  await analyst.close();
  expect(threads.get(process.pid)).toBe(before);
  expect(Math.max(...threads.values())).toBeGreaterThanOrEqual(Math.min(19, before + 10));
});
