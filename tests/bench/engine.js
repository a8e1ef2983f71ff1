// The engine: 200 countries × 170 indicators in three levels below the index, warm, against a bare loop that sums the same numbers.
import { prepare } from '../../dist/core/scoring/prepare.js';
import { run } from '../../dist/core/scoring/run.js';
import { medians, report } from './measure.js';

export async function benchEngine() {
  const small = subject(200);
  const times = await medians(
    {
      run: () => repeat(20, () => run(small.plan, small.columns)),
      floor: () => repeat(20, () => bareSums(small.columns)),
    },
    25,
  );
  const run1 = times.run / 20;
  report(
    'run, 200 countries × 170 indicators',
    `${run1.toFixed(2)} ms, ${(times.run / times.floor).toFixed(1)} × bare sums`,
    '≤ 3 ms warm',
    run1 <= 3,
  );
  const large = subject(2000);
  const growth = await medians(
    { small: () => run(small.plan, small.columns), large: () => run(large.plan, large.columns) },
    25,
  );
  report(
    'P8 ten times the countries',
    `${(growth.large / growth.small).toFixed(1)} × the time`,
    '≤ 12 ×',
    growth.large / growth.small <= 12,
  );
}

function subject(countries) {
  let leaf = 0;
  const branch = (id, counts) =>
    counts.length === 0
      ? {
          id: `i${++leaf}`,
          name: id,
          weight: 1,
          children: [],
          indicator: { question: 'q', part: '', rule: { type: 'as-answered' }, tags: [] },
        }
      : {
          id,
          name: id,
          weight: 1,
          children: Array.from({ length: counts[0] }, (_, k) => branch(`${id}.${k}`, counts.slice(1))),
        };
  const framework = { title: 'bench', levels: [], rollUps: [], index: branch('index', [2, 5, 17]) };
  const block = {
    'not-answered': 'block',
    'not-asked': { score: 0 },
    'not-applicable': 'leave-out',
    'not-known': 'block',
    withheld: 'block',
  };
  const method = {
    title: 'bench',
    scale: { low: 0, high: 1 },
    weights: 'stated',
    aggregation: 'arithmetic-mean',
    missing: block,
    nodes: {},
    presentation: { decimals: 2, rescale: { type: 'none' }, nodes: {} },
    ranking: { on: 'score', ties: 'lowest', tolerance: 1e-9 },
  };
  const plan = prepare(framework, method);
  const leaves = plan.nodes.map(({ node }, place) =>
    node.children.length > 0
      ? undefined
      : {
          values: Float64Array.from({ length: countries }, (_, row) => ((row * 31 + place * 17) % 101) / 100),
          reasons: new Uint8Array(countries),
        },
  );
  return { plan, columns: { rows: countries, leaves, given: plan.nodes.map(() => undefined) } };
}

function bareSums({ rows, leaves }) {
  const sums = new Float64Array(rows);
  for (const leaf of leaves) if (leaf) for (let row = 0; row < rows; row++) sums[row] += leaf.values[row];
  return sums;
}

function repeat(times, work) {
  for (let k = 0; k < times; k++) work();
}
