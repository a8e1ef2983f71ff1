// A robustness run of an edition in threads of its own: 200 countries × 170 indicators × 10,000 replications of all weights, intervals of
// every aggregate, pairs and what becomes of the index without each part. How late the thread that serves pages is meanwhile.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { openAnalyst } from '../../dist/work/open-analyst.js';
import { report } from './measure.js';
import { treeOf } from './robustness.js';

const ROWS = 200;

export async function benchThreads() {
  const dataFolder = mkdtempSync(join(tmpdir(), 'alidade-bench-threads-'));
  const analyst = openAnalyst({ dataFolder });
  const job = { round: round(), asked: ASKED };
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const start = performance.now();
  const found = await analyst.analyse(job, { onProgress: () => {}, signal: new AbortController().signal });
  const took = performance.now() - start;
  delay.disable();
  await analyst.close();
  rmSync(dataFolder, { recursive: true });
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  const [late, worst] = [delay.percentile(99), delay.max].map((nanoseconds) => nanoseconds / 1e6 - 5);
  report(
    'P1 the same for an edition, off the main thread',
    `${(took / 1000).toFixed(1)} s; meanwhile the loop is late by ${worst.toFixed(0)} ms at most, p99 ${late.toFixed(0)} ms`,
    '< 50 ms',
    worst < 50,
  );
}

const ASKED = {
  runs: 10_000,
  baseSamples: 0,
  design: 'random',
  seed: 1,
  onProblem: 'stop',
  analyses: [{ id: 'weights', inputs: [{ kind: 'weights', how: { type: 'spread', spread: 0.25 } }] }],
};

/** Scores as they are given, so that nothing but the run is measured. */
function round() {
  const { framework, method, leaves } = treeOf(ROWS);
  const countries = Array.from({ length: ROWS }, (_, row) => `C${String(row).padStart(3, '0')}`);
  const given = leaves.flatMap(({ id, values }) =>
    countries.map((country, row) => ({ country, node: id, value: values[row] })),
  );
  return { framework, method, countries, answers: {}, withheld: [], given, groups: [] };
}
