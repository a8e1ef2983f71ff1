import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Input } from '../../../../src/core/robustness/scenarios/input.js';
import { openScenarios } from '../../../../src/core/robustness/scenarios/open-scenarios.js';
import type { Node } from '../../../../src/core/scoring/framework.js';
import type { Aggregation, ImputationRule, Method, ScaleRule } from '../../../../src/core/scoring/method.js';
import { prepare } from '../../../../src/core/scoring/prepare.js';
import { takeRawSteps } from '../../../../src/core/scoring/raw-steps/take-raw-steps.js';
import { run } from '../../../../src/core/scoring/run.js';
import { aMethod } from '../../../fixtures/tiny-survey.js';
import { group, indicator, type Table } from '../../scoring/raw-steps/a-round.js';
import { aGround, opened, scoresAt } from './a-ground.js';

const LEAVES = ['a1', 'a2', 'a3', 'b1', 'c'];
/** index ─ A (a1, a2, a3), B (b1), c */
const tree = (without = ''): Node => {
  const kept = (ids: readonly string[]): readonly Node[] =>
    ids.filter((id) => id !== without).map((id) => indicator(id, { weight: 1 + LEAVES.indexOf(id) }));
  const branches = [group('A', kept(['a1', 'a2', 'a3'])), group('B', kept(['b1']))];
  return group('index', [...branches.filter(({ children }) => children.length > 0), ...kept(['c'])]);
};
const TABLE: Table = {
  XAA: [3, 9, 2, 4, 7],
  XAB: [8, 1, 5, null, 2],
  XAC: [5, 4, 9, 6, 1],
  XAD: [1, 6, 4, 2, 9],
};
const leaveOut: Method['missing'] = { ...aMethod().missing, 'not-answered': 'leave-out' };
const weights: Input = { kind: 'weights', how: { type: 'spread', spread: 0.5 } };
const drop: Input = { kind: 'drop' };
const normalise = (...rules: readonly ScaleRule[]): Input => ({
  kind: 'normalise',
  alternatives: rules.map((rule) => ({ label: rule.type, rule })),
});
const aggregate = (...rules: readonly ('arithmetic-mean' | 'geometric-mean')[]): Input => ({
  kind: 'aggregate',
  alternatives: rules.map((rule) => ({ label: rule, rule })),
});
const minMax: ScaleRule = { type: 'min-max', low: 0, high: 100 };

describe('a round opened for many runs', () => {
  it('gives exactly the scores of the method in the middle of a spread', () => {
    const anyMethod = fc.record({
      aggregation: fc.constantFrom<Aggregation>('arithmetic-mean', 'geometric-mean', 'median', 'sum', 'copeland'),
      normalisation: fc.constantFrom<ScaleRule>({ type: 'none' }, { type: 'min-max', low: 1, high: 2 }),
      weights: fc.constantFrom('stated', 'equal', 'equal-influence', 'benefit-of-the-doubt'),
      coverage: fc.constantFrom(0, 0.4),
    }) as fc.Arbitrary<Partial<Method>>;
    fc.assert(
      fc.property(anyMethod, (method) => {
        const found = openScenarios(aGround(tree(), TABLE, { missing: leaveOut, ...method }), [weights]);
        // Weights of equal influence need not exist; then there is nothing to vary.
        if (!found.ok) {
          expect(method.weights).toBe('equal-influence');
          return;
        }
        const { nominal, layout } = found.value;
        expect(scoresAt(found.value, Array(layout.dimensions).fill(0.5))).toEqual(nominal.map((column) => [...column]));
      }),
    );
  });

  it('gives the scores of the engine under the method and the weights of the point', () => {
    const ground = aGround(tree(), TABLE, { missing: leaveOut });
    const scenarios = opened(ground, normalise({ type: 'none' }, minMax), weights);
    const point = [0.7, 0.1, 0.9, 0.4, 0.5, 0.2, 0.8, 0.6];
    const plan = prepare(ground.framework, { ...ground.method, normalisation: minMax });
    const under = plan.weights.map((weight, place) =>
      place === 0 ? weight : weight * (1 + 0.5 * (2 * (point[place] ?? 0) - 1)),
    );
    const { columns } = run(plan, ground.columns, under);
    expect(scenarios.aggregates).toEqual([0, 1, 5]);
    const expected = scenarios.aggregates.map((place) => [...(columns[place]?.scores ?? [])]);
    expect(scoresAt(scenarios, point)).toEqual(expected);
  });

  it('gives a point the same scores whatever came before it', () => {
    const scenarios = opened(
      aGround(tree(), TABLE, { missing: leaveOut }),
      weights,
      normalise(minMax, { type: 'none' }),
      drop,
    );
    const points = [0.1, 0.45, 0.8].map((u) => Array.from({ length: 9 }, (_, at) => (u + at * 0.37) % 1));
    const first = points.map((point) => scoresAt(scenarios, point));
    expect(points.toReversed().map((point) => scoresAt(scenarios, point))).toEqual(first.toReversed());
    expect(new Set(first.map((one) => JSON.stringify(one))).size).toBe(3);
  });

  it('keeps the scores of the method as they are, whatever is run afterwards', () => {
    const scenarios = opened(aGround(tree(), TABLE, { missing: leaveOut }), weights);
    const before = scenarios.nominal.map((column) => [...column]);
    scoresAt(scenarios, [0, 0.9, 0.1, 0.8, 0.2, 0.9, 0]);
    expect(scenarios.nominal.map((column) => [...column])).toEqual(before);
  });
});

