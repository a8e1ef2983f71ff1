import { describe, expect, it } from 'vitest';
import { checkAnswers, needsEvidence } from '../../../src/core/survey/check-answers.js';
import { outlineOf } from '../../../src/core/survey/outline.js';
import { standingOf } from '../../../src/core/survey/standing.js';
import {
  aMatrix,
  anAnswer,
  aQuestion,
  aQuestionnaire,
  aRow,
  tinyAnswers,
  tinyQuestionnaire,
} from '../../fixtures/tiny-survey.js';

const tiny = outlineOf(tinyQuestionnaire);
const check = (answers: Parameters<typeof standingOf>[1]) => checkAnswers(tiny, standingOf(tiny, answers));

describe('what stands between answers and their submission', () => {
  it('nothing, when all that is asked is answered', () => {
    expect(check(tinyAnswers.get('XAA')!)).toEqual([]);
  });

  it('names what is asked and open, in the order of asking, and nothing that is not asked', () => {
    expect(check({ q3: anAnswer('no'), q1: anAnswer('none') }).map((problem) => problem.field)).toEqual([
      'q2/i3',
      'q2/i4',
      'q4',
      'q5',
      'q6',
    ]);
    expect(check(tinyAnswers.get('XAC')!)).toEqual([
      { code: 'unanswered', field: 'q3b', details: { number: '3b' } },
      { code: 'unanswered', field: 'q6', details: { number: '6' } },
    ]);
  });

  it('names answers that no longer fit their question, unless it is not asked', () => {
    const answers = {
      ...tinyAnswers.get('XAA'),
      q5: anAnswer('almost all'),
      q3b: anAnswer(1.5),
      q6: { missing: 'not-known' } as const,
    };
    expect(check(answers).map(({ code, field }) => [code, field])).toEqual([
      ['not-a-whole-number', 'q3b'],
      ['not-a-choice', 'q5'],
      ['reason-not-allowed', 'q6'],
    ]);
    expect(check({ ...answers, q3: anAnswer('no') }).map((problem) => problem.field)).toEqual(['q5', 'q6']);
  });
});

describe('whether evidence is needed', () => {
  const needs = (id: string, answers: Parameters<typeof standingOf>[1]) =>
    needsEvidence(tiny.questions.get(id)!, standingOf(tiny, answers));

  it('follows the answer given', () => {
    expect(needs('q1', { q1: anAnswer('some') })).toBe(true);
    expect(needs('q1', { q1: anAnswer('none') })).toBe(false);
    expect(needs('q1', {})).toBe(false);
    expect(needs('q3', { q3: anAnswer('yes') })).toBe(false);
  });

  it('of a matrix, when one of its cells is answered so and asked', () => {
    const rows = [aRow('a'), aRow('b', { when: { question: 'q1', part: 'a', is: 'no' } })];
    const matrix = aQuestion({ id: 'q1', answer: aMatrix(rows), evidence: { rule: 'required', when: ['yes'] } });
    const outline = outlineOf(aQuestionnaire([matrix]));
    const at = (answers: Parameters<typeof standingOf>[1]) =>
      needsEvidence(outline.questions.get('q1')!, standingOf(outline, answers));
    expect(at({ 'q1/a': anAnswer('no'), 'q1/b': anAnswer('yes') })).toBe(true);
    expect(at({ 'q1/b': anAnswer('yes') })).toBe(false);
  });
});
