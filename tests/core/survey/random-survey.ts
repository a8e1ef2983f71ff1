/**
 * Random questionnaires without circles, and random answers to them, for properties that must hold of all.
 * Must never: make a questionnaire that its own check refuses for a circle.
 */
import fc from 'fast-check';
import type { CellSpec } from '../../../src/core/survey/answer-spec.js';
import {
  type Answer,
  type Answers,
  type CellValue,
  REASONS,
  type StatedReason,
} from '../../../src/core/survey/answers.js';
import type { Condition } from '../../../src/core/survey/condition.js';
import { keyOf } from '../../../src/core/survey/key.js';
import { outlineOf } from '../../../src/core/survey/outline.js';
import { partsOf } from '../../../src/core/survey/question-types/index.js';
import type { Question, Questionnaire } from '../../../src/core/survey/questionnaire.js';
import { aMatrix, anOption, aQuestion, aRow } from '../../fixtures/tiny-survey.js';

const CELLS: readonly CellSpec[] = [
  { type: 'yes-no' },
  { type: 'requirement' },
  { type: 'multiple-choice', options: [anOption('a'), anOption('b'), anOption('none', { exclusive: true })] },
  { type: 'number', from: 0, to: 9, integer: true },
  { type: 'link-list' },
];

type ConditionSeed =
  | { readonly join: 'all' | 'any'; readonly inner: readonly ConditionSeed[] }
  | { readonly not: ConditionSeed }
  | { readonly target: number; readonly pick: number };

const { condition } = fc.letrec<{ condition: ConditionSeed }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ target: fc.nat(99), pick: fc.nat(99) }),
    fc.record({
      join: fc.constantFrom('all' as const, 'any' as const),
      inner: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ not: tie('condition') }),
  ),
}));

const question = fc.record({
  cell: fc.nat(CELLS.length - 1),
  depth: fc.nat(2),
  when: fc.option(condition, { nil: undefined }),
  rows: fc.array(fc.option(condition, { nil: undefined }), { maxLength: 3 }),
});

type QuestionSeed = typeof question extends fc.Arbitrary<infer T> ? T : never;
interface Point {
  readonly question: string;
  readonly part: string;
  readonly spec: CellSpec;
}

/** Conditions look only at questions made earlier; the sections are then asked in any order. */
export const randomQuestionnaire: fc.Arbitrary<Questionnaire> = fc
  .tuple(fc.array(fc.array(question, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([seeds, backwards]) => {
    const earlier: Point[] = [];
    const sections = seeds.map((of, at) => ({
      id: `s${at}`,
      title: `Section ${at}`,
      questions: nested(of, at, earlier),
    }));
    return { title: 'Random', language: 'en', terms: [], sections: backwards ? sections.reverse() : sections };
  });

function nested(seeds: readonly QuestionSeed[], section: number, earlier: Point[]): readonly Question[] {
  const made = seeds.map((seed, at) => ({
    depth: seed.depth,
    question: oneQuestion(seed, `q${section}x${at}`, earlier),
  }));
  const top: Question[] = [];
  // A question of depth 1 stands under the one before it; of depth 2, under that one's follow-up where there is one.
  for (const { depth, question: one } of made) {
    let among = top;
    for (let level = 0; level < depth && among.length > 0; level++) among = among.at(-1)?.questions as Question[];
    among.push(one);
  }
  return top;
}

function oneQuestion(seed: QuestionSeed, id: string, earlier: Point[]): Question {
  const cell = CELLS[seed.cell]!;
  const when = seed.when === undefined ? undefined : build(seed.when, [...earlier]);
  const rows: ReturnType<typeof aRow>[] = [];
  for (const [at, rowSeed] of seed.rows.entries()) {
    const own = rows.map((row) => ({ question: id, part: row.id, spec: cell }));
    const rowWhen = rowSeed === undefined ? undefined : build(rowSeed, [...earlier, ...own]);
    rows.push(aRow(`r${at}`, rowWhen === undefined ? {} : { when: rowWhen }));
  }
  const answer = rows.length === 0 ? cell : aMatrix(rows, cell);
  earlier.push(...partsOf(answer).map(({ part, spec }) => ({ question: id, part, spec })));
  return aQuestion({ id, answer, allows: ['not-known'], questions: [], ...(when === undefined ? {} : { when }) });
}

function build(seed: ConditionSeed, earlier: readonly Point[]): Condition | undefined {
  if (earlier.length === 0) return undefined;
  if ('not' in seed) return { not: build(seed.not, earlier)! };
  if ('join' in seed) {
    const inner = seed.inner.map((one) => build(one, earlier)!);
    return seed.join === 'all' ? { all: inner } : { any: inner };
  }
  const { question: id, part, spec } = earlier[seed.target % earlier.length]!;
  const of = { question: id, ...(part === '' ? {} : { part }) };
  if (seed.pick % 5 === 0) return { ...of, answered: true };
  switch (spec.type) {
    case 'multiple-choice':
      return { ...of, includes: spec.options[seed.pick % 3]!.id };
    case 'number':
      return seed.pick % 2 === 0 ? { ...of, atLeast: seed.pick % 10 } : { ...of, is: seed.pick % 10 };
    case 'requirement':
      return seed.pick % 2 === 0 ? { ...of, atLeast: 'some' } : { ...of, is: ['some', 'none'] };
    default:
      return { ...of, is: seed.pick % 2 === 0 ? 'yes' : 'no' };
  }
}

const VALUES: Readonly<Record<string, readonly CellValue[]>> = {
  'yes-no': ['yes', 'no'],
  requirement: ['whole', 'some', 'none'],
  frequency: ['often', 'never'],
  share: ['all', 'none'],
  text: ['one text', 'another'],
  'multiple-choice': [['a'], ['a', 'b'], ['none']],
  number: [0, 3, 9],
  'link-list': [['no'], ['yes'], ['https://a.example/']],
};

const STATED = REASONS.filter((reason): reason is StatedReason => reason !== 'not-asked');

function randomAnswer(spec: CellSpec): fc.Arbitrary<Answer | undefined> {
  const value = fc.constantFrom(...(VALUES[spec.type] ?? [])).map((one): Answer => ({ value: one }));
  const missing = fc.constantFrom(...STATED).map((reason): Answer => ({ missing: reason }));
  return fc.oneof(
    { arbitrary: value, weight: 6 },
    { arbitrary: missing, weight: 1 },
    { arbitrary: fc.constant(undefined), weight: 2 },
  );
}

export type Edit = readonly [key: string, answer: Answer | undefined];

/** One edit of some of its data points: an answer, or its withdrawal. */
export function randomEdits(questionnaire: Questionnaire): fc.Arbitrary<readonly Edit[]> {
  const { points } = outlineOf(questionnaire);
  return fc
    .tuple(
      ...points.map((point) =>
        fc.option(
          randomAnswer(point.spec).map((answer): Edit => [keyOf(point.question.id, point.part), answer]),
          { nil: null, freq: 3 },
        ),
      ),
    )
    .map((edits) => edits.filter((edit) => edit !== null));
}

export function edited(answers: Answers, edits: readonly Edit[]): Answers {
  const after = new Map(Object.entries(answers));
  for (const [key, answer] of edits) answer === undefined ? after.delete(key) : after.set(key, answer);
  return Object.fromEntries(after);
}
