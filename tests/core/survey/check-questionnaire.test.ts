import { describe, expect, it } from 'vitest';
import type { AnswerSpec } from '../../../src/core/survey/answer-spec.js';
import { checkQuestionnaire } from '../../../src/core/survey/check-questionnaire.js';
import type { Condition } from '../../../src/core/survey/condition.js';
import type { Question } from '../../../src/core/survey/questionnaire.js';
import {
  aMatrix,
  anOption,
  aQuestion,
  aQuestionnaire,
  aRow,
  aSection,
  tinyQuestionnaire,
} from '../../fixtures/tiny-survey.js';

const faultsOf = (...questions: readonly Question[]) =>
  checkQuestionnaire(aQuestionnaire(questions)).map(
    ({ path, level, message }) => `${path.join('.')} ${level}: ${message}`,
  );

/** Faults of a second question with this condition on a first one with this answer, by the place below `when`. */
const faultsOfWhen = (answer: AnswerSpec, when: Condition) =>
  faultsOf(aQuestion({ id: 'q1', answer }), aQuestion({ id: 'q2', when }));

const WHEN = 'sections.0.questions.1.when';
const options = [anOption('a'), anOption('b')];

it('a sound questionnaire has no faults', () => {
  expect(checkQuestionnaire(tinyQuestionnaire)).toEqual([]);
});

