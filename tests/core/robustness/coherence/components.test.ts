/** Of what components are taken, and when they are given: layers first, then the nodes that are not a whole layer. */
import { describe, expect, it } from 'vitest';
import { type Components, componentsOf } from '../../../../src/core/robustness/coherence/components.js';
import { layersOf } from '../../../../src/core/robustness/coherence/scored-tree.js';
import { drawn, type Sketch, sketch } from './hand-made.js';

const ALL = [1, 2, 3, 5];
const x = sketch('x', [0, 1, 2, 4]);
const y = sketch('y', [0, 0, 3, 1]);
const u = sketch('u', [3, 1, 2, 2]);
const v = sketch('v', [1, 5, 2, 0]);

function components(top: Sketch): readonly Components[] {
  const nodes = drawn(top);
  return componentsOf(nodes, layersOf(nodes));
}

describe('principal components are taken', () => {
  it('of every layer, then of every node whose children are not a whole layer', () => {
    const told = components(sketch('index', ALL, [sketch('a', ALL, [x, y]), sketch('b', [5, 3, 2, 1], [u, v])]));
    expect(told.map(({ of, nodes }) => [of, nodes])).toEqual([
      [{ depth: 1, isItems: false }, ['a', 'b']],
      [{ depth: 2, isItems: true }, ['x', 'y', 'u', 'v']],
      [{ node: 'a' }, ['x', 'y']],
      [{ node: 'b' }, ['u', 'v']],
    ]);
  });

  it('not of a node with one child, nor of an item', () => {
    const told = components(sketch('index', ALL, [sketch('a', ALL, [x]), sketch('b', ALL, [u, v])]));
    expect(told.map(({ of }) => of)).toEqual([
      { depth: 1, isItems: false },
      { depth: 2, isItems: true },
      { node: 'b' },
    ]);
  });

  it('of nothing where nothing stands beside anything', () => {
    expect(components(sketch('index', ALL, [x]))).toEqual([]);
  });

  it('of items of several depths together', () => {
    const told = components(sketch('index', ALL, [sketch('a', ALL, [x, y]), u]));
    expect(told.map(({ of }) => of)).toEqual([
      { depth: 1, isItems: false },
      { depth: 2, isItems: false },
      { depth: null, isItems: true },
    ]);
  });
});

describe('principal components are', () => {
  it('given for as many nodes as countries, the last explaining nothing', () => {
    const [told] = components(
      sketch('index', [1, 2, 3], [sketch('x', [0, 1, 2]), sketch('y', [0, 0, 3]), sketch('z', [5, 1, 9])]),
    );
    expect(told).toMatchObject({ standing: 'given', countries: 3, nodes: ['x', 'y', 'z'], constant: [] });
    expect(told?.found).toHaveLength(3);
    expect(told?.found.reduce((sum, { eigenvalue }) => sum + eigenvalue, 0)).toBeCloseTo(3, 9);
    expect(told?.found[2]?.eigenvalue).toBeCloseTo(0, 9);
    expect(told?.found[2]?.eigenvalue).toBeGreaterThanOrEqual(0);
    expect(told?.found.map(({ loadings }) => loadings.length)).toEqual([3, 3, 3]);
  });

  it('silent about what varies where fewer than three countries have all scores', () => {
    const [told] = components(sketch('index', [1, 2, 3], [sketch('x', [2, 2, null]), sketch('y', [1, 3, 5])]));
    expect(told).toMatchObject({ standing: 'too-few-countries', countries: 2, constant: [], found: [] });
  });

  it('a sketch below three countries to a node, even with thirty of them', () => {
    const eleven = (countries: number): Components | undefined => {
      const rows = Array.from({ length: countries }, (_, i) => i);
      const leaves = Array.from({ length: 11 }, (_, k) =>
        sketch(
          `i${k}`,
          rows.map((i) => (i * i + (k + 2) * i * (i % (k + 2))) % 37),
        ),
      );
      return components(sketch('index', rows, leaves))[0];
    };
    expect(eleven(32)).toMatchObject({ countries: 32, isSmall: true });
    expect(eleven(33)).toMatchObject({ countries: 33, isSmall: false });
    expect(eleven(33)?.nodes).toHaveLength(11);
  });
});
