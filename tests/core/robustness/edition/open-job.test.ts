/** A run cut into tasks is the run itself: the same numbers, whoever does what and when. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Design } from '../../../../src/core/robustness/designs/design.js';
import type { RobustnessJob } from '../../../../src/core/robustness/edition/job.js';
import { openJob } from '../../../../src/core/robustness/edition/open-job.js';
import { openRound } from '../../../../src/core/robustness/edition/open-round.js';
import type { Analysis } from '../../../../src/core/robustness/edition/robustness.js';
import { robustnessOf } from '../../../../src/core/robustness/edition/robustness-of.js';
import type { Round } from '../../../../src/core/robustness/edition/round.js';
import type { Input } from '../../../../src/core/robustness/scenarios/input.js';
import { openScenarios, type Scenarios } from '../../../../src/core/robustness/scenarios/open-scenarios.js';
import { type SensitivityRun, sensitivityOf } from '../../../../src/core/robustness/sensitivity/sensitivity.js';
import { rankedRows, tiersOf } from '../../../../src/core/robustness/uncertainty/tiers.js';
import { type UncertaintyRun, uncertaintyOf } from '../../../../src/core/robustness/uncertainty/uncertainty.js';
import { numberOrNull } from '../../../../src/core/scoring/value.js';
import { rank } from '../../../../src/core/statistics/rank.js';
import { aMethod } from '../../../fixtures/tiny-survey.js';
import { branch, leaf } from '../../scoring/a-computation.js';
import { group, indexOf, indicator } from '../../scoring/raw-steps/a-round.js';
import { analysis, aRound, asked, type Figures, type Kept, opened, robustness, workedThrough } from './a-job.js';
import { aKeptRound } from './a-kept-round.js';

const leaveOut = { ...aMethod().missing, 'not-answered': 'leave-out' } as const;
const weights: Input = { kind: 'weights', how: { type: 'spread', spread: 0.4 } };
const aggregate: Input = {
  kind: 'aggregate',
  alternatives: [
    { label: 'arithmetic', rule: 'arithmetic-mean' },
    { label: 'geometric', rule: 'geometric-mean' },
  ],
};
const drop: Input = { kind: 'drop' };

/** index ─ A (a1, a2), b, with a gap and two countries that are alike. */
const tree = group('index', [group('A', [indicator('a1'), indicator('a2', { weight: 2 })]), indicator('b')]);
const FIGURES: Figures = {
  XAA: [3, 9, 7],
  XAB: [8, null, 2],
  XAC: [5, 4, 3],
  XAD: [1, 6, 9],
  XAE: [5, 4, 3],
};
const round = aRound(tree, FIGURES, { missing: leaveOut });

const job = (design: Design = 'random'): RobustnessJob => ({
  round,
  asked: asked([analysis('pillar-weights', weights), analysis('everything', weights, aggregate, drop)], {
    design,
    runs: 700,
    baseSamples: 200,
  }),
});

function scenariosOf(...inputs: readonly Input[]): Scenarios {
  return scenariosIn(round, ...inputs);
}

