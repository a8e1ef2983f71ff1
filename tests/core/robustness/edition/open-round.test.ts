/** A kept round is laid out as the engine lays out the results it was kept of. */
import { describe, expect, it } from 'vitest';
import { openRound } from '../../../../src/core/robustness/edition/open-round.js';
import type { Round } from '../../../../src/core/robustness/edition/round.js';
import { openScenarios } from '../../../../src/core/robustness/scenarios/open-scenarios.js';
import { openIndex } from '../../../../src/core/scoring/compute-index.js';
import { tinyAnswers, tinyFramework, tinyMethod, tinyQuestionnaire } from '../../../fixtures/tiny-survey.js';
import { branch, leaf } from '../../scoring/a-computation.js';
import { aKeptRound, inputOf, reopened } from './a-kept-round.js';

const tiny: Round = {
  framework: tinyFramework,
  method: tinyMethod,
  questionnaire: tinyQuestionnaire,
  countries: ['XAA', 'XAB', 'XAC'],
  answers: Object.fromEntries(tinyAnswers),
  given: [{ country: 'XAC', node: '1', value: 0.125 }],
  groups: [{ id: 'north', countries: ['XAA', 'XAC'] }],
  withheld: [],
};

const indexScores = (round: Round): readonly number[] => {
  const scenarios = openScenarios(reopened(round).ground, []);
  if (!scenarios.ok) throw new Error(JSON.stringify(scenarios.problems));
  return [...(scenarios.value.nominal[0] ?? [])];
};

describe('a round that was kept', () => {
  it('gives the scores of its results to the last bit, also after it was written as JSON and read again', () => {
    const computed = openIndex(inputOf(tiny));
    expect(computed.ok && computed.value.results.nodes[0]?.score).toEqual(indexScores(tiny));
    expect(indexScores(JSON.parse(JSON.stringify(tiny)))).toEqual(indexScores(tiny));
  });

  it('has its countries in code order, whatever order they were kept in', () => {
    const mixed = { ...tiny, countries: ['XAC', 'XAA', 'XAB'] };
    expect(reopened(mixed).countries).toEqual(['XAA', 'XAB', 'XAC']);
    expect(indexScores(mixed)).toEqual(indexScores(tiny));
  });

  it('holds every grouping that a way to impute may name, asked for or not', () => {
    const { ground } = reopened(tiny);
    expect([...ground.companions.groupings]).toEqual([['north', ['members', 'others', 'members']]]);
    const index = branch('index', [leaf('a'), leaf('b')]);
    const gaps = { XAA: { a: 1, b: 1 }, XAB: { a: 2, b: 'not-known' }, XAC: { a: 3, b: 5 } } as const;
    const { ground: withGaps } = reopened(
      aKeptRound(index, gaps, { groups: [{ id: 'far', countries: ['XAB', 'XAC'] }] }),
    );
    const filled = openScenarios(withGaps, [
      {
        kind: 'impute',
        alternatives: [
          { label: 'group-mean:far', rule: { type: 'group-mean', by: 'far' } },
          { label: 'mean', rule: 'mean' },
        ],
      },
    ]);
    const scores = filled.ok ? filled.value.at([0]) : filled;
    expect(scores.ok && [...(scores.value[0] ?? [])]).toEqual([1, 3.5, 4]);
  });

  it('is refused with every figure that has no place', () => {
    const given = [
      { country: 'XAA', node: 'nowhere', value: 1 },
      { country: 'XAB', node: '1', value: Number.NaN },
    ];
    const opened = openRound({ ...tiny, given });
    expect(!opened.ok && opened.problems.map(({ code }) => code)).toEqual(['given-unknown-node', 'given-not-a-number']);
  });
});