describe('an indicator that is left out', () => {
  it('leaves an index without that indicator: in means, demands, ranges, screening and gaps that are filled', () => {
    const method = fc.record({
      missing: fc.constant(leaveOut),
      aggregation: fc.constantFrom<Aggregation>(
        'arithmetic-mean',
        'geometric-mean',
        'harmonic-mean',
        'median',
        'copeland',
      ),
      normalisation: fc.constantFrom<ScaleRule>({ type: 'none' }, { type: 'rank', ties: 'average' }),
      imputation: fc.constantFrom<ImputationRule>('none', 'mean', 'unit-mean'),
      coverage: fc.constantFrom(0, 0.6),
      threshold: fc.constantFrom(0, 0.7),
      screening: fc.constantFrom({}, { units: { data: 0.7 } }),
    });
    const cell = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1, max: 9 }) }, fc.constant(null));
    const table = fc
      .array(fc.array(cell, { minLength: 5, maxLength: 5 }), { minLength: 3, maxLength: 5 })
      .map((rows): Table => Object.fromEntries(rows.map((row, at) => [`X${at}`, row])));
    let compared = 0;
    fc.assert(
      fc.property(method, table, fc.integer({ min: 0, max: 4 }), (given, all, at) => {
        const found = openScenarios(aGround(tree(), all, given), [drop]);
        const scores = found.ok ? found.value.at([(at + 0.5) / 6]) : found;
        const id = LEAVES[at] ?? '';
        const rows = Object.entries(all).map(([code, row]) => [code, row.filter((_, place) => place !== at)]);
        const smaller = aGround(tree(id), Object.fromEntries(rows), given);
        const plan = prepare(smaller.framework, smaller.method);
        const raw = takeRawSteps(plan, smaller.columns, smaller.companions);
        if (!found.ok || !scores.ok) return;
        expect(raw.problems).toEqual([]);
        const { columns } = run(plan, raw.columns);
        compared += 1;
        ['index', 'A', 'B'].forEach((node, place) => {
          const expected = columns[plan.placeOf.get(node) ?? -1]?.scores ?? rows.map(() => Number.NaN);
          expect([...(scores.value[place] ?? [])]).toEqual([...expected]);
        });
      }),
      { numRuns: 400 },
    );
    expect(compared).toBeGreaterThan(100);
  });

  it('is none at the end of the way', () => {
    const scenarios = opened(aGround(tree(), TABLE, { missing: leaveOut }), drop);
    expect(scoresAt(scenarios, [0.9])).toEqual(scenarios.nominal.map((column) => [...column]));
  });
});