function scenariosIn(tested: Round, ...inputs: readonly Input[]): Scenarios {
  const ground = openRound(tested);
  const found = ground.ok ? openScenarios(ground.value.ground, inputs) : ground;
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

const ASKED = { seed: 1, onProblem: 'stop', tolerance: aMethod().ranking.tolerance } as const;

/** What an analysis is to hold, from a run in one go. */
function expectSpread(own: Analysis | undefined, scenarios: Scenarios, run: UncertaintyRun): void {
  const found = uncertaintyOf(scenarios, { ...run, pairs: true });
  if (!found.ok) throw new Error('there are no numbers');
  const { nodes, ranks, pairs, failed } = found.value;
  expect(own?.failed).toBe(failed);
  expect(own?.nodes).toEqual(
    nodes.map((cells) => cells.map(({ score, rank: { present, ...ofRank } }) => ({ score, rank: ofRank, present }))),
  );
  expect(own?.frequencies.flatMap((counts) => [0, ...counts])).toEqual([...(ranks[0]?.counts ?? [])]);
  expect(own?.ahead.flat()).toEqual([...(pairs?.ahead ?? [])]);
  expect(own?.both.flat()).toEqual([...(pairs?.both ?? [])]);
}

/** The same of a sensitivity analysis. */
function expectIndices(own: Analysis | undefined, scenarios: Scenarios, asked: SensitivityRun): void {
  const run = sensitivityOf(scenarios, asked);
  if (!run.ok) throw new Error('there are no numbers');
  const { count, evaluations, failed, shift, scores, ranks } = run.value;
  const shown = (outputs: typeof scores) =>
    outputs.map((inputs) =>
      inputs.map(({ first, firstInterval, total, totalInterval }) => ({
        first: numberOrNull(first),
        firstLow: numberOrNull(firstInterval.low),
        firstHigh: numberOrNull(firstInterval.high),
        total: numberOrNull(total),
        totalLow: numberOrNull(totalInterval.low),
        totalHigh: numberOrNull(totalInterval.high),
      })),
    );
  const all = { shift: shown([shift])[0], scores: shown(scores), ranks: shown(ranks) };
  expect(own?.sensitivity).toEqual({ baseSamples: count, failed, evaluations, ...all });
}

describe('the tasks of a run come to', () => {
  it.each(['random', 'sobol'] as const)('the numbers of an uncertainty analysis in one go (%s)', (design) => {
    const found = robustness(job(design));
    expect(found.aggregates).toEqual(['index', 'A']);
    [[weights], [weights, aggregate, drop]].forEach((inputs, at) => {
      const scenarios = scenariosOf(...inputs);
      const own = found.analyses[at];
      expectSpread(own, scenarios, { ...ASKED, design, count: 700 });
      const nominal = rank(scenarios.nominal[0] ?? [], 'lowest', ASKED.tolerance);
      const pairs = {
        rows: 5,
        ahead: Uint32Array.from(own?.ahead.flat() ?? []),
        both: Uint32Array.from(own?.both.flat() ?? []),
      };
      const tiers = tiersOf(rankedRows([0, 1, 2, 3, 4], nominal), pairs);
      expect(own?.tiers).toEqual(tiers.map((tier) => tier.map((row) => found.countries[row])));
    });
  });

  it.each(['random', 'sobol'] as const)('the indices of a sensitivity analysis in one go (%s)', (design) => {
    const [, own] = robustness(job(design)).analyses;
    expectIndices(own, scenariosOf(weights, aggregate, drop), { ...ASKED, design, count: 200 });
  });

  it('the numbers of doubt in the answers in one go', () => {
    const answered = aKeptRound(branch('index', [leaf('a'), leaf('b')]), {
      XAA: { a: 1, b: 9 },
      XAB: { a: 3, b: 4 },
      XAC: { a: 8, b: 2 },
    });
    const alternatives = [
      { answer: { value: 1 }, probability: 0.7 },
      { answer: { value: 7 }, probability: 0.3 },
    ];
    const doubt: Input = { kind: 'doubt', answers: [{ country: 'XAA', key: 'a', alternatives }] };
    const run = { runs: 300, baseSamples: 100 };
    const [own] = robustness({ round: answered, asked: asked([analysis('doubt', doubt, weights)], run) }).analyses;
    const scenarios = scenariosIn(answered, doubt, weights);
    expectSpread(own, scenarios, { ...ASKED, design: 'random', count: 300 });
    expectIndices(own, scenarios, { ...ASKED, design: 'random', count: 100 });
    expect(own?.frequencies[0]?.filter((times) => times > 0).length).toBeGreaterThan(1);
  });

  it('the same where they are so many that they are put together in several blocks', () => {
    const codes = Array.from({ length: 36 }, (_, at) => `X${String(at).padStart(2, '0')}`);
    const many = aRound(
      tree,
      Object.fromEntries(codes.map((code, at) => [code, [1 + ((at * 7) % 36), 1 + ((at * 11) % 36), 9 + at]])),
    );
    const large = { round: many, asked: asked([analysis('weights', weights)], { runs: 30_000, baseSamples: 1024 }) };
    const tasks = opened(large).phases[1] ?? [];
    expect(tasks.filter(({ what }) => what === 'quantiles').length).toBeGreaterThan(1);
    expect(tasks.filter(({ what }) => what === 'indices').length).toBeGreaterThan(2);
    const [own] = robustness(large).analyses;
    const scenarios = scenariosIn(many, weights);
    expectSpread(own, scenarios, { ...ASKED, design: 'random', count: 30_000 });
    expectIndices(own, scenarios, { ...ASKED, design: 'random', count: 1024 });
  });
});

describe('a run', () => {
  it('is the same to the last byte in whatever order its tasks are done, and with half of them done before', () => {
    const once = JSON.stringify(robustness(job('latin')));
    const order = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(order, fc.boolean(), (stream, isResumed) => {
        const turned = <T>(list: readonly T[]): readonly T[] =>
          list
            .map((one) => ({ one, at: stream.next().value ?? 0 }))
            .sort((a, b) => a.at - b.at)
            .map(({ one }) => one);
        const kept: Kept = new Map();
        expect(JSON.stringify(workedThrough(opened(job('latin')), kept, turned))).toBe(once);
        if (!isResumed) return;
        const half: Kept = new Map([...kept].filter(() => (stream.next().value ?? 0) < 0.5));
        expect(JSON.stringify(workedThrough(opened(job('latin')), half, turned))).toBe(once);
      }),
      { numRuns: 8 },
    );
  });

  it('leaves what JSON has words for, and names its tasks as files can be', () => {
    const found = robustness(job());
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    const names = opened(job())
      .phases.flat()
      .map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9-]+$/);
  });

  it('tells its share as it goes, up to all of it', () => {
    const shares: number[] = [];
    robustnessOf(job(), (share) => shares.push(share));
    expect(shares.at(-1)).toBeCloseTo(1, 9);
    expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
    expect(shares).toHaveLength(opened(job()).phases.flat().length);
  });
});

