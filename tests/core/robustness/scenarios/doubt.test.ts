/** Answers in doubt: a point with some of them otherwise gives the scores of a round in which they were stated so. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openRound } from '../../../../src/core/robustness/edition/open-round.js';
import type { Round } from '../../../../src/core/robustness/edition/round.js';
import type { DoubtfulAnswer, Input } from '../../../../src/core/robustness/scenarios/input.js';
import { layoutOf, scenarioAt } from '../../../../src/core/robustness/scenarios/layout.js';
import { openScenarios, type Scenarios } from '../../../../src/core/robustness/scenarios/open-scenarios.js';
import type { GradedRule } from '../../../../src/core/scoring/framework.js';
import type { Method } from '../../../../src/core/scoring/method.js';
import { prepare } from '../../../../src/core/scoring/prepare.js';
import type { Answer, Answers } from '../../../../src/core/survey/answers.js';
import {
  aFramework,
  aNode,
  anIndicator,
  aQuestion,
  aQuestionnaire,
  tinyAnswers,
  tinyFramework,
  tinyMethod,
  tinyQuestionnaire,
} from '../../../fixtures/tiny-survey.js';

const BLOCKED_LEFT_OUT: Method = {
  ...tinyMethod,
  missing: { ...tinyMethod.missing, 'not-known': 'leave-out', 'not-answered': 'leave-out' },
};
const tiny: Round = {
  framework: tinyFramework,
  method: BLOCKED_LEFT_OUT,
  questionnaire: tinyQuestionnaire,
  countries: ['XAA', 'XAB', 'XAC'],
  answers: Object.fromEntries(tinyAnswers),
  given: [],
  groups: [],
  withheld: [],
};

type Alternative = readonly [answer: Answer | null, probability: number];
const either = (country: string, key: string, ...alternatives: readonly Alternative[]): DoubtfulAnswer => ({
  country,
  key,
  alternatives: alternatives.map(([answer, probability]) => ({ answer, probability })),
});
const is = (value: string | number | readonly string[]): Answer => ({ value });

const openedOn = (round: Round, ...inputs: readonly Input[]): Scenarios => {
  const opened = openRound(round);
  const scenarios = opened.ok ? openScenarios(opened.value.ground, inputs) : opened;
  if (!scenarios.ok) throw new Error(JSON.stringify(scenarios.problems));
  return scenarios.value;
};
const scores = (found: ReturnType<Scenarios['at']>) => {
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value.map((column) => [...column]);
};
const nominal = (round: Round) => openedOn(round).nominal.map((column) => [...column]);
/** The round with some answers stated otherwise. */
const restated = (
  round: Round,
  changes: readonly (readonly [country: string, key: string, answer: Answer | null])[],
): Round => {
  const answers: Record<string, Answers> = { ...round.answers };
  for (const [country, key, answer] of changes) {
    const { [key]: _before, ...rest } = answers[country] ?? {};
    answers[country] = answer === null ? rest : { ...rest, [key]: answer };
  }
  return { ...round, answers };
};

/** A filter, what hangs on it, a part of a matrix, several options, one that was not known, one that becomes no answer. */
const DOUBTS = [
  either('XAA', 'q1', [is('whole'), 0.5], [is('none'), 0.5]),
  either('XAA', 'q1a', [is('often'), 0.5], [is('never'), 0.25], [null, 0.25]),
  either('XAA', 'q3a', [is(['search']), 0.5], [is(['search', 'interface']), 0.5]),
  either('XAB', 'q3', [is('no'), 0.5], [is('yes'), 0.5]),
  either('XAB', 'q5', [is('some'), 0.5], [is('all'), 0.5]),
  either('XAC', 'q2/i4', [{ missing: 'not-known' }, 0.5], [is('yes'), 0.5]),
  either('XAC', 'q3', [is('yes'), 0.5], [{ missing: 'not-known' }, 0.5]),
];
const doubt: Input = { kind: 'doubt', answers: DOUBTS };

