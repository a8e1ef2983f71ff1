/** The framework as a round can judge it: which nodes count, what each weighs, and which are held against one another. */
import { describe, expect, it } from 'vitest';
import {
  itemsOf,
  type Layer,
  layersOf,
  type ScoredNode,
  scoredTree,
} from '../../../../src/core/robustness/coherence/scored-tree.js';
import type { Node } from '../../../../src/core/scoring/framework.js';
import { branch, compute, leaf, type Stated } from '../../scoring/a-computation.js';
import { drawn, type Sketch, sketch } from './hand-made.js';

type Given = Parameters<typeof compute>[2];

/** Missing values block whatever lies above them. */
const blocking = (method: NonNullable<Given>['method'] = {}): Given => ({
  method: {
    missing: {
      'not-answered': 'block',
      'not-asked': 'block',
      'not-applicable': 'block',
      'not-known': 'block',
      withheld: 'block',
    },
    ...method,
  },
});

function scored(index: Node, stated: Stated, given: Given = blocking()): readonly ScoredNode[] {
  const { plan, state } = compute(index, stated, given);
  return scoredTree(plan, state);
}

const weights = (nodes: readonly ScoredNode[]): readonly (readonly [string, number | null, number | null])[] =>
  nodes.map(({ id, weight, effective }) => [id, weight, effective]);

const none = 'not-known' as const;

describe('a node counts', () => {
  it('in reading order, each knowing its parent, its children and how deep it lies', () => {
    const nodes = scored(branch('index', [branch('a', [leaf('x'), leaf('y')]), leaf('z')]), {
      XAA: { x: 1, y: 2, z: 3 },
      XAB: { x: 3, y: 4, z: 6 },
    });
    expect(
      nodes.map(({ id, depth, parent, children }) => [id, depth, parent?.id, children.map((child) => child.id)]),
    ).toEqual([
      ['index', 0, undefined, ['a', 'z']],
      ['a', 1, 'index', ['x', 'y']],
      ['x', 2, 'a', []],
      ['y', 2, 'a', []],
      ['z', 1, 'index', []],
    ]);
    expect(Object.keys(nodes[0] ?? {})).not.toContain('parent');
    expect([...(nodes[1]?.scores ?? [])]).toEqual([1.5, 3.5]);
  });

  it('when something below it does, though no country has a score at it', () => {
    const nodes = scored(branch('index', [branch('a', [leaf('x'), leaf('y')]), branch('b', [leaf('z')])]), {
      XAA: { x: 1, y: none, z: none },
      XAB: { x: none, y: 2, z: none },
    });
    expect(nodes.map(({ id, scores }) => [id, ...scores])).toEqual([
      ['index', Number.NaN, Number.NaN],
      ['a', Number.NaN, Number.NaN],
      ['x', 1, Number.NaN],
      ['y', Number.NaN, 2],
    ]);
    expect(weights(nodes)).toEqual([
      ['index', 1, 1],
      ['a', 1, 1],
      ['x', 0.5, 0.5],
      ['y', 0.5, 0.5],
    ]);
  });

  it('not where no country has any score, and then there is no tree', () => {
    expect(scored(branch('index', [leaf('x'), leaf('y')]), { XAA: { x: none, y: none } })).toEqual([]);
  });
});

describe('the weight of a node', () => {
  const tree = (): Node => branch('index', [branch('a', [leaf('x', 3), leaf('y', 1)], 2), leaf('z', 3)]);
  const round: Stated = { XAA: { x: 1, y: 2, z: 5 }, XAB: { x: 2, y: 1, z: 7 }, XAC: { x: 4, y: 3, z: 6 } };

  it('is its share among its siblings, multiplied down to its share of the index', () => {
    expect(weights(scored(tree(), round))).toEqual([
      ['index', 1, 1],
      ['a', 0.4, 0.4],
      ['x', 0.75, expect.closeTo(0.3, 12)],
      ['y', 0.25, expect.closeTo(0.1, 12)],
      ['z', 0.6, 0.6],
    ]);
  });

  it('is none below a node that does not combine them, and no share of the index is told further down', () => {
    const given = blocking({ nodes: { index: { aggregation: 'none' } } });
    expect(weights(scored(tree(), round, given))).toEqual([
      ['index', 1, 1],
      ['a', null, null],
      ['x', 0.75, null],
      ['y', 0.25, null],
      ['z', null, null],
    ]);
  });

  it('is none where all siblings weigh nothing', () => {
    const { plan, state } = compute(tree(), round, blocking());
    const nodes = scoredTree(plan, { ...state, weights: state.weights.map(() => 0) });
    expect(weights(nodes)).toEqual([
      ['index', 1, 1],
      ['a', null, null],
      ['x', null, null],
      ['y', null, null],
      ['z', null, null],
    ]);
  });
});

describe('nodes are held against one another', () => {
  const S = [1, 2, 3];
  const node = (id: string, ...children: readonly Sketch[]): Sketch => sketch(id, S, children);
  const layers = (top: Sketch): readonly (readonly [Layer['depth'], boolean, readonly string[]])[] =>
    layersOf(drawn(top)).map(({ depth, isItems, nodes }) => [depth, isItems, nodes.map(({ id }) => id)]);

  it('depth by depth, the last depth being the items where all lie there', () => {
    expect(layers(node('index', node('a', node('x'), node('y')), node('b', node('u'), node('v'))))).toEqual([
      [1, false, ['a', 'b']],
      [2, true, ['x', 'y', 'u', 'v']],
    ]);
  });

  it('and all items together where they lie at several depths, be they as many as there are at one of them', () => {
    expect(layers(node('index', node('a', node('x')), node('z')))).toEqual([
      [1, false, ['a', 'z']],
      [null, true, ['x', 'z']],
    ]);
  });

  it('not where one stands alone', () => {
    expect(layers(node('index', node('a', node('x'), node('y'))))).toEqual([[2, true, ['x', 'y']]]);
    expect(layers(node('index', node('a', node('x'))))).toEqual([]);
    expect(layers(node('index'))).toEqual([]);
  });

  it('as items when nothing lies below them', () => {
    const nodes = drawn(node('index', node('a', node('x')), node('z')));
    expect(itemsOf(nodes).map(({ id }) => id)).toEqual(['x', 'z']);
  });
});
