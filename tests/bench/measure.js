// How a piece of work is timed: many short rounds, the floor and the subject in turn, medians compared. Ratios travel between machines, times do not.
import { performance } from 'node:perf_hooks';

/** Median milliseconds of each function over `rounds`, taken in turn so that a busy machine slows all alike. */
export async function medians(subjects, rounds = 15) {
  const times = Object.fromEntries(Object.keys(subjects).map((name) => [name, []]));
  for (const work of Object.values(subjects)) await work();
  for (let round = 0; round < rounds; round++) {
    for (const [name, work] of Object.entries(subjects)) {
      const start = performance.now();
      await work();
      times[name].push(performance.now() - start);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

/** One line of the report: what, measured, against what, and whether the promise holds. */
export function report(what, measured, promise, holds) {
  console.log(`${holds ? 'holds ' : 'BROKEN'}  ${what.padEnd(58)} ${measured.padEnd(34)} ${promise}`);
}
