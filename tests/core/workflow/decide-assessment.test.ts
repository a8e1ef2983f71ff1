import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../../src/core/survey/outline.js';
import { assessedAnswers } from '../../../src/core/workflow/assessed-answers.js';
import {
  type AssessmentFacts,
  decideAssessment,
  type EnteredAssessment,
} from '../../../src/core/workflow/decide-assessment.js';
import { type Assessment, SUBMISSION_STATUSES } from '../../../src/core/workflow/statuses.js';
import { anAnswer, tinyAnswers, tinyQuestionnaire } from '../../fixtures/tiny-survey.js';

const outline = outlineOf(tinyQuestionnaire);
const XAB = tinyAnswers.get('XAB')!;
const facts = (given: Partial<AssessmentFacts> = {}): AssessmentFacts => ({
  outline,
  status: 'in-validation',
  answers: XAB,
  assessments: {},
  ...given,
});
const adjust = (key: string, value: string, reason = 'The law says less.'): EnteredAssessment => ({
  finding: 'adjusted',
  key,
  entered: { values: [value] },
  reason,
});
const adjusted = (value: string, reason = 'The law says less.'): Assessment => ({
  finding: 'adjusted',
  answer: anAnswer(value),
  reason,
});
const ok = (...value: readonly unknown[]) => ({ ok: true, value });
const faults = (entered: EnteredAssessment, given: Partial<AssessmentFacts> = {}) => {
  const decided = decideAssessment(facts(given), entered);
  return decided.ok ? [] : decided.problems.map(({ code, field }) => [field, code]);
};

describe('a finding on an answer', () => {
  it('accepts it, or adjusts it with a reason', () => {
    expect(decideAssessment(facts(), { finding: 'accepted', keys: ['q1'] })).toEqual(
      ok({ kind: 'answer-assessed', key: 'q1', assessment: { finding: 'accepted' } }),
    );
    expect(decideAssessment(facts(), adjust('q1', 'none'))).toEqual(
      ok({ kind: 'answer-assessed', key: 'q1', assessment: adjusted('none') }),
    );
  });

  it('accepts many at once, each once, and leaves alone what is accepted already', () => {
    const assessments = { q1: { finding: 'accepted' } } as const;
    const decided = decideAssessment(facts({ assessments }), { finding: 'accepted', keys: ['q1', 'q3', 'q3', 'q5'] });
    expect(decided).toMatchObject(ok({ key: 'q3' }, { key: 'q5' }));
  });

  it('begins the validation when it is the first, and not when it says nothing new', () => {
    expect(decideAssessment(facts({ status: 'submitted' }), adjust('q1', 'none'))).toMatchObject(
      ok({ kind: 'validation-begun' }, { kind: 'answer-assessed' }),
    );
    const assessments = { q1: adjusted('none') };
    expect(decideAssessment(facts({ status: 'submitted', assessments }), adjust('q1', 'none'))).toEqual(ok());
    expect(decideAssessment(facts({ assessments }), adjust('q1', 'none', 'Another reason.'))).toMatchObject(ok({}));
  });

  it('can be taken back; a second time changes nothing', () => {
    const taken = { finding: 'withdrawn', key: 'q1' } as const;
    expect(decideAssessment(facts({ assessments: { q1: adjusted('none') } }), taken)).toEqual(
      ok({ kind: 'assessment-withdrawn', key: 'q1' }),
    );
    expect(decideAssessment(facts(), taken)).toEqual(ok());
  });

  it('adjusts only to what the question takes, to something else, and with a reason; all at once', () => {
    expect(faults(adjust('q1', 'often', ''))).toEqual([
      ['q1', 'not-a-choice'],
      ['reason', 'reason-required'],
    ]);
    expect(faults(adjust('q1', ''))).toEqual([['q1', 'adjustment-empty']]);
    expect(faults(adjust('q1', 'some'))).toEqual([['q1', 'adjustment-same']]);
    expect(faults(adjust('q1', 'none', 'x'.repeat(2001)))).toEqual([['reason', 'text-too-long']]);
  });

  it('may withhold an answer, which a country cannot', () => {
    const withheld = {
      finding: 'adjusted',
      key: 'q5',
      entered: { values: [], status: 'withheld' },
      reason: 'Disputed.',
    };
    expect(decideAssessment(facts(), withheld as EnteredAssessment)).toMatchObject(
      ok({ assessment: { answer: { missing: 'withheld' } } }),
    );
  });

  it('is on what is recorded or asked, also by an adjusted answer, and on nothing else', () => {
    expect(faults({ finding: 'accepted', keys: ['q6'] })).toEqual([]);
    expect(faults(adjust('q3b', '12'))).toEqual([['q3b', 'unknown-data-point']]);
    expect(faults(adjust('q3b', '12'), { assessments: { q3: adjusted('yes') } })).toEqual([]);
    expect(faults(adjust('q3b', '12'), { answers: { ...XAB, q3b: anAnswer(5) } })).toEqual([]);
    expect(faults({ finding: 'accepted', keys: ['q1', 'q99', '__proto__'] })).toEqual([
      ['q99', 'unknown-data-point'],
      ['__proto__', 'unknown-data-point'],
    ]);
  });

  it('is made while the submission is being checked, and in no other state', () => {
    const may = SUBMISSION_STATUSES.filter((status) => decideAssessment(facts({ status }), adjust('q1', 'none')).ok);
    expect(may).toEqual(['submitted', 'in-validation']);
  });
});

describe('assessed answers', () => {
  it('are the country’s with the adjustments laid over, and leave the country’s as they are', () => {
    const before = structuredClone(XAB);
    const assessments = {
      q1: adjusted('none'),
      q3: { finding: 'accepted' },
      q6: adjusted('Stated by the secretariat.'),
    } as const;
    expect(assessedAnswers(XAB, assessments)).toEqual({
      ...XAB,
      q1: anAnswer('none'),
      q6: anAnswer('Stated by the secretariat.'),
    });
    expect(XAB).toEqual(before);
    expect(assessedAnswers(XAB, {})).toEqual(XAB);
  });
});
