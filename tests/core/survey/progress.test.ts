import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../../src/core/survey/outline.js';
import { progressOf } from '../../../src/core/survey/progress.js';
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
const progress = (answers: Parameters<typeof standingOf>[1]) => progressOf(tiny, standingOf(tiny, answers));

describe('progress', () => {
  it('is complete when everything asked is answered', () => {
    expect(progress(tinyAnswers.get('XAA')!)).toEqual({
      answered: 9,
      asked: 9,
      sections: [
        { id: 'policy', answered: 3, asked: 3 },
        { id: 'access', answered: 6, asked: 6 },
      ],
    });
  });

  it('counts no follow-up that is not asked, or not asked yet', () => {
    expect(progress({})).toMatchObject({ answered: 0, asked: 6, nextUnanswered: 'q1' });
    expect(progress(tinyAnswers.get('XAB')!)).toMatchObject({ answered: 6, asked: 7, nextUnanswered: 'q6' });
  });

  it('counts a stated reason as an answer', () => {
    expect(progress({ q4: { missing: 'not-applicable' } }).answered).toBe(1);
    expect(progress({ q4: { missing: 'not-answered' } }).answered).toBe(0);
  });

  it('counts a matrix once, when all its asked cells are answered', () => {
    expect(progress({ 'q2/i3': anAnswer('yes') })).toMatchObject({ answered: 0 });
    expect(progress({ 'q2/i3': anAnswer('yes'), 'q2/i4': { missing: 'not-known' } })).toMatchObject({ answered: 1 });
  });

  it('a matrix of which no row is asked does not count', () => {
    const matrix = aQuestion({ id: 'q2', answer: aMatrix([aRow('r', { when: { question: 'q1', is: 'yes' } })]) });
    const outline = outlineOf(aQuestionnaire([aQuestion({ id: 'q1' }), matrix]));
    expect(progressOf(outline, standingOf(outline, { q1: anAnswer('no') }))).toMatchObject({ answered: 1, asked: 1 });
  });
});
