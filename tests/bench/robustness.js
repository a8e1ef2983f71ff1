// Monte Carlo: 200 countries × 170 indicators, all weights varied, scores, ranks and quantiles of every aggregate, against the same in C;
// and how it grows with replications. Run by itself with a number, it prints the most memory that so many replications took.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { openScenarios } from '../../dist/core/robustness/scenarios/open-scenarios.js';
import { uncertaintyOf } from '../../dist/core/robustness/uncertainty/uncertainty.js';
import { medians, report } from './measure.js';

const ROWS = 200;
const REPLICATIONS = 10_000;
const SEED = 1;
const COMPILER = 'cc';

export async function benchRobustness() {
  const scenarios = subject();
  const run = (count) => analyse(scenarios, count);
  againstC(run);
  const growth = await medians({ some: () => run(REPLICATIONS / 10), all: () => run(REPLICATIONS) }, 5);
  report(
    'ten times the replications',
    `${(growth.all / growth.some).toFixed(1)} × the time`,
    '≤ 12 ×',
    growth.all <= 12 * growth.some,
  );
  const [all, more] = [REPLICATIONS, 4 * REPLICATIONS].map(mostMemory);
  report(
    'four times as many, more than can be kept',
    `${(more.time / all.time).toFixed(1)} × the time, ${(more.memory / all.memory).toFixed(2)} × the memory`,
    '≤ 12 ×, ≤ 1.1 ×',
    more.time <= 12 * all.time && more.memory <= 1.1 * all.memory,
  );
}

/** Turn by turn, so that a busy machine slows both alike; the two must come to the same numbers. */
function againstC(run) {
  const folder = mkdtempSync(join(tmpdir(), 'alidade-bench-'));
  try {
    const program = join(folder, 'monte-carlo');
    const source = fileURLToPath(new URL('monte-carlo.c', import.meta.url));
    const compiled = spawnSync(COMPILER, ['-O3', '-o', program, source, '-lm'], { encoding: 'utf8' });
    if (compiled.status !== 0) {
      console.log(
        `skipped P1 against C: ${compiled.error?.code ?? compiled.stderr} (a C compiler, ${COMPILER}, is needed)`,
      );
      return;
    }
    const ours = [];
    const floors = [];
    for (let round = 0; round < 7; round++) {
      const start = performance.now();
      const found = run(REPLICATIONS);
      ours.push(performance.now() - start);
      const { stdout } = spawnSync(program, [ROWS, REPLICATIONS, SEED].map(String), { encoding: 'utf8' });
      const [, milliseconds, ...numbers] = stdout.trim().split(' ').map(Number);
      floors.push(milliseconds);
      holdTogether(found, numbers);
    }
    const [own, floor] = [median(ours), median(floors)];
    report(
      `P1 Monte Carlo, ${ROWS} × 170 × ${REPLICATIONS.toLocaleString('en')}, with ranks`,
      `${own.toFixed(0)} ms, ${(own / floor).toFixed(1)} × the same in C`,
      '≤ 3 ×',
      own <= 3 * floor,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Sums over all countries and aggregates: mean scores, ranks, squares of how often each rank was held, quantiles. */
function holdTogether({ nodes, ranks }, floor) {
  const own = [0, 0, 0, 0];
  for (const { mean, p05, median: middle, p95 } of nodes.flat().map(({ score }) => score)) {
    own[0] += mean;
    own[3] += p05 + middle + p95;
  }
  for (const { counts } of ranks) {
    counts.forEach((times, at) => {
      own[1] += times * (at % (ROWS + 1));
      own[2] += times * times;
    });
  }
  const isSame = own.every((one, at) => Math.abs(one - floor[at]) <= 1e-9 * Math.abs(one));
  if (!isSame) throw new Error(`the program in C comes to other numbers: ${floor}, and not ${own}`);
}

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

function mostMemory(count) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), `${count}`], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const [time, memory] = stdout.trim().split(' ').map(Number);
  return { time, memory };
}

function analyse(scenarios, count) {
  const asked = { design: 'random', seed: SEED, count, onProblem: 'stop', tolerance: 1e-9 };
  const found = uncertaintyOf(scenarios, asked);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

/** As in monte-carlo.c: 2 pillars of 5 branches of 17 indicators, numbered in reading order. */
export function treeOf(rows) {
  let places = 0;
  const leaves = [];
  const branch = (counts) => {
    const place = places++;
    const children = counts.length === 0 ? [] : Array.from({ length: counts[0] }, () => branch(counts.slice(1)));
    if (children.length === 0) leaves.push({ id: `n${place}`, place, values: valuesAt(place, rows) });
    return { id: `n${place}`, name: `n${place}`, weight: 1, children };
  };
  const index = branch([2, 5, 17]);
  const method = {
    title: 'bench',
    scale: { low: 0, high: 1 },
    weights: 'stated',
    aggregation: 'arithmetic-mean',
    missing: Object.fromEntries(
      ['not-answered', 'not-asked', 'not-applicable', 'not-known', 'withheld'].map((reason) => [reason, 'block']),
    ),
    nodes: {},
    presentation: { decimals: 2, rescale: { type: 'none' }, nodes: {} },
    ranking: { on: 'score', ties: 'lowest', tolerance: 1e-9 },
  };
  return { framework: { title: 'bench', levels: [], rollUps: [], index }, method, places, leaves };
}

function subject() {
  const { framework, method, places, leaves } = treeOf(ROWS);
  const columns = Array.from({ length: places }, () => undefined);
  for (const { place, values } of leaves) columns[place] = { values, reasons: new Uint8Array(ROWS) };
  const ground = {
    framework,
    method,
    columns: { rows: ROWS, leaves: columns, given: columns.map(() => undefined), rowOf: new Map() },
    companions: { denominators: new Map(), groupings: new Map() },
    countries: Array.from({ length: ROWS }, (_, row) => `C${row}`),
  };
  const opened = openScenarios(ground, [{ kind: 'weights', how: { type: 'spread', spread: 0.25 } }]);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  return opened.value;
}

const valuesAt = (place, rows) =>
  Float64Array.from({ length: rows }, (_, row) => {
    const own = ((row * 7919 + place * 104729) % 9973) / 9973;
    return 0.5 * (((row * 7919) % 9973) / 9973) + 0.5 * own;
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const scenarios = subject();
  const start = performance.now();
  analyse(scenarios, Number(process.argv[2]));
  console.log(`${performance.now() - start} ${process.resourceUsage().maxRSS}`);
}
