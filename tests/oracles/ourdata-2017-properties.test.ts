/**
 * Source: the rules of the OURdata Index 2017 as we read them (questionnaires/ourdata-2017/NOTES.md): a "no" at a filter never
 * beats a "yes" followed by all no, and a better answer never lowers a country's own score. Held by the shipped definition,
 * over every filter and every scored answer, on random countries. Tolerance: 1e-12.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeIndex } from '../../src/core/scoring/compute-index.js';
import type { Indicator, Node } from '../../src/core/scoring/framework.js';
import type { Results } from '../../src/core/scoring/results.js';
import { kindOf } from '../../src/core/scoring/rules/index.js';
import type { CellSpec } from '../../src/core/survey/answer-spec.js';
import type { Answers, CellValue } from '../../src/core/survey/answers.js';
import { keysRead } from '../../src/core/survey/keys-read.js';
import { keyOf, outlineOf } from '../../src/core/survey/outline.js';
import { typeOf } from '../../src/core/survey/question-types/index.js';
import { standingOf } from '../../src/core/survey/standing.js';
import { definitionOf } from './definition-of.js';

const { framework, method, questionnaire } = definitionOf('ourdata-2017');
const outline = outlineOf(questionnaire!);

const leavesOf = (node: Node): readonly Node[] =>
  node.children.length === 0 ? [node] : node.children.flatMap(leavesOf);
const indicators = leavesOf(framework.index).flatMap(({ indicator }) => indicator ?? []);
const scoring = (key: string) => indicators.filter(({ question, part }) => keyOf(question, part) === key);

/** What may be answered, enough to cover every score. */
function valuesOf(spec: CellSpec): readonly CellValue[] {
  const choices = typeOf(spec)
    .choices(spec)
    .map(({ id }) => id);
  switch (spec.type) {
    case 'link-list':
      return [['no'], ['https://data.example/set']];
    case 'multiple-choice': {
      const plain = spec.options.filter((option) => option.exclusive !== true).map(({ id }) => id);
      const nothing = spec.options.filter((option) => option.exclusive === true).map(({ id }) => [id]);
      return [...nothing, ...plain.map((_, last) => plain.slice(0, last + 1))];
    }
    case 'scale':
      return [0, spec.to];
    case 'number':
      return [spec.from ?? 0, 10, 5000];
    case 'date':
      return ['2016-06-30'];
    case 'text':
      return ['Words.'];
    default:
      return choices;
  }
}

const scoreOf = ({ rule }: Indicator, value: CellValue): number => {
  const [score] = kindOf(rule).score(rule, { rows: 1, part: '', read: () => ({ value }) });
  return typeof score === 'number' ? score : Number.NaN;
};

/** The values of a data point, worst first by what they score; unscored ones by their type's own order. */
function fromWorst(key: string): readonly CellValue[] {
  const { spec } = outline.point.get(key)!;
  const [indicator] = scoring(key);
  const values = valuesOf(spec);
  if (indicator === undefined) return typeOf(spec).order?.(spec) ?? values;
  return values.toSorted((a, b) => scoreOf(indicator, a) - scoreOf(indicator, b));
}

const ladders = new Map(outline.points.map(({ key }) => [key, fromWorst(key)]));
const worst = (key: string): CellValue => ladders.get(key)![0]!;

/** A country that answers everything, asked or not, at random. */
const aCountry = fc
  .array(fc.nat({ max: 1000 }), { minLength: outline.points.length, maxLength: outline.points.length })
  .map((picks): Answers => {
    const answers = outline.points.map(({ key }, at) => {
      const ladder = ladders.get(key)!;
      return [key, { value: ladder[picks[at]! % ladder.length]! }];
    });
    return Object.fromEntries(answers);
  });

