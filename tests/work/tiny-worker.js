/**
 * A thread with a job that is told by its asked analysis: numbers that follow from the seed, in two phases; or a task that breaks,
 * ends its thread, has no numbers, or takes its time. Each task that is done leaves a line in the file that TINY_LOG names.
 */
import { appendFileSync } from 'node:fs';
import { workWith } from '../../dist/work/do-work.js';

const PIECE = 10;

function open({ asked }) {
  const { seed, runs, analyses } = asked;
  const id = analyses[0].id;
  if (id === 'refused') return { ok: false, problems: [{ code: 'nobody-has-a-score' }] };
  const count = Math.ceil(runs / PIECE);
  const spread = Array.from({ length: count }, (_, at) => task('spread', at, 0.5 / count));
  const quantiles = Array.from({ length: 3 }, (_, at) => task('quantiles', at, 0.5 / 3));
  return {
    ok: true,
    value: {
      phases: [spread, quantiles],
      take: (one, read) => {
        if (id === 'no-numbers' && one.what === 'spread' && one.from >= 2 * PIECE)
          return { ok: false, problems: [{ code: 'nobody-has-a-score', details: { under: one.name } }] };
        if (id === 'throws' && one.from === PIECE) throw new Error('the tiny job is broken');
        if (id === 'exits' && one.from === PIECE) process.exit(3);
        if (id === 'slow') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 30);
        if (process.env.TINY_LOG) appendFileSync(process.env.TINY_LOG, `${one.name}\n`);
        if (one.what === 'spread') {
          const numbers = Float64Array.from({ length: PIECE }, (_, i) => Math.sin(seed * 1000 + one.from + i));
          return { ok: true, value: { numbers, counts: Uint32Array.of(one.from) } };
        }
        const mean = spread.map((other) => read(other).numbers[one.from / PIECE]).reduce((a, b) => a + b, 0) / count;
        return { ok: true, value: { mean: Float64Array.of(mean) } };
      },
      assemble: (read) => ({
        runs,
        seed,
        leftOut: quantiles.map((one) => ({ node: one.name, meanShift: read(one).mean[0] })),
        counts: spread.map((one) => read(one).counts[0]),
      }),
    },
  };
}

const task = (what, at, share) => ({
  name: `${what}-${at}`,
  what,
  analysis: 0,
  from: at * PIECE,
  to: (at + 1) * PIECE,
  share,
});

export const { prepare, unfinished, take, assemble, discard } = workWith(open);