describe('conditions', () => {
  it.each<[string, AnswerSpec, Condition, string]>([
    [
      'an unknown question',
      { type: 'yes-no' },
      { question: 'q9', is: 'yes' },
      `${WHEN}.question error: there is no question "q9"`,
    ],
    [
      'a matrix without a part',
      aMatrix([aRow('r')]),
      { question: 'q1', is: 'yes' },
      `${WHEN}.question error: "q1" is a matrix: name one of its parts`,
    ],
    [
      'an unknown part',
      aMatrix([aRow('r')]),
      { question: 'q1', part: 's', is: 'yes' },
      `${WHEN}.part error: "q1" has no part "s"`,
    ],
    [
      'a part of a simple question',
      { type: 'yes-no' },
      { question: 'q1', part: 's', is: 'yes' },
      `${WHEN}.part error: "q1" has no parts`,
    ],
    [
      'a choice that is not there',
      { type: 'yes-no' },
      { question: 'q1', is: 'maybe' },
      `${WHEN}.is error: "q1" (yes-no) can never be "maybe": it takes yes, no`,
    ],
    [
      'one wrong choice of a list',
      { type: 'share' },
      { question: 'q1', is: ['all', 'much'] },
      `${WHEN}.is.1 error: "q1" (share) can never be "much": it takes all, most, some, none`,
    ],
    [
      'an empty list of answers',
      { type: 'share' },
      { question: 'q1', is: [] },
      `${WHEN}.is error: the list of answers is empty`,
    ],
    [
      'an option that is not there',
      { type: 'multiple-choice', options },
      { question: 'q1', includes: 'c' },
      `${WHEN}.includes error: "q1" (multiple-choice) can never be "c": it takes a, b`,
    ],
    [
      '"is" of a multiple choice',
      { type: 'multiple-choice', options },
      { question: 'q1', is: 'a' },
      `${WHEN}.is error: "q1" may have several answers: use includes`,
    ],
    [
      '"includes" of a single choice',
      { type: 'single-choice', options },
      { question: 'q1', includes: 'a' },
      `${WHEN}.includes error: "q1" is not a multiple choice: use is`,
    ],
    [
      '"at-least" without an order',
      { type: 'single-choice', options },
      { question: 'q1', atLeast: 'a' },
      `${WHEN}.at-least error: the answers to "q1" (single-choice) have no order`,
    ],
    [
      'a number out of bounds',
      { type: 'number', to: 5 },
      { question: 'q1', atLeast: 6 },
      `${WHEN}.at-least error: "q1" (number) can never be "6"`,
    ],
    [
      'a number that is none',
      { type: 'number' },
      { question: 'q1', is: 'many' },
      `${WHEN}.is error: "q1" (number) can never be "many"`,
    ],
    [
      'a position beyond the scale',
      { type: 'scale', to: 2 },
      { question: 'q1', is: 3 },
      `${WHEN}.is error: "q1" (scale) can never be "3": it takes 0, 1, 2`,
    ],
    [
      'a date that never was',
      { type: 'date' },
      { question: 'q1', atLeast: '2023-02-30' },
      `${WHEN}.at-least error: "q1" (date) can never be "2023-02-30"`,
    ],
    ['an empty list', { type: 'yes-no' }, { any: [] }, `${WHEN}.any error: the list of conditions is empty`],
    [
      '"not answered"',
      { type: 'yes-no' },
      { not: { question: 'q1', answered: true } },
      `${WHEN}.not error: this can never hold: while there is no answer, it stays open what is asked`,
    ],
    [
      'two answers at once',
      { type: 'yes-no' },
      {
        all: [
          { question: 'q1', is: 'yes' },
          { question: 'q1', is: 'no' },
        ],
      },
      `${WHEN} error: this can never hold: "q1" would need two answers at once`,
    ],
    [
      'a fault deep inside',
      { type: 'yes-no' },
      { all: [{ question: 'q1', is: 'yes' }, { not: { any: [{ question: 'q9', answered: true }] } }] },
      `${WHEN}.all.1.not.any.0.question error: there is no question "q9"`,
    ],
  ])('%s', (_name, answer, when, fault) => {
    expect(faultsOfWhen(answer, when)).toEqual([fault]);
  });

  it.each<[AnswerSpec, Condition]>([
    [
      { type: 'number', from: 0 },
      { question: 'q1', is: 1.5 },
    ],
    [{ type: 'number' }, { question: 'q1', atLeast: 1e-7 }],
    [{ type: 'link-list' }, { question: 'q1', is: 'yes' }],
    [{ type: 'date' }, { question: 'q1', atLeast: '2024-02-29' }],
    [{ type: 'text' }, { question: 'q1', answered: true }],
    [
      { type: 'scale', to: 2 },
      { question: 'q1', is: 2 },
    ],
    [
      { type: 'frequency' },
      {
        any: [
          { question: 'q1', is: 'often' },
          { question: 'q1', is: 'never' },
        ],
      },
    ],
    [
      { type: 'multiple-choice', options },
      {
        all: [
          { question: 'q1', includes: 'a' },
          { question: 'q1', includes: 'b' },
        ],
      },
    ],
  ])('finds nothing wrong with a condition on %j: %j', (answer, when) => {
    expect(faultsOfWhen(answer, when)).toEqual([]);
  });

  it('a condition against that of the question above', () => {
    const leaf = aQuestion({ id: 'q1a', when: { question: 'q0', is: 'no' } });
    const parent = aQuestion({ id: 'q1', when: { question: 'q0', is: 'yes' }, questions: [leaf] });
    expect(faultsOf(aQuestion({ id: 'q0' }), parent)).toEqual([
      'sections.0.questions.1.questions.0.when error: this can never hold: "q0" would need two answers at once',
    ]);
  });

  it('a question that is asked later', () => {
    const early = aQuestion({ id: 'q1', when: { question: 'q2', is: 'yes' } });
    expect(faultsOf(early, aQuestion({ id: 'q2' }))).toEqual([
      'sections.0.questions.0.when warning: "q1" hangs on "q2", which is asked later',
    ]);
  });

  it('conditions of matrix rows', () => {
    const rows = [
      aRow('a', { when: { question: 'q9', is: 'yes' } }),
      aRow('b', { when: { question: 'q1', part: 'a', is: 'yes' } }),
    ];
    expect(faultsOf(aQuestion({ id: 'q1', answer: aMatrix(rows) }))).toEqual([
      'sections.0.questions.0.rows.0.when.question error: there is no question "q9"',
    ]);
  });
});

