/** Ready-made variants do what their names say, and can be computed where a plain one could not. */
import { describe, expect, it } from 'vitest';
import { type ReadyMade, readyMade } from '../../../../src/core/robustness/method-variants/ready-made.js';
import { openRound } from '../../../../src/core/robustness/method-variants/variant-round.js';
import type { Computation } from '../../../../src/core/scoring/compute-index.js';
import type { Method } from '../../../../src/core/scoring/method.js';
import { aFramework, aMethod, aNode } from '../../../fixtures/tiny-survey.js';
import { aRound, byCountry, compared, THREE } from './a-comparison.js';

function made(id: ReadyMade, computation: Computation): Method {
  const round = openRound(computation);
  const method = readyMade(id, { ...round, method: round.official });
  if (method === undefined) throw new Error(`no ${id}`);
  return method;
}

const movesUnder = (id: ReadyMade, computation: Computation) => {
  const comparison = compared(computation, { id, title: id, method: made(id, computation) });
  return byCountry(comparison, comparison.variants[0]?.moves ?? []);
};

describe('ready-made variants', () => {
  it('weigh equally everywhere, whatever single nodes were given', () => {
    const method = aMethod({ weights: 'stated', nodes: { index: { weights: { '1': 9, '2': 1 }, coverage: 0.5 } } });
    const equal = made('equal-weights', aRound(THREE, { method }));
    expect(equal.weights).toBe('equal');
    expect(equal.nodes.index).toEqual({ weights: 'equal', coverage: 0.5 });
  });

  it('take a geometric mean of scores raised above 0, which cannot be made where scores have no bounds', () => {
    const zero = { ...THREE, XAC: [0.6, 0] } as const;
    expect(movesUnder('geometric-mean', aRound(zero))).toEqual({ XAA: -1, XAB: 1, XAC: 0 });
    const unbounded = aRound(THREE, { method: aMethod({ scale: null }) });
    const round = openRound(unbounded);
    expect(readyMade('geometric-mean', { ...round, method: round.official })).toBeUndefined();
  });

  it('rank indicators, and leave one alone on which nobody differs', () => {
    const figures = { XAA: [0.9, 0.3], XAB: [0.5, 0.3], XAC: [0.6, 0.3] } as const;
    const ranks = made('ranks', aRound(figures));
    expect(ranks.normalisation).toEqual({ type: 'percentile-rank', ties: 'average' });
    expect(ranks.nodes).toEqual({ '2': { scale: { type: 'none' } } });
    expect(movesUnder('ranks', aRound(figures))).toEqual({ XAA: 0, XAB: 0, XAC: 0 });
  });

  it('standardise what lies two levels below the index, or right below it', () => {
    const { nodes } = made('z-scores', aRound(THREE));
    expect(nodes).toEqual({
      '1': { scale: { type: 'z-score', deviation: 'sample' } },
      '2': { scale: { type: 'z-score', deviation: 'sample' } },
    });
    expect(movesUnder('z-scores', aRound(THREE))).toEqual({ XAA: 0, XAB: 0, XAC: 0 });
  });

  it('leave out whatever is missing, at single nodes too', () => {
    const method = aMethod({ nodes: { '2': { missing: { 'not-known': 'block' } } } });
    const { missing, nodes } = made('leave-out', aRound(THREE, { method }));
    expect(new Set(Object.values(missing))).toEqual(new Set(['leave-out']));
    expect(new Set(Object.values(nodes['2']?.missing ?? {}))).toEqual(new Set(['leave-out']));
  });

  it('derive weights only where there are several children', () => {
    const { nodes } = made('principal-components', aRound(THREE));
    expect(nodes).toEqual({ index: { weights: 'principal-components' } });
  });
});

describe('ready-made variants of a deeper framework', () => {
  const framework = aFramework(
    aNode({
      id: 'index',
      children: [
        aNode({ id: '1', children: [aNode({ id: '1.1' }), aNode({ id: '1.2' })] }),
        aNode({ id: '2', children: [aNode({ id: '2.1' })] }),
        aNode({ id: '3' }),
      ],
    }),
  );
  const nodesOf = (id: ReadyMade, given: Partial<Method> = {}, constant: readonly string[] = []) =>
    readyMade(id, { framework, method: aMethod(given), constant })?.nodes;
  const half = { type: 'linear', intercept: 0, slope: 0.5 } as const;

  it('touch no node that has no rule of the kind', () => {
    const nodes = { '1': { coverage: 0.5 }, '1.1': { coverage: 0.2 } };
    for (const id of ['equal-weights', 'leave-out', 'ranks'] as const) expect(nodesOf(id, { nodes })).toEqual(nodes);
  });

  it('combine geometrically, and derive weights, only where there are several children', () => {
    const raised = { scale: { type: 'linear', intercept: 0.01, slope: 0.99 } };
    const means = { aggregation: 'geometric-mean' };
    expect(nodesOf('geometric-mean')).toEqual({
      index: means,
      '1': means,
      '1.1': raised,
      '1.2': raised,
      '2': raised,
      '3': raised,
    });
    const derived = { weights: 'principal-components' };
    expect(nodesOf('principal-components')).toEqual({ index: derived, '1': derived });
  });

  it('have no geometric mean where scores go below 0 or no higher than it', () => {
    expect(nodesOf('geometric-mean', { scale: { low: -1, high: 1 } })).toBeUndefined();
    expect(nodesOf('geometric-mean', { scale: { low: 0, high: 0 } })).toBeUndefined();
    expect(nodesOf('geometric-mean', { scale: { low: -1, high: 0 } })).toBeUndefined();
  });

  it('rank indicators that have a scale of their own too, but no node above them', () => {
    const rank = { scale: { type: 'percentile-rank', ties: 'average' } };
    expect(nodesOf('ranks', { nodes: { '1': { scale: half }, '1.1': { scale: half, coverage: 0.5 } } })).toEqual({
      '1': { scale: half },
      '1.1': { ...rank, coverage: 0.5 },
    });
  });

  it('leave those on which nobody differs by the scale they had, their own or that of all', () => {
    const normalisation = { type: 'min-max', low: 0, high: 1 } as const;
    const given = { normalisation, nodes: { '1.1': { scale: half }, '2.1': { coverage: 0.5 } } };
    expect(nodesOf('ranks', given, ['1.1', '1.2', '2.1'])).toEqual({
      '1.1': { scale: half },
      '1.2': { scale: normalisation },
      '2.1': { scale: normalisation, coverage: 0.5 },
    });
  });

  it('standardise what lies two levels below the index', () => {
    expect(Object.keys(nodesOf('z-scores') ?? {}).sort()).toEqual(['1.1', '1.2', '2.1', '3']);
  });
});
