import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/core/survey/answers.js';
import { outlineOf } from '../../../src/core/survey/outline.js';
import { standingOf } from '../../../src/core/survey/standing.js';
import { canonicalJson } from '../../../src/core/workflow/canonical-json.js';
import { type Checked, checkSubmission } from '../../../src/core/workflow/check-submission.js';
import { decideSubmission, type SubmissionFacts } from '../../../src/core/workflow/decide-submission.js';
import { isGivenBack } from '../../../src/core/workflow/given-back.js';
import { type Evidence, SUBMISSION_STATUSES } from '../../../src/core/workflow/statuses.js';
import { anAnswer, tinyAnswers, tinyQuestionnaire } from '../../fixtures/tiny-survey.js';

const outline = outlineOf(tinyQuestionnaire);
const XAA = tinyAnswers.get('XAA')!;
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const onQ1: Evidence = { id: 'e1', question: 'q1', kind: 'link', title: 'The law', address: 'https://law.example' };
const facts = (given: Partial<SubmissionFacts> = {}): SubmissionFacts => ({
  outline,
  status: 'in-progress',
  answers: XAA,
  remarks: {},
  evidence: [onQ1],
  hash,
  ...given,
});
const checks = (answers: SubmissionFacts['answers'], given: Partial<Checked> = {}) =>
  checkSubmission(outline, standingOf(outline, answers), { remarks: {}, evidence: [onQ1], ...given }).map(
    ({ problem, question, key, level }) => [problem.code, question, key, level],
  );

describe('the checks before submitting', () => {
  it('find nothing in a complete submission', () => {
    expect(checks(XAA)).toEqual([]);
  });

  it('list what is open, in the order of asking, and not what is not asked', () => {
    expect(checks({ q1: anAnswer('none'), q3: anAnswer('no'), q5: anAnswer('all') })).toEqual([
      ['unanswered', 'q2', 'q2/i3', 'error'],
      ['unanswered', 'q2', 'q2/i4', 'error'],
      ['unanswered', 'q4', 'q4', 'error'],
      ['unanswered', 'q6', 'q6', 'error'],
    ]);
  });

  it('demand evidence for the answers that need it, and take it on that question only', () => {
    const missing = ['evidence-required', 'q1', undefined, 'error'];
    expect(checks(XAA, { evidence: [] })).toEqual([missing]);
    expect(checks(XAA, { evidence: [{ ...onQ1, question: 'q2' }] })).toEqual([missing]);
    const { q1a: _followUp, ...none } = XAA;
    expect(checks({ ...none, q1: anAnswer('none') }, { evidence: [] })).toEqual([]);
  });

  it('ask why a question does not apply, and not why something is not known', () => {
    const stated = { ...XAA, q4: { missing: 'not-applicable' }, 'q2/i4': { missing: 'not-known' } } as const;
    expect(checks(stated)).toEqual([['why-required', 'q4', undefined, 'error']]);
    expect(checks(stated, { remarks: { q4: { why: 'There is no budget.' } } })).toEqual([]);
    expect(checks(stated, { remarks: { q4: { comment: 'There is no budget.' } } })).toHaveLength(1);
  });

  it('name an answer that no longer fits its question', () => {
    expect(checks({ ...XAA, q5: anAnswer('plenty') })).toEqual([['not-a-choice', 'q5', 'q5', 'error']]);
  });

  it('point out a guess, as a warning, unless its question is not asked', () => {
    const remarks = {
      q5: { confidence: 'guess' },
      q3b: { confidence: 'guess' },
      q6: { confidence: 'fairly' },
    } as const;
    expect(checks(XAA, { remarks })).toEqual([
      ['answer-guessed', 'q3b', undefined, 'warning'],
      ['answer-guessed', 'q5', undefined, 'warning'],
    ]);
    const { q3a: _a, q3b: _b, ...withoutPortal } = XAA;
    expect(checks({ ...withoutPortal, q3: anAnswer('no') }, { remarks })).toHaveLength(1);
  });
});

describe('submitting', () => {
  it('freezes what is asked, under the hash of its canonical form', () => {
    const answers: Answers = { ...XAA, q3: anAnswer('no') };
    const remarks = { q3b: { comment: 'skipped' }, q5: { comment: 'kept' } };
    const decided = decideSubmission(
      facts({ answers, remarks, evidence: [onQ1, { ...onQ1, id: 'e2', question: 'q3a' }] }),
    );
    const { q3a: _a, q3b: _b, ...asked } = answers;
    const snapshot = { answers: asked, remarks: { q5: { comment: 'kept' } }, evidence: [onQ1] };
    expect(decided).toEqual({
      ok: true,
      value: [{ kind: 'submission-submitted', snapshot, hash: hash(canonicalJson(snapshot)) }],
    });
  });

  it('has the same hash in whatever order the answers were given', () => {
    const backwards = Object.fromEntries(Object.entries(XAA).reverse());
    expect(decideSubmission(facts({ answers: backwards }))).toEqual(decideSubmission(facts()));
    const other = decideSubmission(facts({ answers: { ...XAA, q5: anAnswer('all') } }));
    expect(other).not.toEqual(decideSubmission(facts()));
    expect(other.ok).toBe(true);
  });

  it('is refused with every error, each naming its place; a warning does not prevent it', () => {
    const { q4: _open, ...incomplete } = XAA;
    expect(decideSubmission(facts({ answers: incomplete, evidence: [] }))).toMatchObject({
      ok: false,
      problems: [
        { code: 'evidence-required', field: 'q1' },
        { code: 'unanswered', field: 'q4' },
      ],
    });
    expect(decideSubmission(facts({ remarks: { q5: { confidence: 'guess' } } })).ok).toBe(true);
  });

  it('is refused while nothing is answered', () => {
    for (const status of ['not-started', 'in-progress', 'returned'] as const) {
      expect(decideSubmission(facts({ status, answers: {} }))).toEqual({
        ok: false,
        problems: [{ code: 'nothing-to-submit' }],
      });
    }
  });

  it('happens once: what was submitted is not submitted again', () => {
    const may = SUBMISSION_STATUSES.filter((status) => decideSubmission(facts({ status })).ok);
    expect(may).toEqual(['in-progress', 'returned']);
    expect(decideSubmission(facts({ status: 'submitted', answers: {} }))).toMatchObject({
      problems: [{ code: 'not-in-this-state', details: { status: 'submitted' } }],
    });
  });
});

describe('canonical JSON', () => {
  it('sorts the keys at every depth, keeps the order of lists, and says nothing of what is absent', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }, 'x'], a: { f: null, e: undefined } })).toBe(
      '{"a":{"f":null},"b":[{"c":2,"d":1},"x"]}',
    );
    expect(JSON.parse(canonicalJson({ ['__proto__']: 1, '10': 2, '9': 3 }))).toEqual({ ['__proto__']: 1, 9: 3, 10: 2 });
  });

  it('refuses a number that JSON does not have', () => {
    for (const number of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => canonicalJson({ deep: [number] })).toThrow(RangeError);
    }
  });
});

describe('a submission that was given back', () => {
  it('is one that is returned, or in progress with the secretariat’s words', () => {
    expect(isGivenBack({ status: 'returned', reason: 'q5' })).toBe(true);
    expect(isGivenBack({ status: 'in-progress', reason: 'q5' })).toBe(true);
    expect(isGivenBack({ status: 'in-progress' })).toBe(false);
    expect(isGivenBack({ status: 'submitted', reason: 'q5' })).toBe(false);
  });
});
