/** Answers in doubt, by what was said of them: confidence, a return, an adjustment. */
import { describe, expect, it } from 'vitest';
import { doubtOfFindings } from '../../../../src/core/robustness/edition/doubt-of-findings.js';
import type { DoubtShares } from '../../../../src/core/robustness/scenarios/doubt-shares.js';
import type { Answers } from '../../../../src/core/survey/answers.js';
import { outlineOf } from '../../../../src/core/survey/outline.js';
import type { Assessment, Remark, SubmissionStatus } from '../../../../src/core/workflow/statuses.js';
import { aQuestion, aQuestionnaire, tinyAnswers, tinyQuestionnaire } from '../../../fixtures/tiny-survey.js';

const SHARES: DoubtShares = { fairly: 0.05, guess: 0.25, returned: 0.2, adjusted: 0.1 };
const outline = outlineOf(tinyQuestionnaire);

interface Said {
  readonly country?: string;
  readonly status?: SubmissionStatus;
  readonly reason?: string;
  readonly answers?: Answers;
  readonly remarks?: Readonly<Record<string, Remark>>;
  readonly assessments?: Readonly<Record<string, Assessment>>;
}

const submission = ({ country = 'XAA', ...said }: Said) => ({
  country,
  status: 'submitted' as const,
  answers: tinyAnswers.get(country) ?? {},
  remarks: {},
  assessments: {},
  ...said,
});
const doubt = (said: Said, shares: Partial<DoubtShares> = {}) =>
  doubtOfFindings({ outline, submissions: [submission(said)] }, { ...SHARES, ...shares });

describe('an answer is in doubt', () => {
  it('where its country is fairly sure, or guesses: any other option then, all equally likely', () => {
    const { answers, left } = doubt({ remarks: { q1: { confidence: 'guess' }, q5: { confidence: 'fairly' } } });
    expect(left).toBe(0);
    expect(answers).toEqual([
      {
        country: 'XAA',
        key: 'q1',
        alternatives: [
          { answer: { value: 'whole' }, probability: 0.75 },
          { answer: { value: 'some' }, probability: 0.125 },
          { answer: { value: 'none' }, probability: 0.125 },
        ],
      },
      {
        country: 'XAA',
        key: 'q5',
        alternatives: [
          { answer: { value: 'most' }, probability: 0.95 },
          ...['all', 'some', 'none'].map((value) => ({ answer: { value }, probability: 0.05 / 3 })),
        ],
      },
    ]);
  });

  it('in each part of a matrix, as the remark is of the question', () => {
    const { answers } = doubt({ remarks: { q2: { confidence: 'guess' } } });
    expect(answers.map(({ key, alternatives }) => [key, alternatives[1]?.answer])).toEqual([
      ['q2/i3', { value: 'no' }],
      ['q2/i4', { value: 'yes' }],
    ]);
  });

  it('on a scale by its other positions, as numbers', () => {
    const scaled = aQuestionnaire([aQuestion({ id: 's', answer: { type: 'scale', to: 2 } })]);
    const found = doubtOfFindings(
      {
        outline: outlineOf(scaled),
        submissions: [submission({ answers: { s: { value: 1 } }, remarks: { s: { confidence: 'guess' } } })],
      },
      SHARES,
    );
    expect(found.answers[0]?.alternatives.map(({ answer }) => answer)).toEqual([
      { value: 1 },
      { value: 0 },
      { value: 2 },
    ]);
  });

  it('wherever the submission was given back and has not come back, also once its country has begun to correct it', () => {
    const returned = doubt({ status: 'returned' });
    // Numbers, texts, links and several options have no others that could be drawn.
    expect(returned.answers.map(({ key }) => key)).toEqual(['q1', 'q1a', 'q2/i3', 'q2/i4', 'q3', 'q5']);
    expect(returned.left).toBe(4);
    expect(doubt({ status: 'in-progress', reason: 'Look at question 4.' })).toEqual(returned);
    expect(doubt({ status: 'in-progress' })).toEqual({ answers: [], left: 0 });
    expect(doubt({ status: 'submitted', reason: 'Look at question 4.' })).toEqual({ answers: [], left: 0 });
  });

  it('where the secretariat adjusted it: what the country said is the alternative, whatever its type', () => {
    const assessments: Readonly<Record<string, Assessment>> = {
      q1: { finding: 'accepted' },
      q3b: { finding: 'adjusted', answer: { value: 90 }, reason: 'Counted again.' },
      q5: { finding: 'adjusted', answer: { value: 'most' }, reason: 'As it was.' },
      q6: { finding: 'adjusted', answer: { value: 'More.' }, reason: 'Found.' },
    };
    const { q6: _unsaid, ...rest } = tinyAnswers.get('XAA') ?? {};
    expect(doubt({ assessments, answers: rest }).answers).toEqual([
      {
        country: 'XAA',
        key: 'q3b',
        alternatives: [
          { answer: { value: 90 }, probability: 0.9 },
          { answer: { value: 120 }, probability: 0.1 },
        ],
      },
      {
        country: 'XAA',
        key: 'q6',
        alternatives: [
          { answer: { value: 'More.' }, probability: 0.9 },
          { answer: null, probability: 0.1 },
        ],
      },
    ]);
  });

  it('by the highest of the shares that hold', () => {
    const said: Said = {
      status: 'returned',
      remarks: { q1: { confidence: 'guess' }, q1a: { confidence: 'fairly' } },
      assessments: { q3: { finding: 'adjusted', answer: { value: 'yes' }, reason: 'Seen.' } },
      answers: { ...tinyAnswers.get('XAA'), q3: { value: 'no' } },
    };
    const stated = (shares: Partial<DoubtShares>) =>
      Object.fromEntries(
        doubt(said, shares).answers.map(({ key, alternatives: [first] }) => [key, first?.probability]),
      );
    expect(stated({})).toMatchObject({ q1: 0.75, q1a: 0.8, q3: 0.8, q5: 0.8 });
    expect(stated({ adjusted: 0.5 })).toMatchObject({ q3: 0.5 });
    expect(stated({ returned: 0 })).toEqual({ q1: 0.75, q1a: 0.95, q3: 0.9 });
  });

  it('only where it is asked and has a value, and only where a share is stated', () => {
    const remarks = Object.fromEntries(['q1', 'q2', 'q3', 'q3a'].map((id) => [id, { confidence: 'guess' as const }]));
    // XAB has no portal, so that what it offers is not asked; XAC does not know q2/i4.
    const portal = { ...tinyAnswers.get('XAB'), q3a: { value: ['search'] } };
    expect(doubt({ country: 'XAB', answers: portal, remarks }).left).toBe(0);
    expect(doubt({ country: 'XAC', remarks }).answers.map(({ key }) => key)).toEqual(['q1', 'q2/i3', 'q3']);
    const all = { status: 'returned', remarks } as const;
    expect(doubt(all, { fairly: 0, guess: 0, returned: 0, adjusted: 0 })).toEqual({ answers: [], left: 0 });
    expect(doubt({ remarks: { q1: { confidence: 'sure' }, q3: { comment: 'Hm.' } } })).toEqual({
      answers: [],
      left: 0,
    });
  });

  it('in the order of countries, whatever order they come in', () => {
    const both = ['XAB', 'XAA'].map((country) => submission({ country, remarks: { q1: { confidence: 'guess' } } }));
    const found = doubtOfFindings({ outline, submissions: both }, SHARES);
    expect(found.answers.map(({ country }) => country)).toEqual(['XAA', 'XAB']);
  });
});
