/** What becomes of a change that cannot be computed by itself. */
import { describe, expect, it } from 'vitest';
import type { MethodChange } from '../../../../src/core/robustness/method-variants/method-change.js';
import { type Base, baseOf } from '../../../../src/core/robustness/method-variants/sound-run.js';
import { stepsOf } from '../../../../src/core/robustness/method-variants/steps-of.js';
import { openRound } from '../../../../src/core/robustness/method-variants/variant-round.js';
import type { NodeRule } from '../../../../src/core/scoring/method.js';
import { aRound, type Figures, THREE } from './a-comparison.js';

function baseFor(figures: Figures): Base {
  const opened = baseOf(openRound(aRound(figures)));
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  return opened.value.base;
}

const aChange = (node: string, rule: NodeRule): MethodChange => ({
  id: node,
  part: 'nodes',
  nodes: [node],
  rules: [],
  onto: (method) => ({ ...method, nodes: { ...method.nodes, [node]: { ...method.nodes[node], ...rule } } }),
});

const geometric = aChange('index', { aggregation: 'geometric-mean' });
const lowered = aChange('2', { scale: { type: 'linear', intercept: -0.2, slope: 1 } });
const uncombined = aChange('index', { aggregation: 'none' });

describe('a change of a variant', () => {
  it('that can be computed alone has no problems', () => {
    const { onto: _onto, ...told } = geometric;
    expect(stepsOf(baseFor(THREE), [geometric])).toEqual([
      { ...told, tried: 'alone', moves: [-1, 1, 0], problems: [] },
    ]);
  });

  it('that can be computed neither alone nor on top of others is not tried, and moves nobody that anyone knows of', () => {
    const { onto: _onto, ...told } = geometric;
    const steps = stepsOf(baseFor({ ...THREE, XAC: [0.6, 0] }), [geometric]);
    expect(steps).toEqual([
      {
        ...told,
        tried: 'not',
        moves: [null, null, null],
        problems: [expect.objectContaining({ code: 'not-positive' })],
      },
    ]);
  });

  it('is not tried on top of others that cannot be computed together', () => {
    // Lowered by 0.2, XAA has 0 at `2` and XAC less: a mean takes them, a geometric mean does not.
    const steps = stepsOf(baseFor(THREE), [geometric, lowered, uncombined]);
    expect(steps.map(({ tried }) => tried)).toEqual(['alone', 'alone', 'not']);
    expect(steps[2]).toMatchObject({ moves: [null, null, null], problems: [{ code: 'variant-ranks-nobody' }] });
  });
});
