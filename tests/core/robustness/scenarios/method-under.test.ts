import { describe, expect, it } from 'vitest';
import type { ChoiceInput } from '../../../../src/core/robustness/scenarios/input.js';
import { methodUnder } from '../../../../src/core/robustness/scenarios/method-under.js';
import type { Method } from '../../../../src/core/scoring/method.js';
import { aFramework, aMethod } from '../../../fixtures/tiny-survey.js';
import { branch, leaf } from '../../scoring/a-computation.js';

const framework = aFramework(branch('index', [branch('A', [leaf('a1'), leaf('a2')]), leaf('b')]));
const outliers = { skewness: 2, kurtosis: 3.5, winsorise: 5, transform: 'log' } as const;

const aggregate: ChoiceInput = {
  kind: 'aggregate',
  alternatives: [
    { label: 'median', rule: 'median' },
    { label: 'geometric', rule: 'geometric-mean' },
  ],
};

const under = (method: Partial<Method>, input: ChoiceInput, picked = 0): Method =>
  methodUnder(aMethod(method), framework, input, picked);

describe('a method with an alternative picked', () => {
  it('combines every node by it, whatever rule a node has of its own', () => {
    const nodes: Method['nodes'] = { index: { aggregation: 'harmonic-mean', coverage: 0.5 }, A: { threshold: 1 } };
    const method = under({ nodes }, aggregate, 1);
    expect(method.aggregation).toBe('geometric-mean');
    expect(method.nodes).toEqual({ index: { coverage: 0.5 }, A: { threshold: 1 } });
  });

  it('combines no node whose children are not combined', () => {
    const own: Method['nodes'] = { index: { aggregation: 'none' }, A: { aggregation: 'sum' } };
    expect(under({ nodes: own }, aggregate).nodes).toEqual({ index: { aggregation: 'none' }, A: {} });
    const method = under({ aggregation: 'none', nodes: { A: { aggregation: 'sum', coverage: 1 }, b: {} } }, aggregate);
    expect(method.aggregation).toBe('none');
    expect(method.nodes).toEqual({ A: { aggregation: 'median', coverage: 1 }, b: {} });
  });

  it('brings every indicator to its scale, and leaves the scale of combined nodes', () => {
    const scale = { type: 'rank', ties: 'average' } as const;
    const method = under(
      { nodes: { a1: { scale }, A: { scale }, b: { scale, imputation: 'mean' } } },
      { kind: 'normalise', alternatives: [{ label: 'min-max', rule: { type: 'min-max', low: 1, high: 100 } }] },
    );
    expect(method.normalisation).toEqual({ type: 'min-max', low: 1, high: 100 });
    expect(method.nodes).toEqual({ a1: {}, A: { scale }, b: { imputation: 'mean' } });
  });

  it('fills gaps and treats outliers by it alone', () => {
    const nodes: Method['nodes'] = { a1: { imputation: 'median', outliers: 'none' } };
    const filled = under({ nodes }, { kind: 'impute', alternatives: [{ label: 'mean', rule: 'mean' }] });
    expect([filled.imputation, filled.nodes]).toEqual(['mean', { a1: { outliers: 'none' } }]);
    const treated = under({ nodes }, { kind: 'treat', alternatives: [{ label: 'log', rule: outliers }] });
    expect([treated.outliers, treated.nodes]).toEqual([outliers, { a1: { imputation: 'median' } }]);
  });

  it('takes every gap the same, and leaves what is not asked and who is withheld as the method has them', () => {
    const nodes = { A: { missing: { 'not-known': 'leave-out', 'not-asked': { score: 1 } }, coverage: 0.5 } } as const;
    const input: ChoiceInput = { kind: 'missing', alternatives: [{ label: '0', rule: { score: 0 } }] };
    const method = under({ nodes }, input);
    const { missing } = aMethod();
    expect(method.missing).toEqual({
      ...missing,
      'not-answered': { score: 0 },
      'not-applicable': { score: 0 },
      'not-known': { score: 0 },
    });
    expect(method.missing).toMatchObject({ 'not-asked': missing['not-asked'], withheld: missing.withheld });
    expect(method.nodes).toEqual({ A: { missing: { 'not-asked': { score: 1 } }, coverage: 0.5 } });
  });

  it('is the method as it is where there is no such alternative', () => {
    const method = aMethod();
    const kinds = ['normalise', 'aggregate', 'impute', 'treat', 'missing'] as const;
    for (const kind of kinds) expect(methodUnder(method, framework, { kind, alternatives: [] }, -1)).toBe(method);
  });
});
