/** The round that variants are run on: figures of a source stand for indicators, but never so that the official result differs. */
import { describe, expect, it } from 'vitest';
import { openRound } from '../../../../src/core/robustness/method-variants/variant-round.js';
import { type Computation, openIndex } from '../../../../src/core/scoring/compute-index.js';
import type { IndexInput } from '../../../../src/core/scoring/index-input.js';
import { columnsAt } from '../../../../src/core/scoring/state.js';
import { outlineOf } from '../../../../src/core/survey/outline.js';
import {
  aFramework,
  aMethod,
  aNode,
  tinyAnswers,
  tinyFramework,
  tinyMethod,
  tinyQuestionnaire,
} from '../../../fixtures/tiny-survey.js';
import { branch, compute, leaf } from '../../scoring/a-computation.js';
import { aRound, THREE } from './a-comparison.js';

const scoresOf = (round: ReturnType<typeof openRound>, method = round.official): readonly number[] => {
  const ran = round.run(method);
  if (!ran.ok) throw new Error(JSON.stringify(ran.problems));
  return [...columnsAt(ran.value.state, 0).scores];
};

/** Figures at `1` and `2`; what lies below `1` was not published. */
const deep = aFramework(
  aNode({
    id: 'index',
    children: [aNode({ id: '1', children: [aNode({ id: '1.1' }), aNode({ id: '1.2' })] }), aNode({ id: '2' })],
  }),
);

const opened = (input: IndexInput): Computation => {
  const computation = openIndex(input);
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  return computation.value;
};

/** The tiny survey with its answers. */
const answered: IndexInput = {
  framework: tinyFramework,
  method: tinyMethod,
  outline: outlineOf(tinyQuestionnaire),
  countries: ['XAA', 'XAB', 'XAC'],
  answers: tinyAnswers,
  given: [],
  groups: [],
};

describe('the round of an edition with figures', () => {
  it('lets a scale rule reach them, as if they were indicators', () => {
    const round = openRound(aRound(THREE));
    expect(round.fromFigures).toBe(true);
    expect(scoresOf(round)).toEqual([0.55, 0.5, 0.35]);
    const borda = { ...round.official, normalisation: { type: 'borda', ties: 'min' } as const };
    // Figure 1: 2, 0, 1 lower ones; figure 2: 1, 2, 0.
    expect(scoresOf(round, borda)).toEqual([1.5, 1, 0.5]);
  });

  it('cuts off what lies below them, where nothing was measured', () => {
    const round = openRound(aRound(THREE, { framework: deep }));
    expect(round.framework.index.children.map(({ id, children }) => [id, children.length])).toEqual([
      ['1', 0],
      ['2', 0],
    ]);
    expect(scoresOf(round)).toEqual([0.55, 0.5, 0.35]);
  });

  it('leaves a gap a gap, for its own reason', () => {
    const round = openRound(aRound({ ...THREE, XAD: [0.8, null] }, { framework: deep }));
    expect(scoresOf(round)[3]).toBeNaN();
    const missing = { ...round.official.missing, 'not-answered': 'leave-out' } as const;
    expect(scoresOf(round, { ...round.official, missing })[3]).toBe(0.8);
  });

  it('takes them as scores, as they were, where the official method would scale them', () => {
    const method = aMethod({ nodes: { '1': { scale: { type: 'min-max', low: 0, high: 1 } } } });
    const round = openRound(aRound(THREE, { method }));
    expect(round.fromFigures).toBe(false);
    expect(scoresOf(round)).toEqual([0.55, 0.5, 0.35]);
  });

  it('knows on which of them the countries do not differ', () => {
    expect(openRound(aRound({ XAA: [0.9, 0.2], XAB: [0.5, 0.2], XAC: [0.1, null] })).constant).toEqual(['2']);
  });
});

describe('a round whose figures do not stand for indicators', () => {
  it('is one with answers, even where figures are given for everything', () => {
    const given = Object.keys(THREE).flatMap((country) =>
      ['1', '2'].map((node) => ({ country, node, value: country === 'XAA' ? 0.5 : 0.25 })),
    );
    expect(openRound(opened({ ...answered, given })).fromFigures).toBe(false);
  });

  it('is one without any figures, whose answers score as in the edition', () => {
    const round = openRound(opened(answered));
    expect(round.fromFigures).toBe(false);
    expect(scoresOf(round).slice(0, 2)).toEqual([0.78125, 0.3125]);
    expect(scoresOf(round)[2]).toBeNaN();
  });

  it('is one where nothing is known at all', () => {
    expect(openRound(aRound({ XAA: [], XAB: [] })).fromFigures).toBe(false);
  });

  it('is one where a figure lies below another', () => {
    const computation = opened({
      ...aRound(THREE, { framework: deep }).input,
      given: Object.keys(THREE).flatMap((country) =>
        ['1', '1.1', '2'].map((node, at) => ({ country, node, value: at / 4 + 0.25 })),
      ),
    });
    expect(openRound(computation).fromFigures).toBe(false);
  });

  it('is one whose official method names what would be cut off', () => {
    const method = aMethod({ screening: { indicators: { keep: ['1.1'] } } });
    const round = openRound(aRound(THREE, { method, framework: deep }));
    expect(round.fromFigures).toBe(false);
    expect(scoresOf(round)).toEqual([0.55, 0.5, 0.35]);
  });
});

describe('a round of figures', () => {
  it('leaves what a country withholds withheld', () => {
    const { input } = aRound({ ...THREE, XAD: [null, 0.8] }, { framework: deep });
    const round = openRound(opened({ ...input, withheld: ['XAD'] }));
    expect(round.fromFigures).toBe(true);
    const leftOut = (reason: 'withheld' | 'not-answered') =>
      scoresOf(round, { ...round.official, missing: { ...round.official.missing, [reason]: 'leave-out' } })[3];
    expect(leftOut('withheld')).toBe(0.8);
    expect(leftOut('not-answered')).toBeNaN();
  });

  it('knows that two countries with two figures differ', () => {
    expect(openRound(aRound({ XAA: [0.9, 0.2], XAB: [0.5, 0.2] })).constant).toEqual(['2']);
  });

  it('refuses a method that divides by what is not there', () => {
    const round = openRound(aRound(THREE));
    expect(round.run({ ...round.official, denominators: { '1': 'gone' } }).ok).toBe(false);
  });
});

describe('a round of answers', () => {
  it('divides an indicator by the answer that a method names', () => {
    const stated = { XAA: { a: 10, b: 2 }, XAB: { a: 9, b: 3 } };
    const round = openRound(compute(branch('index', [leaf('a'), leaf('b')]), stated));
    expect(scoresOf(round)).toEqual([6, 6]);
    // 10 / 2 and 2; 9 / 3 and 3.
    expect(scoresOf(round, { ...round.official, denominators: { a: 'b' } })).toEqual([3.5, 3]);
  });
});