describe('a replication without numbers', () => {
  // Without a, nobody has a value.
  const bare = aRound(indexOf('a', 'b'), { XAA: [1, null], XAB: [2, null] }, { missing: leaveOut });
  const run = (onProblem: 'stop' | 'count'): RobustnessJob => ({
    round: bare,
    asked: asked([analysis('indicators', drop)], { onProblem, runs: 900, baseSamples: 64 }),
  });

  it('ends the run with its reason and its analysis', () => {
    expect(robustnessOf(run('stop'))).toEqual({
      ok: false,
      problems: [{ code: 'nobody-has-a-score', details: { under: 'drop=a', analysis: 'indicators' } }],
    });
  });

  it('is counted where it is to be, and enters nothing', () => {
    const [own] = robustness(run('count')).analyses;
    const failed = own?.failed ?? 0;
    expect(Math.abs(failed / 900 - 1 / 3)).toBeLessThan(0.07);
    expect(own?.frequencies).toEqual([
      [0, 900 - failed],
      [900 - failed, 0],
    ]);
    expect(own?.sensitivity?.failed).toBeGreaterThan(0);
  });
});

it('what has no numbers is null', () => {
  const gap = aRound(indexOf('a'), { XAA: [1], XAB: [null] }, { missing: { ...leaveOut, 'not-answered': 'block' } });
  const [own] = robustness({ round: gap, asked: asked([analysis('weights', weights)], { baseSamples: 16 }) }).analyses;
  const nothing = { mean: null, median: null, p05: null, p95: null };
  expect(own?.nodes[0]?.[1]).toEqual({ score: nothing, rank: nothing, present: 0 });
  expect(own?.tiers).toEqual([['XAA']]);
  expect(own?.sensitivity?.scores[1]?.[0]?.total).toBeNull();
});

describe('stated replications', () => {
  const stated = (replications: Parameters<typeof openStated>[0]) => openStated(replications);
  const WEIGHED = { choices: [0], dropped: '', weights: [1, 1, 0.5, 3, 2] };

  it('are run in place of draws, as many as there are, and have no sensitivity', () => {
    const found = robustnessOf(stated([{ choices: [-1], dropped: '' }, { choices: [1], dropped: 'b' }, WEIGHED]));
    if (!found.ok) throw new Error(JSON.stringify(found.problems));
    const [own] = found.value.analyses;
    expect(own).toMatchObject({ replayed: 'f00d', runs: 3, failed: 0 });
    expect(own?.sensitivity).toBeUndefined();
    const scenarios = scenariosOf(aggregate);
    const scores = [
      scenarios.under({ choices: [-1], dropped: -1 }),
      scenarios.under({ choices: [1], dropped: 4 }),
      scenarios.under({ choices: [0], dropped: -1 }, Float64Array.from(WEIGHED.weights)),
    ].map((one) => (one.ok ? one.value[0]?.slice() : undefined));
    const sum = scores.reduce((total, column) => total + (column?.[0] ?? Number.NaN), 0);
    expect(own?.nodes[0]?.[0]?.score.mean).toBe(sum / 3);
  });

  it('are refused where they do not fit the round, with how many do not', () => {
    const found = openJob(
      stated([
        WEIGHED,
        { choices: [2], dropped: '' },
        { choices: [], dropped: '' },
        { choices: [0], dropped: 'A' },
        { choices: [0], dropped: '', weights: [1, 1] },
        { choices: [0], dropped: '', weights: [1, -1, 1, 1, 1] },
        { choices: [0], dropped: '', weights: [1, 1, 0, 0, 1] },
      ]),
    );
    expect(found).toEqual({
      ok: false,
      problems: [{ code: 'robustness-stated-shape', details: { analysis: 'replayed', replication: 2, count: 6 } }],
    });
  });
});