describe('answers in doubt', () => {
  it('have a coordinate each, and together are one input', () => {
    const plan = prepare(tinyFramework, tinyMethod);
    const { dimensions, groups } = layoutOf(plan, [{ kind: 'drop' }, doubt]);
    expect(dimensions).toBe(8);
    expect(groups.map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [1, 8],
    ]);
  });

  it('are the first alternative up to which the probabilities sum to more than the coordinate', () => {
    const plan = prepare(tinyFramework, tinyMethod);
    const one = either('XAA', 'q1', [is('whole'), 0], [is('some'), 0.2], [null, 0.8], [is('none'), 0]);
    const layout = layoutOf(plan, [{ kind: 'doubt', answers: [one] }]);
    const drawn = [0, 0.19, 0.2, 0.5, 1 - 2 ** -53].map((u) => scenarioAt(layout, [u]).answers?.[0]);
    expect(drawn).toEqual([1, 1, 2, 2, 2]);
    const short = either(
      'XAA',
      'q1',
      [is('whole'), 0.3333333333],
      [is('some'), 0.3333333333],
      [is('none'), 0.3333333333],
    );
    expect(scenarioAt(layoutOf(plan, [{ kind: 'doubt', answers: [short] }]), [1 - 2 ** -53]).answers).toEqual([2]);
  });

  it('as they are stated give the scores of the method, to the last bit', () => {
    const scenarios = openedOn(tiny, { kind: 'weights', how: { type: 'spread', spread: 0.3 } }, doubt);
    const weights = scenarios.layout.weighed.map(() => 0.5);
    expect(scores(scenarios.at([...weights, ...DOUBTS.map(() => 0.1)]))).toEqual(nominal(tiny));
  });

  it('otherwise give the scores of a round in which they were stated so, conditions and all, to the last bit', () => {
    const scenarios = openedOn(tiny, doubt);
    fc.assert(
      fc.property(
        fc.tuple(...DOUBTS.map(({ alternatives }) => fc.integer({ min: 0, max: alternatives.length - 1 }))),
        (picked) => {
          const changes = DOUBTS.map(
            ({ country, key, alternatives }, at) =>
              [country, key, alternatives[picked[at] ?? 0]?.answer ?? null] as const,
          );
          const expected = nominal(restated(tiny, changes));
          expect(scores(scenarios.under({ choices: [], dropped: -1, answers: picked }))).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('vary beside weights, choices and indicators left out, all drawn at one point', () => {
    const inputs: readonly Input[] = [
      { kind: 'weights', how: { type: 'uniform' } },
      {
        kind: 'aggregate',
        alternatives: [
          { label: 'arithmetic', rule: 'arithmetic-mean' },
          { label: 'median', rule: 'median' },
        ],
      },
      { kind: 'drop' },
      doubt,
    ];
    const scenarios = openedOn(tiny, ...inputs);
    const width = scenarios.layout.dimensions - DOUBTS.length;
    const others = Array.from({ length: width }, (_, at) => ((at * 7) % 10) / 10 + 0.05);
    const flipped = restated(
      tiny,
      DOUBTS.map(({ country, key, alternatives }) => [country, key, alternatives[1]?.answer ?? null] as const),
    );
    const expected = scores(openedOn(flipped, ...inputs.slice(0, 3)).at(others));
    expect(scores(scenarios.at([...others, ...DOUBTS.map(() => 0.6)]))).toEqual(expected);
    expect(expected).not.toEqual(scores(scenarios.at([...others, ...DOUBTS.map(() => 0.1)])));
  });

  it('are weighed by weights derived anew', () => {
    const method: Method = { ...BLOCKED_LEFT_OUT, nodes: { index: { weights: 'equal-influence' } } };
    const weights: Input = { kind: 'weights', how: { type: 'spread', spread: 0.5 } };
    const scenarios = openedOn({ ...tiny, method }, weights, doubt);
    const middle = scenarios.layout.weighed.map(() => 0.5);
    const flipped = restated({ ...tiny, method }, [['XAB', 'q5', is('all')]]);
    const point = DOUBTS.map(({ key }) => (key === 'q5' ? 0.9 : 0.1));
    expect(scores(scenarios.at([...middle, ...point]))).toEqual(nominal(flipped));
  });

  it('move the countries they are compared with, where a rule compares them, and what they are divided by', () => {
    const graded: GradedRule = {
      type: 'graded',
      fence: 1.5,
      near: 0.25,
      scores: { highOutlier: 1, above: 0.75, near: 0.5, below: 0.25, lowOutlier: 0 },
      meanWithoutOutliers: false,
    };
    const number = (id: string) => aQuestion({ id, answer: { type: 'number' } });
    const per = { ...anIndicator('b', { type: 'as-answered' }), denominator: 'people' };
    const round: Round = {
      ...tiny,
      framework: aFramework(aNode({ id: 'index', children: [anIndicator('a', graded), per] })),
      method: { ...BLOCKED_LEFT_OUT, denominators: 'stated' },
      questionnaire: aQuestionnaire([number('a'), number('b'), number('people')]),
      answers: {
        XAA: { a: is(10), b: is(8), people: is(2) },
        XAB: { a: is(12), b: is(9), people: is(3) },
        XAC: { a: is(30), b: is(1), people: is(1) },
      },
    };
    const answers = [
      either('XAC', 'a', [is(30), 0.5], [is(13), 0.5]),
      either('XAB', 'people', [is(3), 0.5], [is(9), 0.5]),
    ];
    const scenarios = openedOn(round, { kind: 'doubt', answers });
    const both = restated(round, [
      ['XAC', 'a', is(13)],
      ['XAB', 'people', is(9)],
    ]);
    const [index] = scores(scenarios.at([0.5, 0.5]));
    expect([index]).toEqual(nominal(both));
    // XAA was below the mean of 17⅓ and is near that of 11⅔ though its own answers stand.
    expect([nominal(round)[0]?.[0], index?.[0]]).toEqual([(0.25 + 4) / 2, (0.5 + 4) / 2]);
    expect([nominal(round)[0]?.[2], index?.[2]]).toEqual([(0.75 + 1) / 2, (0.5 + 1) / 2]);
  });

  it('of a country that is withheld, or that lie below a given figure, change nothing', () => {
    const given = [{ country: 'XAB', node: '2', value: 0.5 }];
    const round: Round = { ...tiny, withheld: ['XAA'], given };
    const answers = DOUBTS.filter(({ country, key }) => country === 'XAA' || (country === 'XAB' && key !== 'q1'));
    const scenarios = openedOn(round, { kind: 'doubt', answers });
    expect(scores(scenarios.at(answers.map(() => 0.9)))).toEqual(nominal(round));
  });

  it('under which there are no numbers are refused by that point, and say so', () => {
    const blocking = { ...tiny, method: tinyMethod, countries: ['XAA'] };
    const answers = [either('XAA', 'q5', [is('most'), 0.5], [null, 0.5])];
    const scenarios = openedOn(blocking, { kind: 'doubt', answers });
    expect(scenarios.at([0.2]).ok).toBe(true);
    expect(scenarios.at([0.7])).toEqual({
      ok: false,
      problems: [{ code: 'nobody-has-a-score', details: { under: 'doubt' } }],
    });
  });

  it('of many combinations are each worked out the same, also once they are not remembered any more', () => {
    const questions = Array.from({ length: 12 }, (_, at) => `f${at}`);
    const round: Round = {
      ...tiny,
      framework: aFramework(
        aNode({
          id: 'index',
          children: questions.map((id) => anIndicator(`${id}a`, { type: 'map', scores: { yes: 1, no: 0 } })),
        }),
      ),
      questionnaire: aQuestionnaire(
        questions.map((id) =>
          aQuestion({ id, questions: [aQuestion({ id: `${id}a`, when: { question: id, is: 'yes' } })] }),
        ),
      ),
      countries: ['XAA'],
      answers: {
        XAA: Object.fromEntries(
          questions.flatMap((id) => [
            [id, is('yes')],
            [`${id}a`, is('yes')],
          ]),
        ),
      },
    };
    const answers = questions.map((id) => either('XAA', id, [is('yes'), 0.5], [is('no'), 0.5]));
    const scenarios = openedOn(round, { kind: 'doubt', answers });
    for (let combination = 0; combination < 2 ** 12; combination += 3) {
      const bits = questions.map((_, at) => (combination >> at) & 1);
      const yes = bits.filter((bit) => bit === 0).length;
      const found = scenarios.at(bits.map((bit) => 0.25 + bit / 2));
      expect(found.ok && found.value[0]?.[0]).toBeCloseTo(yes / 12, 12);
    }
  });

  it('are refused all at once before anything is drawn', () => {
    const opened = openRound(tiny);
    if (!opened.ok) throw new Error('sound');
    const half: readonly Alternative[] = [
      [is('yes'), 0.5],
      [is('no'), 0.5],
    ];
    const refused = openScenarios(opened.value.ground, [
      {
        kind: 'doubt',
        answers: [
          either('XAZ', 'q3', ...half),
          either('XAA', 'q9', ...half),
          either('XAA', 'q3', ...half),
          either('XAA', 'q3', ...half),
          either('XAB', 'q3', [is('yes'), 1]),
          either('XAC', 'q3', [is('yes'), 1.5], [is('no'), -0.5]),
          either('XAC', 'q5', [is('all'), 0.5], [is('none'), 0.4]),
          either('XAC', 'q1', [is('some'), 0.5], [is('maybe'), 0.5]),
          either('XAB', 'q1', [is('some'), Number.NaN], [is('none'), 1]),
        ],
      },
    ]);
    expect(!refused.ok && refused.problems).toEqual([
      { code: 'doubt-unknown-country', details: { country: 'XAZ', key: 'q3' } },
      { code: 'doubt-unknown-answer', details: { country: 'XAA', key: 'q9' } },
      { code: 'doubt-twice', details: { country: 'XAA', key: 'q3' } },
      { code: 'doubt-without-alternative', details: { country: 'XAB', key: 'q3' } },
      { code: 'doubt-no-probability', details: { country: 'XAC', key: 'q3', probability: 1.5 } },
      { code: 'doubt-no-probability', details: { country: 'XAC', key: 'q3', probability: -0.5 } },
      { code: 'doubt-sum', details: { country: 'XAC', key: 'q5', sum: 0.9 } },
      { code: 'doubt-no-answer', details: { country: 'XAC', key: 'q1', answer: 'maybe' } },
      { code: 'doubt-no-probability', details: { country: 'XAB', key: 'q1', probability: Number.NaN } },
    ]);
    const { questionnaire: _none, ...figures } = tiny;
    const given = ['XAA', 'XAB'].map((country, at) => ({ country, node: '1', value: at }));
    const lenient = { ...BLOCKED_LEFT_OUT, coverage: 0 };
    const without = openRound({ ...figures, method: lenient, given });
    if (!without.ok) throw new Error('sound');
    expect(openScenarios(without.value.ground, [doubt])).toEqual({
      ok: false,
      problems: [{ code: 'doubt-without-answers' }],
    });
  });
});