describe('circles', () => {
  it('a condition on its own question', () => {
    expect(faultsOf(aQuestion({ id: 'q1', when: { question: 'q1', is: 'yes' } }))).toEqual([
      'sections.0.questions.0.when error: the conditions go round in a circle: q1 → q1',
    ]);
  });

  it('a condition on its own sub-question', () => {
    const parent = aQuestion({ id: 'q1', when: { question: 'q1a', is: 'yes' }, questions: [aQuestion({ id: 'q1a' })] });
    expect(faultsOf(parent)).toEqual([
      'sections.0.questions.0.when error: the conditions go round in a circle: q1 → q1a → q1',
    ]);
  });

  it('two circles apart are both named, and what merely hangs on one is not', () => {
    const pair = (one: string, other: string) => [
      aQuestion({ id: one, when: { question: other, is: 'yes' } }),
      aQuestion({ id: other, when: { question: one, is: 'yes' } }),
    ];
    const after = aQuestion({ id: 'q9', when: { question: 'q1', is: 'yes' } });
    expect(faultsOf(...pair('q1', 'q2'), ...pair('q3', 'q4'), after)).toEqual([
      'sections.0.questions.0.when error: the conditions go round in a circle: q1 → q2 → q1',
      'sections.0.questions.2.when error: the conditions go round in a circle: q3 → q4 → q3',
    ]);
  });

  it('a circle does not hide that another question hangs on a later one', () => {
    const early = aQuestion({ id: 'q1', when: { question: 'q2', is: 'yes' } });
    const circle = aQuestion({ id: 'q3', when: { question: 'q3', is: 'yes' } });
    expect(faultsOf(early, aQuestion({ id: 'q2' }), circle)).toEqual([
      'sections.0.questions.2.when error: the conditions go round in a circle: q3 → q3',
      'sections.0.questions.0.when warning: "q1" hangs on "q2", which is asked later',
    ]);
  });

  it('rows of one matrix that wait for each other', () => {
    const rows = [
      aRow('a', { when: { question: 'q1', part: 'b', is: 'yes' } }),
      aRow('b', { when: { question: 'q1', part: 'a', is: 'yes' } }),
    ];
    expect(faultsOf(aQuestion({ id: 'q1', answer: aMatrix(rows) }))).toEqual([
      'sections.0.questions.0.rows.0.when error: the conditions go round in a circle: q1/a → q1/b → q1/a',
    ]);
  });

  it('a very long chain is no circle and takes no time', () => {
    const chain = Array.from({ length: 20_000 }, (_, at) =>
      aQuestion({ id: `q${at}`, ...(at === 0 ? {} : { when: { question: `q${at - 1}`, is: 'yes' } }) }),
    );
    expect(faultsOf(...chain)).toEqual([]);
    const first = aQuestion({ id: 'q0', when: { question: 'q19999', is: 'yes' } });
    expect(faultsOf(first, ...chain.slice(1))).toHaveLength(1);
  });
});

describe('ids', () => {
  it('each stands once where it must be told apart', () => {
    const twice = aQuestion({ id: 'q1', answer: aMatrix([aRow('r'), aRow('r')]) });
    const questionnaire = {
      ...aQuestionnaire([]),
      sections: [
        aSection('s', [twice, aQuestion({ id: 'q1', number: '2' })]),
        aSection('s', [aQuestion({ id: 'q3', number: '2' })]),
      ],
    };
    expect(checkQuestionnaire(questionnaire).map(({ path, level }) => `${path.join('.')} ${level}`)).toEqual([
      'sections.1.id error',
      'sections.0.questions.1.id error',
      'sections.1.questions.0.number warning',
      'sections.0.questions.0.rows.1.id error',
    ]);
  });

  it('none holds the slash that separates a question from its part', () => {
    expect(faultsOf(aQuestion({ id: 'q1/a' }))).toHaveLength(1);
    expect(faultsOf(aQuestion({ id: 'q1', answer: aMatrix([aRow('a/b')]) }))).toHaveLength(1);
  });
});