function openStated(
  replications: readonly {
    readonly choices: readonly number[];
    readonly dropped: string;
    readonly weights?: readonly number[];
  }[],
): RobustnessJob {
  const analyses = [{ id: 'replayed', inputs: [aggregate], stated: { hash: 'f00d', replications } }];
  return { round, asked: asked(analyses, { baseSamples: 100 }) };
}

describe('before anything is drawn it is refused', () => {
  const codes = (given: Parameters<typeof asked>[1], analyses = [analysis('weights', weights)]) => {
    const found = openJob({ round, asked: asked(analyses, given) });
    return found.ok ? [] : found.problems.map(({ code }) => code);
  };

  it.each([0, 1.5, 1_000_001, 1e9, Number.NaN])('that there be %s replications', (runs) => {
    expect(codes({ runs })).toEqual(['robustness-runs']);
  });

  it.each([-1, 0.5, 100_001])('that there be %s base samples', (baseSamples) => {
    expect(codes({ baseSamples })).toEqual(['robustness-base-samples']);
  });

  it('that there be no analysis, or two of one name, or one in which nothing varies', () => {
    expect(codes({}, [])).toEqual(['robustness-no-analyses']);
    expect(codes({}, [analysis('a', weights), analysis('a', drop), analysis('b')])).toEqual([
      'robustness-analysis-twice',
      'robustness-nothing-varied',
    ]);
  });

  it('all at once', () => {
    expect(codes({ runs: 0, baseSamples: -1, seed: 0.5 }, [])).toEqual([
      'robustness-runs',
      'robustness-base-samples',
      'robustness-seed',
      'robustness-no-analyses',
    ]);
  });

  it('that its analyses together leave more numbers than can be kept, said once of them', () => {
    const many = Object.fromEntries(
      Array.from({ length: 400 }, (_, at) => [`X${String(at).padStart(3, '0')}`, [at + 1, 2, 3]]),
    );
    const found = openJob({
      round: aRound(tree, many),
      asked: asked([analysis('weights', weights), analysis('again', weights)], {
        runs: 1_000_000,
        baseSamples: 100_000,
      }),
    });
    expect(found.ok ? [] : found.problems).toEqual([
      { code: 'robustness-too-many-runs', details: { analysis: 'weights', most: 167_772 } },
      { code: 'robustness-too-many-samples', details: { analysis: 'weights', most: 55_854 } },
    ]);
  });

  it('what an alternative cannot do, with the analysis that asks for it', () => {
    const zero = aRound(tree, { ...FIGURES, XAA: [0, 9, 7] }, { missing: leaveOut });
    const found = openJob({ round: zero, asked: asked([analysis('w', weights), analysis('rules', aggregate)]) });
    expect(found.ok ? [] : found.problems).toMatchObject([
      { code: 'not-positive', details: { analysis: 'rules', under: 'aggregate=geometric', child: 'a1' } },
    ]);
  });
});

it('an alternative that cannot stand by itself has no numbers and says why, and the run goes on', () => {
  const answered = aKeptRound(branch('index', [leaf('a'), leaf('b')]), {
    XAA: { a: 0, b: 9 },
    XAB: { a: 3, b: 4 },
    XAC: { a: 8, b: 2 },
  });
  const normalise: Input = {
    kind: 'normalise',
    alternatives: [1, 2].map((low) => ({ label: `from ${low}`, rule: { type: 'min-max', low, high: 100 } })),
  };
  const found = robustness({ round: answered, asked: asked([analysis('rules', normalise, aggregate)]) });
  expect(found.analyses[0]?.choices.map(({ input, label, problem }) => ({ input, label, problem }))).toEqual([
    { input: 0, label: 'from 1', problem: undefined },
    { input: 0, label: 'from 2', problem: undefined },
    { input: 1, label: 'arithmetic', problem: undefined },
    { input: 1, label: 'geometric', problem: 'not-positive' },
  ]);
  expect(found.analyses[0]?.choices[0]?.scores).not.toEqual(found.analyses[0]?.choices[2]?.scores);
  expect(found.leftOut.map(({ node }) => node)).toEqual(['a', 'b']);
});
