import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../../src/core/survey/outline.js';
import { type AnswerFacts, decideAnswers } from '../../../src/core/workflow/decide-answers.js';
import { decidePage } from '../../../src/core/workflow/decide-page.js';
import {
  decideRemarks,
  type EnteredRemark,
  type RemarkFacts,
  remarkAt,
} from '../../../src/core/workflow/decide-remarks.js';
import { type Remark, SUBMISSION_STATUSES } from '../../../src/core/workflow/statuses.js';
import { anAnswer, tinyQuestionnaire } from '../../fixtures/tiny-survey.js';

const outline = outlineOf(tinyQuestionnaire);
const facts = (given: Partial<AnswerFacts & RemarkFacts> = {}) => ({
  outline,
  answers: {},
  remarks: {},
  status: 'in-progress' as const,
  ...given,
});
const page = (answers: Record<string, string>, remarks: Record<string, EnteredRemark> = {}) => ({
  answers: new Map(Object.entries(answers).map(([key, value]) => [key, { values: [value] }])),
  remarks: new Map(Object.entries(remarks)),
});
const recorded = { kind: 'answer-recorded', key: 'q3', answer: anAnswer('yes') };
const begun = { kind: 'submission-begun' };

describe('a saved page', () => {
  it('begins a submission that was not started, or was returned, and once only', () => {
    const remark = { kind: 'remark-recorded', question: 'q3', remark: { comment: 'since May' } };
    const entered = page({ q3: 'yes' }, { q3: { comment: 'since May' } });
    for (const status of ['not-started', 'returned'] as const) {
      expect(decidePage(facts({ status }), entered)).toEqual({ changes: [begun, recorded, remark], problems: [] });
    }
    expect(decidePage(facts(), entered).changes).toEqual([recorded, remark]);
  });

  it('begins nothing when nothing on it is new or good', () => {
    const status = 'not-started';
    expect(decidePage(facts({ status }), page({ q3: '', q1: 'sometimes' }, { q3: { comment: ' ' } }))).toMatchObject({
      changes: [],
      problems: [{ field: 'q1' }],
    });
  });

  it('begins with a remark alone, and with an answer alone', () => {
    const status = 'not-started';
    expect(decideAnswers(facts({ status }), page({ q3: 'yes' }).answers).changes).toEqual([begun, recorded]);
    expect(decideRemarks(facts({ status }), new Map([['q3', { confidence: 'guess' }]])).changes).toEqual([
      begun,
      { kind: 'remark-recorded', question: 'q3', remark: { confidence: 'guess' } },
    ]);
  });

  it('changes nothing in a submission that is out of the country’s hands', () => {
    const open = ['not-started', 'in-progress', 'returned'];
    const closed = SUBMISSION_STATUSES.filter((status) => !open.includes(status));
    expect(closed).toHaveLength(5);
    for (const status of closed) {
      const refusal = { changes: [], problems: [{ code: 'not-in-this-state', details: { status } }] };
      const entered = page({ q3: 'yes' }, { q3: { comment: 'late' } });
      expect(decidePage(facts({ status }), entered)).toMatchObject(refusal);
      expect(decideAnswers(facts({ status }), entered.answers)).toMatchObject(refusal);
      expect(decideRemarks(facts({ status }), entered.remarks)).toMatchObject(refusal);
    }
  });

  it('takes nothing that belongs to another section', () => {
    const entered = page({ q3: 'yes', q1: 'whole' }, { q3: { comment: 'here' }, q1: { comment: 'elsewhere' } });
    const { changes, problems } = decidePage(facts({ section: 'access' }), entered);
    expect(changes).toEqual([recorded, { kind: 'remark-recorded', question: 'q3', remark: { comment: 'here' } }]);
    expect(problems.map(({ code, field }) => [code, field])).toEqual([
      ['unknown-data-point', 'q1'],
      ['unknown-question', 'q1'],
    ]);
  });
});

describe('a remark', () => {
  const before: Record<string, Remark> = { q4: { confidence: 'sure', comment: 'from the ministry' } };
  const remark = (entered: EnteredRemark, remarks = before) =>
    decideRemarks(facts({ remarks }), new Map([['q4', entered]]));

  it('keeps what was not on the page, and takes back what was emptied', () => {
    expect(remark({ why: 'no budget law' }).changes).toEqual([
      { kind: 'remark-recorded', question: 'q4', remark: { ...before.q4, why: 'no budget law' } },
    ]);
    expect(remark({ confidence: '', comment: '' }).changes).toEqual([
      { kind: 'remark-recorded', question: 'q4', remark: {} },
    ]);
  });

  it('that says the same changes nothing', () => {
    expect(remark({ confidence: 'sure', comment: 'from the ministry', why: '' })).toEqual({
      changes: [],
      problems: [],
    });
  });

  it('keeps its good parts when another is faulty, and leaves the faulty ones as they were', () => {
    const { changes, problems } = remark({ confidence: 'certain', comment: 'x'.repeat(2001), why: 'none' });
    expect(changes).toEqual([{ kind: 'remark-recorded', question: 'q4', remark: { ...before.q4, why: 'none' } }]);
    expect(problems.map(({ code, field }) => [code, field])).toEqual([
      ['unknown-confidence', 'q4/confidence'],
      ['text-too-long', 'q4/comment'],
    ]);
    expect(remark({ comment: '🙂'.repeat(2000) }).problems).toEqual([]);
  });

  it('is refused on a question there is not, and never taken from an inherited property', () => {
    expect(decideRemarks(facts(), new Map([['__proto__', { comment: 'x' }]]))).toMatchObject({
      changes: [],
      problems: [{ code: 'unknown-question' }],
    });
    expect(remarkAt({}, 'constructor')).toEqual({});
  });
});
