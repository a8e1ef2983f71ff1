/** What a variant changes, taken apart: every change that can move a rank, alone and nothing else. */
import { describe, expect, it } from 'vitest';
import { changesOf } from '../../../../src/core/robustness/method-variants/method-change.js';
import type { Method, NodeRule } from '../../../../src/core/scoring/method.js';
import { aMethod } from '../../../fixtures/tiny-survey.js';

const NODES = ['index', '1', '1.1', '1.2', '2'];
const official = aMethod({ nodes: { '1': { aggregation: 'median', coverage: 0.5 } } });
const changes = (variant: Partial<Method>, nodes = NODES) => changesOf(official, { ...official, ...variant }, nodes);
const ids = (variant: Partial<Method>, nodes = NODES): readonly string[] => changes(variant, nodes).map(({ id }) => id);

describe('the changes of a variant', () => {
  it('are none where only its title, the scale of its axes or the order of keys differs', () => {
    const { ties, on, tolerance } = official.ranking;
    expect(ids({ title: 'Another', scale: null, ranking: { tolerance, on, ties } })).toEqual([]);
  });

  it('stand in the order of the steps, rules that need each other together', () => {
    const variant = {
      aggregation: 'geometric-mean',
      weights: { set: 'own' },
      sets: { own: { '1': 2 } },
      normalisation: { type: 'rank', ties: 'min' },
      threshold: 0.5,
      nodes: {},
      presentation: { ...official.presentation, decimals: 0 },
    } as const;
    expect(ids(variant)).toEqual([
      'normalisation',
      'weights',
      'aggregation',
      'threshold',
      'ranking',
      '1: aggregation',
      '1: coverage',
    ]);
    const weights = changes(variant).find(({ id }) => id === 'weights');
    expect(weights?.rules.map(({ key }) => key)).toEqual(['weights', 'sets']);
    expect(weights?.onto(official)).toEqual({ ...official, weights: { set: 'own' }, sets: { own: { '1': 2 } } });
  });

  it('exchange one rule of one node, and leave its others alone', () => {
    const variant = { nodes: { '1': { aggregation: 'harmonic-mean', coverage: 0.5 } } } as const;
    const [change, ...others] = changes(variant);
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      id: '1: aggregation',
      nodes: ['1'],
      rules: [{ key: 'aggregation', from: 'median', to: 'harmonic-mean' }],
    });
    expect(change?.onto(official).nodes).toEqual(variant.nodes);
  });

  it('take a rule away where the variant has none', () => {
    const [change] = changes({ nodes: { '1': { coverage: 0.5 } } });
    expect(change?.onto(official).nodes).toEqual({ '1': { coverage: 0.5 } });
    const [key] = changes({ nodes: official.nodes, coverage: 0.2 });
    const { coverage: _coverage, ...without } = { ...official, coverage: 0.2 };
    expect(changesOf({ ...official, coverage: 0.2 }, without, NODES)[0]?.onto({ ...official, coverage: 0.2 })).toEqual(
      without,
    );
    expect(key?.onto(official).coverage).toBe(0.2);
  });

  it('count the very same change of many nodes as one, and leave out nodes that the round does not have', () => {
    const many = ['a', 'b', 'c', 'd', 'e'];
    const rule: NodeRule = { scale: { type: 'none' } };
    const nodes = { ...official.nodes, ...Object.fromEntries([...many, 'gone'].map((id) => [id, rule])) };
    expect(ids({ nodes }, many)).toEqual(['a b c d e: scale']);
    expect(ids({ nodes }, many.slice(1))).toEqual(['b: scale', 'c: scale', 'd: scale', 'e: scale']);
  });

  it('try what is beyond a dozen nodes as one, so that no variant takes for ever', () => {
    const many = Array.from({ length: 20 }, (_, at) => `n${at}`);
    const nodes = Object.fromEntries(many.map((id, at) => [id, { coverage: at / 100 }]));
    const all = changesOf(aMethod(), aMethod({ nodes }), many);
    expect(all).toHaveLength(12);
    expect(all.at(-1)).toMatchObject({ id: 'other nodes', nodes: many.slice(11) });
    expect(all.reduce((method, { onto }) => onto(method), aMethod()).nodes).toEqual(nodes);
  });
});

describe('a rule of the whole method', () => {
  const rules: readonly (readonly [string, Partial<Method>])[] = [
    ['screening', { screening: { units: { data: 0.5 } } }],
    ['denominators', { denominators: 'stated' }],
    ['outliers', { outliers: 'none' }],
    ['imputation', { imputation: 'mean' }],
    ['normalisation', { normalisation: { type: 'none' } }],
    ['weights', { shares: { low: 0.1, high: 0.5 } }],
    ['aggregation', { aggregation: 'median' }],
    ['missing', { missing: { ...official.missing, withheld: 'leave-out' } }],
    ['coverage', { coverage: 0.5 }],
    ['threshold', { threshold: 0.5 }],
    ['ranking', { ranking: { ...official.ranking, ties: 'dense' } }],
    ['ranking', { presentation: { ...official.presentation, decimals: 0 } }],
  ];

  it.each(rules)('for %s is one change, told before and after', (part, rule) => {
    const all = changes(rule);
    const [key] = Object.keys(rule) as (keyof Method)[];
    if (key === undefined) throw new Error('no rule');
    const told = { key, from: official[key], to: rule[key] };
    expect(all).toEqual([{ id: part, part, nodes: [], rules: [told], onto: expect.any(Function) }]);
    expect(all[0]?.onto(official)).toEqual({ ...official, ...rule });
  });
});

describe('rules of single nodes', () => {
  const many = Array.from({ length: 13 }, (_, at) => `n${at}`);
  const withOwn = (count: number) =>
    changesOf(
      aMethod(),
      aMethod({ nodes: Object.fromEntries(many.slice(0, count).map((id, at) => [id, { coverage: at / 100 }])) }),
      many,
    );

  it('are tried one by one up to a dozen', () => {
    expect(withOwn(12).map(({ id }) => id)).toEqual(many.slice(0, 12).map((id) => `${id}: coverage`));
    expect(withOwn(12).every(({ part }) => part === 'nodes')).toBe(true);
  });

  it('are told of one by one too, and not where several are tried as one', () => {
    const all = withOwn(13);
    expect(all[0]?.rules).toEqual([{ key: 'coverage', from: undefined, to: 0 }]);
    expect(all.at(-1)).toMatchObject({ id: 'other nodes', part: 'nodes', nodes: ['n11', 'n12'], rules: [] });
  });

  it('are taken away without a trace where the variant has none', () => {
    const [change] = changes({ nodes: { '1': { coverage: 0.5 } } });
    expect(Object.keys(change?.onto(official).nodes['1'] ?? {})).toEqual(['coverage']);
  });
});