function resultsOf(countries: ReadonlyMap<string, Answers>): Results {
  const outcome = computeIndex({
    framework,
    method,
    outline,
    countries: [...countries.keys()],
    answers: countries,
    given: [],
    groups: [],
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

/** Two answers that a country might have given, of which the second must not score lower. */
interface Pair {
  readonly key: string;
  readonly lower: Answers;
  readonly higher: Answers;
}

/** All pairs are countries of one round; returns those in which the lower one came out ahead, anywhere in the tree. */
function turnedRound(pairs: readonly Pair[]): readonly string[] {
  const countries = pairs.flatMap(({ lower, higher }, at): [string, Answers][] => [
    [`${at}-lower`, lower],
    [`${at}-higher`, higher],
  ]);
  const results = resultsOf(new Map(countries));
  return pairs.flatMap(({ key }, at) => {
    const [low, high] = ['lower', 'higher'].map((which) => results.countries.indexOf(`${at}-${which}`));
    return results.nodes
      .filter(({ score, level }) => level > 1 && !((score[low!] ?? Number.NaN) <= (score[high!] ?? Number.NaN) + 1e-12))
      .map(({ id }) => `${key}: ${id}`);
  });
}

const answered = (answers: Answers, given: Readonly<Record<string, CellValue>>): Answers => ({
  ...answers,
  ...Object.fromEntries(Object.entries(given).map(([key, value]) => [key, { value }])),
});

const conditions = outline.points.flatMap(({ question, when }) => [question.when, when].flatMap((one) => one ?? []));
const filters = [...new Set(conditions.flatMap(keysRead))];

/** What other filters stand in one condition with this one: closed they show what it opens alone, open what it opens with them. */
function companions(key: string): readonly Readonly<Record<string, CellValue>>[] {
  const others = conditions
    .map(keysRead)
    .filter((keys) => keys.includes(key))
    .flat();
  const set = (place: number) => Object.fromEntries(others.map((other) => [other, ladders.get(other)!.at(place)!]));
  return [set(0), set(-1)];
}

/** An answer at a filter that scores no better and closes what another opens; and that other, followed by nothing but no. */
function filterPairs(key: string, base: Answers, followUps: (key: string) => CellValue): readonly Pair[] {
  const ladder = ladders.get(key)!;
  const isScored = scoring(key).length > 0;
  return companions(key).flatMap((others) =>
    ladder.flatMap((closing, at) =>
      ladder
        .filter((opening, other) => opening !== closing && (other > at || !isScored))
        .flatMap((opening) => filterPair({ key, closing, opening }, answered(base, others), followUps)),
    ),
  );
}

function filterPair(
  { key, closing, opening }: { readonly key: string; readonly closing: CellValue; readonly opening: CellValue },
  base: Answers,
  followUps: (key: string) => CellValue,
): readonly Pair[] {
  const lower = answered(base, { [key]: closing });
  const isClosed = standingOf(outline, lower).isAsked;
  const isOpen = standingOf(outline, answered(base, { [key]: opening })).isAsked;
  const opened = outline.points.filter((point) => isOpen(point.key) && !isClosed(point.key));
  const shut = outline.points.filter((point) => isClosed(point.key) && !isOpen(point.key));
  if (opened.length === 0 || shut.length > 0) return [];
  // Follow-ups of follow-ups open in turn, and are answered alike.
  const all = outline.points.filter((point) => !isClosed(point.key) && point.key !== key);
  const given = Object.fromEntries(all.map((point) => [point.key, followUps(point.key)]));
  return [{ key, lower, higher: answered(base, { ...given, [key]: opening }) }];
}

const literalNo = (key: string): CellValue => {
  const values = ladders.get(key)!;
  const no = values.find((value) => ['no', 'none', 'never'].includes(String(value)));
  return no ?? worst(key);
};

describe('the OURdata 2017 definition', () => {
  it('has filters, and every one of them is tried', () => {
    const base = Object.fromEntries(outline.points.map(({ key }) => [key, { value: ladders.get(key)!.at(-1)! }]));
    const tried = filters.filter((key) => filterPairs(key, base, worst).length > 0);
    expect(tried.length).toBeGreaterThan(10);
    expect(filters.filter((key) => !tried.includes(key))).toEqual([]);
  });

  it('never lets a "no" at a filter beat a "yes" followed by all no', () => {
    fc.assert(
      fc.property(aCountry, (base) => {
        expect(turnedRound(filters.flatMap((key) => filterPairs(key, base, literalNo)))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it('nor a "yes" followed by the worst there is', () => {
    fc.assert(
      fc.property(aCountry, (base) => {
        expect(turnedRound(filters.flatMap((key) => filterPairs(key, base, worst)))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it('never lowers a country for a better answer (the graded number apart, which the others set too)', () => {
    const keys = outline.points.map(({ key }) => key).filter((key) => scoring(key).length === 1);
    const rungs = keys.filter((key) => scoring(key)[0]?.rule.type !== 'graded');
    expect(rungs.length).toBeGreaterThan(100);
    fc.assert(
      fc.property(aCountry, (base) => {
        const pairs = rungs.flatMap((key) => {
          const ladder = ladders.get(key)!;
          return ladder.slice(1).map(
            (value, at): Pair => ({
              key,
              lower: answered(base, { [key]: ladder[at]! }),
              higher: answered(base, { [key]: value }),
            }),
          );
        });
        expect(turnedRound(pairs)).toEqual([]);
      }),
      { numRuns: 5 },
    );
  });

  it('gives every node of a country that answers everything a score from 0 to 1', () => {
    fc.assert(
      fc.property(fc.array(aCountry, { minLength: 1, maxLength: 4 }), (countries) => {
        const results = resultsOf(new Map(countries.map((answers, at) => [`C${at}`, answers])));
        const scores = results.nodes.flatMap(({ score }) => score);
        expect(scores.filter((score) => !(score !== null && score >= 0 && score <= 1 + 1e-12))).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });

  it('does not mind the order of countries or of answers: same bytes', () => {
    fc.assert(
      fc.property(fc.array(aCountry, { minLength: 2, maxLength: 5 }), (countries) => {
        const named = countries.map((answers, at): [string, Answers] => [`C${at}`, answers]);
        const turned = named
          .toReversed()
          .map(([country, answers]): [string, Answers] => [
            country,
            Object.fromEntries(Object.entries(answers).toReversed()),
          ]);
        expect(JSON.stringify(resultsOf(new Map(turned)))).toBe(JSON.stringify(resultsOf(new Map(named))));
      }),
      { numRuns: 10 },
    );
  });
});
