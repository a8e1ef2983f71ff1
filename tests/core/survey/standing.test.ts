import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkQuestionnaire } from '../../../src/core/survey/check-questionnaire.js';
import { outlineOf } from '../../../src/core/survey/outline.js';
import { progressOf } from '../../../src/core/survey/progress.js';
import { restand, standingOf } from '../../../src/core/survey/standing.js';
import {
  aMatrix,
  anAnswer,
  aQuestion,
  aQuestionnaire,
  aRow,
  tinyAnswers,
  tinyQuestionnaire,
} from '../../fixtures/tiny-survey.js';
import { edited, randomEdits, randomQuestionnaire } from './random-survey.js';

const tiny = outlineOf(tinyQuestionnaire);
const readingsOf = (country: string) => standingOf(tiny, tinyAnswers.get(country)!).readings;

describe('what a country is asked', () => {
  it('reads every data point, answered or not', () => {
    expect([...standingOf(tiny, {}).readings.keys()]).toEqual(
      expect.arrayContaining(tiny.points.map((point) => point.key)),
    );
    expect(readingsOf('XAA').get('q3b')).toEqual({ value: 120 });
    expect(readingsOf('XAC').get('q2/i4')).toEqual({ missing: 'not-known' });
    expect(readingsOf('XAC').get('q6')).toEqual({ missing: 'not-answered' });
  });

  it('does not ask a follow-up whose parent was answered no', () => {
    expect(readingsOf('XAB').get('q3a')).toEqual({ missing: 'not-asked' });
    expect(standingOf(tiny, tinyAnswers.get('XAB')!).isQuestionAsked('q3a')).toBe(false);
  });

  it("a follow-up whose parent is unknown inherits the parent's reason and is not 'not-asked'", () => {
    for (const missing of ['not-answered', 'not-known', 'not-applicable', 'withheld'] as const) {
      const standing = standingOf(tiny, { q3: { missing }, q3a: anAnswer(['search']) });
      expect(standing.readings.get('q3a')).toEqual({ missing });
      expect(standing.isAsked('q3a')).toBe(false);
    }
    expect(standingOf(tiny, {}).readings.get('q3a')).toEqual({ missing: 'not-answered' });
  });

  it('keeps an answer to what is no longer asked, and does not show it', () => {
    const answers = { ...tinyAnswers.get('XAA'), q3: anAnswer('no') };
    const hidden = standingOf(tiny, answers);
    expect(hidden.readings.get('q3a')).toEqual({ missing: 'not-asked' });
    const back = restand(tiny, hidden, { ...answers, q3: anAnswer('yes') }, ['q3']);
    expect(back.readings.get('q3a')).toEqual({ value: ['search'] });
  });

  it('sub-questions without a condition of their own are not asked when their parent is not', () => {
    const leaf = aQuestion({ id: 'q1aa' });
    const middle = aQuestion({ id: 'q1a', when: { question: 'q1', is: 'yes' }, questions: [leaf] });
    const outline = outlineOf(aQuestionnaire([aQuestion({ id: 'q1', questions: [middle] })]));
    const at = (answers: Parameters<typeof standingOf>[1]) => standingOf(outline, answers).readings.get('q1aa');
    expect(at({ q1: anAnswer('no'), q1aa: anAnswer('yes') })).toEqual({ missing: 'not-asked' });
    expect(at({ q1: { missing: 'not-known' } })).toEqual({ missing: 'not-known' });
    expect(at({ q1: anAnswer('yes'), q1aa: anAnswer('yes') })).toEqual({ value: 'yes' });
  });

  it('a matrix row with a condition is asked by itself', () => {
    const rows = [aRow('online'), aRow('current', { when: { question: 'D1', part: 'online', is: 'yes' } })];
    const outline = outlineOf(aQuestionnaire([aQuestion({ id: 'D1', answer: aMatrix(rows) })]));
    const no = standingOf(outline, { 'D1/online': anAnswer('no'), 'D1/current': anAnswer('yes') });
    expect(no.readings.get('D1/current')).toEqual({ missing: 'not-asked' });
    expect(no.isQuestionAsked('D1')).toBe(true);
    const yes = standingOf(outline, { 'D1/online': anAnswer('yes'), 'D1/current': anAnswer('no') });
    expect(yes.readings.get('D1/current')).toEqual({ value: 'no' });
  });

  it('a sub-question of a matrix none of whose rows is asked is not asked either', () => {
    const row = aRow('r', { when: { question: 'q1', is: 'yes' } });
    const matrix = aQuestion({ id: 'q2', answer: aMatrix([row]), questions: [aQuestion({ id: 'q2a' })] });
    const outline = outlineOf(aQuestionnaire([aQuestion({ id: 'q1' }), matrix]));
    const standing = standingOf(outline, { q1: anAnswer('no'), q2a: anAnswer('yes') });
    expect(standing.readings.get('q2a')).toEqual({ missing: 'not-asked' });
    expect(standingOf(outline, { q1: anAnswer('yes') }).isAsked('q2a')).toBe(true);
  });

  it('a condition may look at a question that is asked later', () => {
    const early = aQuestion({ id: 'q1', when: { question: 'q2', is: 'yes' } });
    const outline = outlineOf(aQuestionnaire([early, aQuestion({ id: 'q2' })]));
    expect(standingOf(outline, { q2: anAnswer('yes') }).isAsked('q1')).toBe(true);
  });

  it('does not take an inherited property for an answer', () => {
    const outline = outlineOf(aQuestionnaire([aQuestion({ id: 'constructor' }), aQuestion({ id: 'toString' })]));
    expect([...standingOf(outline, {}).readings.values()]).toEqual([
      { missing: 'not-answered' },
      { missing: 'not-answered' },
    ]);
  });

  it('comes to an end on circular conditions', () => {
    const circular = [
      aQuestion({ id: 'q1', when: { question: 'q2', is: 'yes' } }),
      aQuestion({ id: 'q2', when: { question: 'q1', is: 'yes' } }),
    ];
    const outline = outlineOf(aQuestionnaire(circular));
    const standing = standingOf(outline, { q1: anAnswer('yes'), q2: anAnswer('yes') });
    expect(standing.readings.size).toBe(2);
    expect(restand(outline, standing, {}, ['q1', 'q2']).readings.size).toBe(2);
  });
});