describe('what a question can be answered with', () => {
  it.each<[string, AnswerSpec, string]>([
    ['no options', { type: 'single-choice', options: [] }, 'options error: there is nothing to choose from'],
    ['one option', { type: 'multiple-choice', options: [anOption('a')] }, 'options warning: there is only one choice'],
    [
      'an option twice',
      { type: 'rating', levels: [anOption('a'), anOption('a')] },
      'levels.1.id error: there are two choices with the id "a"',
    ],
    [
      'exclusive outside a multiple choice',
      { type: 'single-choice', options: [anOption('a'), anOption('b', { exclusive: true })] },
      'options.1.exclusive error: only an option of a multiple choice can be exclusive',
    ],
    [
      'numbers the wrong way round',
      { type: 'number', from: 5, to: 1 },
      'to error: the bounds are crossed: from 5 to 1',
    ],
    [
      'dates the wrong way round',
      { type: 'date', from: '2024-01-01', to: '2020-01-01' },
      'to error: the bounds are crossed: from 2024-01-01 to 2020-01-01',
    ],
    [
      'a bound that is no date',
      { type: 'date', from: '2023-02-29' },
      'from error: "2023-02-29" is not a date (year-month-day)',
    ],
    ['a scale without steps', { type: 'scale', to: 0 }, 'to error: a scale ends at a whole number from 1 to 100'],
    ['a scale without end', { type: 'scale', to: 1e9 }, 'to error: a scale ends at a whole number from 1 to 100'],
    ['no room for text', { type: 'text', atMost: 0 }, 'at-most error: give a whole number of at least 1'],
    ['no room for links', { type: 'link-list', atMost: 0 }, 'at-most error: give a whole number of at least 1'],
    [
      'a label for no choice',
      { type: 'yes-no', labels: { maybe: 'Maybe' } },
      'labels.maybe error: yes-no has no choice "maybe" to label: it has yes, no',
    ],
    ['no rows', aMatrix([]), 'rows error: the matrix has no rows'],
    ['no columns', { type: 'matrix', rows: [aRow('r')], columns: [] }, 'columns error: the matrix has no columns'],
    [
      'a fault in the cells',
      aMatrix([aRow('r')], { type: 'single-choice', options: [] }),
      'cell.options error: there is nothing to choose from',
    ],
    [
      'a fault in a column',
      {
        type: 'matrix',
        rows: [aRow('r')],
        columns: [
          { id: 'x', text: 'X', answer: { type: 'yes-no' } },
          { id: 'y', text: 'Y', answer: { type: 'number', from: 2, to: 1 } },
        ],
      },
      'columns.1.to error: the bounds are crossed: from 2 to 1',
    ],
  ])('%s', (_name, answer, fault) => {
    expect(faultsOf(aQuestion({ id: 'q1', answer }))).toEqual([`sections.0.questions.0.${fault}`]);
  });
});

describe('terms and evidence', () => {
  it('a term that is not defined', () => {
    expect(faultsOf(aQuestion({ id: 'q1', terms: ['open-data'] }))).toEqual([
      'sections.0.questions.0.terms.0 error: there is no term "open-data"',
    ]);
  });

  it('evidence for an answer the question cannot have, and for one that is no choice', () => {
    const required = (...when: readonly string[]) => ({ rule: 'required', when }) as const;
    const place = 'sections.0.questions.0.evidence.required-when';
    expect(faultsOf(aQuestion({ id: 'q1', evidence: required('yes', 'some') }))).toEqual([
      `${place}.1 error: "some" is not an answer to this question: it takes yes, no`,
    ]);
    expect(faultsOf(aQuestion({ id: 'q1', answer: { type: 'text' }, evidence: required('yes') }))).toEqual([
      `${place} error: evidence can depend on a choice only, and this question has none`,
    ]);
    expect(faultsOf(aQuestion({ id: 'q1', evidence: required() }))).toHaveLength(1);
    expect(faultsOf(aQuestion({ id: 'q1', answer: { type: 'link-list' }, evidence: required('yes') }))).toEqual([]);
    expect(faultsOf(aQuestion({ id: 'q1', answer: aMatrix([aRow('r')]), evidence: required('yes') }))).toEqual([]);
  });

  it('a section without questions', () => {
    expect(faultsOf()).toEqual(['sections.0 warning: the section "s1" has no questions']);
  });
});
