import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerAt } from '../../../src/core/survey/answer-at.js';
import type { Answers } from '../../../src/core/survey/answers.js';
import { outlineOf } from '../../../src/core/survey/outline.js';
import { typeOf } from '../../../src/core/survey/question-types/index.js';
import type { Entered } from '../../../src/core/survey/read-answer.js';
import { applyChanges } from '../../../src/core/workflow/apply-changes.js';
import { decideAnswers } from '../../../src/core/workflow/decide-answers.js';
import { anAnswer, tinyAnswers, tinyQuestionnaire } from '../../fixtures/tiny-survey.js';
import { edited, randomEdits } from '../survey/random-survey.js';

const tiny = outlineOf(tinyQuestionnaire);
const XAA = tinyAnswers.get('XAA')!;

/** A page with these fields; a plain text stands for one value. */
const save = (answers: Answers, page: Record<string, string | readonly string[] | Entered>) =>
  decideAnswers(
    { outline: tiny, answers, status: 'in-progress' },
    new Map(Object.entries(page).map(([key, fields]) => [key, enteredAs(fields)])),
  );

function enteredAs(fields: string | readonly string[] | Entered): Entered {
  if (typeof fields === 'string') return { values: [fields] };
  return 'length' in fields ? { values: fields } : fields;
}

describe('saving a page', () => {
  it('records what is new and what has changed, and nothing else', () => {
    expect(save(XAA, { q1: 'whole', q3b: '120', q5: 'all', q3a: ['search', ''] })).toEqual({
      changes: [{ kind: 'answer-recorded', key: 'q5', answer: { value: 'all' } }],
      problems: [],
    });
  });

  it('an unchanged page changes nothing', () => {
    const page = Object.fromEntries(
      Object.entries(XAA).map(([key, answer]) => {
        const spec = tiny.point.get(key)!.spec;
        return [key, 'value' in answer ? typeOf(spec).write(spec, answer.value) : []];
      }),
    );
    expect(save(XAA, page)).toEqual({ changes: [], problems: [] });
  });

  it('an emptied field withdraws its answer, and a field that was never filled withdraws nothing', () => {
    expect(save({ q6: anAnswer('x') }, { q6: '', q4: [] })).toEqual({
      changes: [{ kind: 'answer-withdrawn', key: 'q6' }],
      problems: [],
    });
  });

  it('what was not on the page stays as it is', () => {
    expect(save(XAA, {}).changes).toEqual([]);
  });

  it('names every faulty field and keeps the good ones', () => {
    const { changes, problems } = save(
      { q3: anAnswer('yes') },
      { q1: 'all of it', q3b: 'many', q5: 'most', q4: ['data.example'] },
    );
    expect(changes).toEqual([{ kind: 'answer-recorded', key: 'q5', answer: { value: 'most' } }]);
    expect(problems.map(({ code, field }) => [field, code])).toEqual([
      ['q1', 'not-a-choice'],
      ['q3b', 'not-a-whole-number'],
      ['q4', 'link-not-web'],
    ]);
  });

  it('a faulty entry leaves the recorded answer alone', () => {
    expect(save(XAA, { q3b: 'many' }).changes).toEqual([]);
  });

  it('a slip in a follow-up is forgiven when the same page turns the follow-up off', () => {
    expect(save(XAA, { q3: 'no', q3b: 'many' })).toEqual({
      changes: [{ kind: 'answer-recorded', key: 'q3', answer: { value: 'no' } }],
      problems: [],
    });
  });

  it('records a stated reason in place of a value, and a value in place of a reason', () => {
    const reason = { values: [''], status: 'not-applicable' };
    expect(save(XAA, { q4: reason }).changes).toEqual([
      { kind: 'answer-recorded', key: 'q4', answer: { missing: 'not-applicable' } },
    ]);
    expect(save({ q4: { missing: 'not-applicable' } }, { q4: reason }).changes).toEqual([]);
    expect(save({ q4: { missing: 'not-applicable' } }, { q4: 'no' }).changes).toEqual([
      { kind: 'answer-recorded', key: 'q4', answer: { value: ['no'] } },
    ]);
  });

  it('nobody withholds their own answer, but a withheld one may stay', () => {
    const withheld = { values: [], status: 'withheld' };
    expect(save({}, { q3: withheld })).toMatchObject({
      changes: [],
      problems: [{ code: 'reason-not-allowed', field: 'q3' }],
    });
    expect(save({ q3: { missing: 'withheld' } }, { q3: withheld })).toEqual({ changes: [], problems: [] });
  });

  it('refuses fields the questionnaire does not have', () => {
    expect(save({}, { q99: 'yes', __proto__x: 'yes', q2: 'yes' }).problems.map((problem) => problem.code)).toEqual(
      Array(3).fill('unknown-data-point'),
    );
  });

  it('what is decided and applied is what was entered, whatever was recorded before', () => {
    fc.assert(
      fc.property(randomEdits(tinyQuestionnaire), randomEdits(tinyQuestionnaire), (before, page) => {
        const answers = edited({}, before);
        const stated = page.filter(([, answer]) => answer !== undefined && 'value' in answer);
        const entered = new Map(
          stated.map(([key, answer]) => {
            const { spec } = tiny.point.get(key)!;
            return [
              key,
              { values: answer !== undefined && 'value' in answer ? typeOf(spec).write(spec, answer.value) : [] },
            ];
          }),
        );
        const { changes } = decideAnswers({ outline: tiny, answers, status: 'in-progress' }, entered);
        const after = applyChanges(answers, changes);
        for (const [key, answer] of stated) {
          const { spec } = tiny.point.get(key)!;
          const sound =
            answer !== undefined && 'value' in answer && typeOf(spec).check(spec, answer.value).length === 0;
          expect(answerAt(after, key)).toEqual(sound ? answer : answerAt(answers, key));
        }
        expect(decideAnswers({ outline: tiny, answers: after, status: 'in-progress' }, entered).changes).toEqual([]);
      }),
    );
  });
});

describe('applying changes', () => {
  it('leaves the answers it was given as they were', () => {
    const before = { q3: anAnswer('yes') };
    expect(applyChanges(before, [{ kind: 'answer-withdrawn', key: 'q3' }])).toEqual({});
    expect(before).toEqual({ q3: anAnswer('yes') });
  });

  it('keeps a data point named like an inherited property', () => {
    const after = applyChanges({}, [{ kind: 'answer-recorded', key: '__proto__', answer: anAnswer('yes') }]);
    expect(answerAt(after, '__proto__')).toEqual({ value: 'yes' });
    expect(answerAt({}, '__proto__')).toBeUndefined();
  });
});