describe('after a change', () => {
  it('looks again only at what the changed answer can affect', () => {
    const before = standingOf(tiny, tinyAnswers.get('XAA')!);
    const after = restand(tiny, before, { ...tinyAnswers.get('XAA'), q3: anAnswer('no') }, ['q3']);
    const touched = tiny.points
      .map((point) => point.key)
      .filter((key) => before.readings.get(key) !== after.readings.get(key));
    expect(touched).toEqual(['q3', 'q3a', 'q3b']);
  });

  it('an unknown key changes nothing', () => {
    const before = standingOf(tiny, tinyAnswers.get('XAA')!);
    expect(restand(tiny, before, tinyAnswers.get('XAA')!, ['q99'])).toBe(before);
  });

  it('stands as if it had been worked out anew, whatever the questionnaire and the edits', () => {
    fc.assert(
      fc.property(
        randomQuestionnaire.chain((questionnaire) =>
          fc.tuple(fc.constant(questionnaire), fc.array(randomEdits(questionnaire), { minLength: 1, maxLength: 6 })),
        ),
        ([questionnaire, rounds]) => {
          const outline = outlineOf(questionnaire);
          let answers = {};
          let standing = standingOf(outline, answers);
          for (const edits of rounds) {
            answers = edited(answers, edits);
            standing = restand(
              outline,
              standing,
              answers,
              edits.map(([key]) => key),
            );
            const anew = standingOf(outline, answers);
            expect(standing.readings).toEqual(anew.readings);
            expect(outline.points.map(({ key }) => standing.isAsked(key))).toEqual(
              outline.points.map(({ key }) => anew.isAsked(key)),
            );
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('of every questionnaire and every body of answers', () => {
  const anySurvey = randomQuestionnaire.chain((questionnaire) =>
    fc.tuple(fc.constant(questionnaire), randomEdits(questionnaire)),
  );

  it('hidden answers are absent, and asked ones read as they were stated', () => {
    fc.assert(
      fc.property(anySurvey, ([questionnaire, edits]) => {
        const outline = outlineOf(questionnaire);
        const answers = edited({}, edits);
        const standing = standingOf(outline, answers);
        for (const { key } of outline.points) {
          const reading = standing.readings.get(key)!;
          if (standing.isAsked(key)) expect(reading).toEqual(answers[key] ?? { missing: 'not-answered' });
          else expect(reading).toHaveProperty('missing');
        }
      }),
    );
  });

  it('no sub-question is asked without its parent', () => {
    fc.assert(
      fc.property(anySurvey, ([questionnaire, edits]) => {
        const outline = outlineOf(questionnaire);
        const standing = standingOf(outline, edited({}, edits));
        for (const { question, parent } of outline.questions.values()) {
          if (parent !== undefined && standing.isQuestionAsked(question.id))
            expect(standing.isQuestionAsked(parent.id)).toBe(true);
        }
      }),
    );
  });

  it('progress never exceeds what is asked, and the next open question is asked', () => {
    fc.assert(
      fc.property(anySurvey, ([questionnaire, edits]) => {
        const outline = outlineOf(questionnaire);
        const standing = standingOf(outline, edited({}, edits));
        const { answered, asked, sections, nextUnanswered } = progressOf(outline, standing);
        expect(answered).toBeLessThanOrEqual(asked);
        expect(asked).toBeLessThanOrEqual(outline.questions.size);
        for (const section of sections) expect(section.answered).toBeLessThanOrEqual(section.asked);
        expect(nextUnanswered === undefined).toBe(answered === asked);
        if (nextUnanswered !== undefined) expect(standing.isAsked(nextUnanswered)).toBe(true);
      }),
    );
  });

  it('the check finds no circle where none was made', () => {
    fc.assert(
      fc.property(randomQuestionnaire, (questionnaire) => {
        expect(checkQuestionnaire(questionnaire).filter((fault) => fault.message.includes('circle'))).toEqual([]);
        expect(outlineOf(questionnaire).asking.circular).toEqual([]);
      }),
    );
  });
});