describe('what cannot be computed', () => {
  it('is refused before anything is drawn, with the indicator, and the alternatives it arose under', () => {
    const found = openScenarios(aGround(tree(), TABLE, { missing: leaveOut }), [
      normalise({ type: 'min-max', low: 1, high: 100 }, minMax),
      aggregate('arithmetic-mean', 'geometric-mean'),
    ]);
    const problems = found.ok ? [] : found.problems;
    const said = problems.map(({ code, details }) => `${code} ${details?.node} ${details?.child} ${details?.value}`);
    expect(said.toSorted()).toEqual([
      'not-positive A a1 0',
      'not-positive A a2 0',
      'not-positive A a3 0',
      'not-positive B b1 0',
      'not-positive index c 0',
    ]);
    expect(problems.every(({ details }) => `${details?.under}`.includes('geometric-mean'))).toBe(true);
  });

  it('is refused where the method itself stumbles, and where nobody would have a score', () => {
    const none = openScenarios(aGround(tree(), TABLE, { aggregation: 'geometric-mean', normalisation: minMax }), [
      weights,
    ]);
    expect(none.ok ? [] : none.problems.map(({ code }) => code)).toContain('not-positive');
    const gaps: Table = { XAA: [null, 1, 1, 1, 1], XAB: [1, null, 2, 2, 2] };
    const block: Input = { kind: 'missing', alternatives: [{ label: 'block', rule: 'block' }] };
    const nobody = openScenarios(aGround(tree(), gaps, { missing: leaveOut }), [block]);
    expect(nobody.ok ? [] : nobody.problems.map(({ code }) => code)).toEqual(['nobody-has-a-score']);
  });

  it('is refused by the point where only its weights are to blame', () => {
    const table: Table = { XAA: [3, -1, 4, 1, 2], XAB: [5, 2, 2, 2, 3] };
    const scenarios = opened(
      aGround(tree(), table, { nodes: { index: { aggregation: 'geometric-mean' } }, weights: 'equal' }),
      { kind: 'weights', how: { type: 'spread', spread: 0.95 } },
    );
    expect(scenarios.at([0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]).ok).toBe(true);
    const found = scenarios.at([0.5, 0, 1, 0, 0.5, 0.5, 0.5]);
    expect(found.ok ? [] : found.problems).toMatchObject([
      { code: 'not-positive', details: { node: 'index', child: 'A', countries: 'XAA', count: 1 } },
    ]);
    expect(scenarios.at([0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]).ok).toBe(true);
  });

  it('is refused by the point whose weights leave nobody a score, and not taken for one in which all lack it', () => {
    const lacking: Table = { XAA: [3, null], XAB: [5, null] };
    const pair = group('index', [indicator('a'), indicator('b')]);
    const scenarios = opened(aGround(pair, lacking, { missing: leaveOut, coverage: 0.5 }), weights);
    expect(scoresAt(scenarios, [0.5, 0.5])).toEqual([[3, 5]]);
    const found = scenarios.at([0, 1]);
    expect(found.ok ? [] : found.problems.map(({ code }) => code)).toEqual(['nobody-has-a-score']);
  });
});

describe('what is stated and not drawn', () => {
  const ground = aGround(tree(), TABLE, { missing: leaveOut });
  const { nodes } = prepare(ground.framework, ground.method);
  const places = new Map(nodes.map(({ node, place }) => [node.id, place]));
  const stated = (of: Readonly<Record<string, number>>): Float64Array =>
    Float64Array.from(nodes, ({ node }) => of[node.id] ?? 1);
  const scores = (found: ReturnType<ReturnType<typeof opened>['under']>): readonly (readonly number[])[] =>
    found.ok ? found.value.map((column) => [...column]) : [];

  it('is the method as it is where nothing is, or has weights and choices of its own', () => {
    const scenarios = opened(ground, aggregate('arithmetic-mean', 'geometric-mean'));
    const none = { choices: [-1], dropped: -1 };
    expect(scores(scenarios.under(none))).toEqual(scenarios.nominal.map((column) => [...column]));
    const [index = []] = scores(scenarios.under(none, stated({ A: 0, B: 0, c: 1 })));
    expect(index).toEqual([7, 2, 1, 9]);
    const geometric = scores(scenarios.under({ choices: [1], dropped: -1 }, stated({ a1: 1, a2: 1, a3: 0 })))[1] ?? [];
    expect(geometric[0]).toBeCloseTo(Math.sqrt(27), 12);
    const without =
      scores(scenarios.under({ choices: [0], dropped: places.get('a2') ?? -1 }, stated({ a3: 3 })))[1] ?? [];
    expect(without[0]).toBeCloseTo((3 + 3 * 2) / 4, 12);
  });

  it('is refused with all that it arose under, as it is typed', () => {
    const table: Table = { XAA: [0, 9, 2, 4, 7], XAB: [8, 1, 5, 3, 2] };
    const input = aggregate('arithmetic-mean', 'geometric-mean');
    const scenarios = openScenarios(aGround(tree(), table), [input], []);
    if (!scenarios.ok) throw new Error('the method itself stands');
    const dropped = places.get('c') ?? -1;
    const found = scenarios.value.under({ choices: [1], dropped });
    expect(found.ok ? [] : found.problems.map(({ details }) => details?.under)).toContain(
      'aggregate=geometric-mean, drop=c',
    );
    const alone = scenarios.value.under({ choices: [1], dropped: -1 });
    expect(alone.ok ? [] : alone.problems.map(({ details }) => details?.under)).toContain('aggregate=geometric-mean');
    expect(scenarios.value.under({ choices: [0], dropped }).ok).toBe(true);
  });
});
