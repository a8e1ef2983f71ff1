import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellSpec } from '../../../src/core/survey/answer-spec.js';
import type { AnswerTest, Condition, Reading, Truth } from '../../../src/core/survey/condition.js';
import { evaluate } from '../../../src/core/survey/evaluate.js';
import { keysRead } from '../../../src/core/survey/keys-read.js';
import { anOption } from '../../fixtures/tiny-survey.js';

/** Decides a test of question `q`, answered like this. */
function decide(spec: CellSpec, reading: Reading, test: Record<string, unknown>): Truth {
  const condition = { question: 'q', ...test } as AnswerTest;
  return evaluate(condition, { readings: new Map([['q', reading]]), point: new Map([['q', { spec }]]) });
}

const options = [anOption('a'), anOption('b')];

describe('a test of one answer', () => {
  it('"is" compares with one answer or a list of them', () => {
    const spec = { type: 'requirement' } as const;
    expect(decide(spec, { value: 'some' }, { is: 'some' })).toBe(true);
    expect(decide(spec, { value: 'some' }, { is: 'whole' })).toBe(false);
    expect(decide(spec, { value: 'some' }, { is: ['whole', 'some'] })).toBe(true);
  });

  it('"is" compares numbers, written as a number or as text', () => {
    expect(decide({ type: 'number' }, { value: 3 }, { is: 3 })).toBe(true);
    expect(decide({ type: 'number' }, { value: 3 }, { is: '3' })).toBe(true);
    expect(decide({ type: 'scale', to: 5 }, { value: 3 }, { is: [4, 5] })).toBe(false);
  });

  it('"is yes" of a link list holds with an address, "is no" with the word', () => {
    const spec = { type: 'link-list' } as const;
    expect(decide(spec, { value: ['https://a.example'] }, { is: 'yes' })).toBe(true);
    expect(decide(spec, { value: ['no'] }, { is: 'yes' })).toBe(false);
    expect(decide(spec, { value: ['no'] }, { is: 'no' })).toBe(true);
  });

  it('"includes" looks into several options', () => {
    const spec = { type: 'multiple-choice', options } as const;
    expect(decide(spec, { value: ['a', 'b'] }, { includes: 'b' })).toBe(true);
    expect(decide(spec, { value: ['a'] }, { includes: 'b' })).toBe(false);
  });

  it('"at least" follows the order of the type', () => {
    expect(decide({ type: 'frequency' }, { value: 'often' }, { atLeast: 'sometimes' })).toBe(true);
    expect(decide({ type: 'frequency' }, { value: 'rarely' }, { atLeast: 'sometimes' })).toBe(false);
    expect(decide({ type: 'share' }, { value: 'most' }, { atLeast: 'most' })).toBe(true);
    expect(decide({ type: 'rating', levels: options }, { value: 'a' }, { atLeast: 'b' })).toBe(false);
    expect(decide({ type: 'number' }, { value: 10 }, { atLeast: 9 })).toBe(true);
    expect(decide({ type: 'date' }, { value: '2024-01-31' }, { atLeast: '2024-02-01' })).toBe(false);
    expect(decide({ type: 'yes-no' }, { value: 'yes' }, { atLeast: 'no' })).toBe(false);
  });

  it('"answered" holds with any answer', () => {
    expect(decide({ type: 'text' }, { value: 'x' }, { answered: true })).toBe(true);
  });

  it('a missing answer leaves every test open, for the reason it is missing', () => {
    const spec = { type: 'multiple-choice', options } as const;
    for (const missing of ['not-answered', 'not-asked', 'not-applicable', 'not-known', 'withheld'] as const) {
      for (const test of [{ is: 'a' }, { includes: 'a' }, { atLeast: 'a' }, { answered: true }]) {
        expect(decide(spec, { missing }, test)).toEqual({ unknown: missing });
      }
    }
  });

  it('an answer nobody has heard of counts as not answered', () => {
    const condition = { question: 'q99', is: 'yes' };
    expect(evaluate(condition, { readings: new Map(), point: new Map() })).toEqual({ unknown: 'not-answered' });
  });
});

describe('several tests together', () => {
  const T = { question: 't', is: 'yes' };
  const F = { question: 'f', is: 'yes' };
  const U = { question: 'u', is: 'yes' };
  const V = { question: 'v', is: 'yes' };
  const around = {
    readings: new Map<string, Reading>([
      ['t', { value: 'yes' }],
      ['f', { value: 'no' }],
      ['u', { missing: 'not-known' }],
      ['v', { missing: 'withheld' }],
    ]),
    point: new Map(['t', 'f', 'u', 'v'].map((key) => [key, { spec: { type: 'yes-no' } as const }])),
  };
  const open = { unknown: 'not-known' };

  it.each<[string, Condition, unknown]>([
    ['all true', { all: [T, T] }, true],
    ['a false one decides "all"', { all: [U, F] }, false],
    ['an open one leaves "all" open', { all: [T, U] }, open],
    ['a true one decides "any"', { any: [U, T] }, true],
    ['an open one leaves "any" open', { any: [F, U] }, open],
    ['all false', { any: [F, F] }, false],
    ['the opposite of true', { not: T }, false],
    ['the opposite of open is open', { not: U }, open],
    ['the first reason is given', { all: [U, V] }, open],
    ['nesting', { all: [T, { any: [F, { not: F }] }] }, true],
  ])('%s', (_name, condition, truth) => {
    expect(evaluate(condition, around)).toEqual(truth);
  });

  it("obeys De Morgan's laws in all three values, and always comes to an end", () => {
    const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'medium' },
        fc.constantFrom(T, F, U),
        fc.array(tie('tree'), { maxLength: 4 }).map((all) => ({ all })),
        fc.array(tie('tree'), { maxLength: 4 }).map((any) => ({ any })),
        tie('tree').map((not) => ({ not })),
      ),
    }));
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }), (parts) => {
        const opposites = parts.map((not) => ({ not }));
        expect(evaluate({ not: { all: parts } }, around)).toEqual(evaluate({ any: opposites }, around));
        expect(evaluate({ not: { any: parts } }, around)).toEqual(evaluate({ all: opposites }, around));
      }),
    );
  });
});

describe('what a condition looks at', () => {
  it('names each data point once, in the order of the tests', () => {
    const condition = {
      all: [
        { question: 'q2', part: 'r1', is: 'yes' },
        { any: [{ question: 'q1', answered: true as const }, { not: { question: 'q2', part: 'r1', is: 'no' } }] },
      ],
    };
    expect(keysRead(condition)).toEqual(['q2/r1', 'q1']);
  });
});
