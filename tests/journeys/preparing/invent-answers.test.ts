import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../../src/core/survey/outline.js';
import type { Profile } from '../../../src/journeys/preparing/demonstration.js';
import { inventAnswers } from '../../../src/journeys/preparing/invent-answers.js';
import { checkDefinition } from '../../../src/library/check-definition.js';

const { definition } = checkDefinition('questionnaires/ourdata-2017');
if (definition?.questionnaire === undefined) throw new Error('no definition');
const invention = {
  seed: 'a seed',
  outline: outlineOf(definition.questionnaire),
  framework: definition.framework,
  texts: [
    { question: 'q30', atLeast: 0, text: 'We begin.' },
    { question: 'q30', atLeast: 0.5, text: '{country} goes on.' },
  ],
  nameOf: (country: string) => `Land ${country}`,
};

const profile = (given: Partial<Profile> = {}): Profile => ({
  country: 'XAA',
  drawnAs: 'XAA',
  levels: new Map([
    ['1', 0.6],
    ['2', 0.6],
    ['3', 0.6],
  ]),
  peculiarities: new Map(),
  ...given,
});

const answersOf = (given: Partial<Profile> = {}) => {
  const answers = inventAnswers(invention, profile(given));
  if (!answers.ok) throw new Error(JSON.stringify(answers.problems));
  return answers.value;
};

describe('the invented answers of a country', () => {
  it('are the same every time, and others with another seed', () => {
    expect(JSON.stringify(answersOf())).toBe(JSON.stringify(answersOf()));
    const other = inventAnswers({ ...invention, seed: 'another seed' }, profile());
    expect(other.ok && JSON.stringify(other.value)).not.toBe(JSON.stringify(answersOf()));
  });

  it('are drawn like those of the country it shares its luck with, under addresses of its own', () => {
    const twin = JSON.stringify(answersOf({ country: 'XAB', drawnAs: 'XAA' }));
    expect(twin).not.toBe(JSON.stringify(answersOf()));
    expect(twin.replaceAll('data.xab.', 'data.xaa.').replaceAll('Land XAB', 'Land XAA')).toBe(
      JSON.stringify(answersOf()),
    );
  });

  it('keep to what is peculiar to it, and to what is asked then', () => {
    const answers = answersOf({
      peculiarities: new Map([
        ['q66', 'no'],
        ['q27/i18', 'not-known'],
        ['q2', 'not-answered'],
      ]),
    });
    expect(answers.q66).toEqual({ value: 'no' });
    expect(answers['q27/i18']).toEqual({ missing: 'not-known' });
    expect(answers.q2).toBeUndefined();
    expect(Object.keys(answers).filter((key) => /^q(66a|66b|67|70|72)/.test(key))).toEqual([]);
  });

  it('say in words what fits how strong it is', () => {
    expect(answersOf().q30).toEqual({ value: 'Land XAA goes on.' });
    const weak = new Map([
      ['1', 0.1],
      ['2', 0.1],
      ['3', 0.1],
    ]);
    expect(answersOf({ levels: weak }).q30).toEqual({ value: 'We begin.' });
  });

  it('are refused when a peculiarity is not an answer, with every such one', () => {
    const peculiarities = new Map([
      ['q2', 'maybe'],
      ['q2/i1', 'yes'],
      ['q1', 'not-known'],
    ]);
    const answers = inventAnswers(invention, profile({ peculiarities }));
    expect(answers.ok ? [] : answers.problems.map(({ code, field }) => `${field} ${code}`).sort()).toEqual([
      'q1 reason-not-allowed',
      'q2 not-a-choice',
      'q2/i1 unknown-data-point',
    ]);
  });
});
