/**
 * What the shipped demonstration promises to show: a wide spread, correlated pillars, every reason for a missing score,
 * every branch of the questionnaire both ways, a tie, an outlier, a country without a portal.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { computeIndex } from '../../../src/core/scoring/compute-index.js';
import type { NodeResult, Results } from '../../../src/core/scoring/results.js';
import { correlation } from '../../../src/core/statistics/correlation.js';
import type { Answers } from '../../../src/core/survey/answers.js';
import { checkAnswers } from '../../../src/core/survey/check-answers.js';
import { type Outline, outlineOf } from '../../../src/core/survey/outline.js';
import { type Standing, standingOf } from '../../../src/core/survey/standing.js';
import { inventEdition } from '../../../src/journeys/preparing/seed-demonstration.js';
import type { Edition } from '../../../src/library/library.js';
import { loadLibrary } from '../../../src/library/load-library.js';

let edition: Edition;
let outline: Outline;
let answers: ReadonlyMap<string, Answers>;
let standings: ReadonlyMap<string, Standing>;
let results: Results;

beforeAll(async () => {
  const loaded = loadLibrary('.');
  if (!('library' in loaded)) throw new Error(loaded.faults.map((fault) => fault.message).join('\n'));
  edition = loaded.library.editions.get('demonstration-2024') ?? raise('no demonstration');
  const { questionnaire, framework, method } = edition.definition;
  outline = outlineOf(questionnaire ?? raise('no questionnaire'));
  const invented = await inventEdition(edition, loaded.library.countries.nameOf, '.');
  answers = invented.ok ? invented.value : raise(JSON.stringify(invented.problems));
  standings = new Map([...answers].map(([country, given]) => [country, standingOf(outline, given)]));
  const computed = computeIndex({
    framework,
    method,
    outline,
    countries: edition.countries,
    answers,
    given: [],
    groups: edition.groups,
    withheld: Object.keys(edition.withheld),
  });
  results = computed.ok ? computed.value : raise(JSON.stringify(computed.problems));
});

function raise(message: string): never {
  throw new Error(message);
}

const node = (id: string): NodeResult => results.nodes.find((one) => one.id === id) ?? raise(id);
const of = <T>(values: readonly T[], country: string): T => values[results.countries.indexOf(country)] as T;
const scored = () => results.countries.filter((country) => of(node('index').score, country) !== null);
const scores = (id: string) => scored().map((country) => Number(of(node(id).score, country)));

describe('the demonstration', () => {
  it('has 24 invented countries, each with answers', () => {
    expect(edition.countries).toHaveLength(24);
    expect([...answers.keys()].sort()).toEqual([...edition.countries].sort());
    expect(edition.countries.every((country) => /^XA[A-X]$/.test(country))).toBe(true);
  });

  it('spreads its scores from about 0.1 to about 0.95', () => {
    expect(Math.min(...scores('index'))).toBeGreaterThan(0.07);
    expect(Math.min(...scores('index'))).toBeLessThan(0.13);
    expect(Math.max(...scores('index'))).toBeGreaterThan(0.92);
    expect(Math.max(...scores('index'))).toBeLessThan(0.98);
  });

  it('has pillars that correlate between 0.5 and 0.8, each with each', () => {
    for (const [one, other] of [
      ['1', '2'],
      ['1', '3'],
      ['2', '3'],
    ] as const) {
      const r = correlation(scores(one), scores(other));
      expect(r).toBeGreaterThan(0.5);
      expect(r).toBeLessThan(0.8);
    }
  });

  it('shows a country blocked for each reason the method blocks for', () => {
    const reasons = results.countries.flatMap((country) => {
      const status = of(node('index').status, country);
      return status.kind === 'blocked' ? [[country, status.reason]] : [];
    });
    expect(Object.fromEntries(reasons)).toEqual({
      XAH: 'not-answered',
      XAN: 'not-known',
      XAT: 'not-applicable',
      XAW: 'withheld',
    });
  });

  it('shows a gap in a parent carried to what hangs on it, and a "no" scored as nothing', () => {
    expect(of(node('i81').status, 'XAH')).toEqual({ kind: 'missing', reason: 'not-answered' });
    const treated = results.nodes.flatMap((one) => one.status).filter((status) => status.kind === 'treated');
    expect(treated.length).toBeGreaterThan(0);
    expect(new Set(treated.map((status) => status.kind === 'treated' && status.reason))).toEqual(
      new Set(['not-asked']),
    );
  });

  it('takes every branch both ways in some country', () => {
    const conditional = [...outline.questions.values()].filter(
      ({ question, points }) => question.when !== undefined || points.some((point) => point.when !== undefined),
    );
    expect(conditional.length).toBeGreaterThan(20);
    const oneWay = conditional.filter(({ points }) =>
      points.some((point) => {
        const asked = [...standings.values()].map((standing) => standing.readings.get(point.key));
        const isNotAsked = (reading: (typeof asked)[number]) =>
          reading !== undefined && 'missing' in reading && reading.missing === 'not-asked';
        return asked.every(isNotAsked) || !asked.some(isNotAsked);
      }),
    );
    expect(oneWay.map(({ question }) => question.id)).toEqual([]);
  });

  it('has one country without a central portal', () => {
    const without = [...answers].filter(([, given]) => JSON.stringify(given.q66) === '{"value":"no"}');
    expect(without.map(([country]) => country)).toEqual(['XAV']);
    expect(of(node('i96').status, 'XAV')).toEqual({ kind: 'treated', reason: 'not-asked' });
  });

  it('has two countries that tie exactly on the index, by different ways', () => {
    expect(of(node('index').score, 'XAF')).toBe(of(node('index').score, 'XAR'));
    expect(of(node('index').rank, 'XAF')).toBe(of(node('index').rank, 'XAR'));
    expect(of(node('1').score, 'XAF')).not.toBe(of(node('1').score, 'XAR'));
  });

  it('has one country with so many datasets that it is an outlier', () => {
    const grades = results.countries.map((country) => [country, of(node('i21').score, country)] as const);
    expect(grades.filter(([, grade]) => grade === 1).map(([country]) => country)).toContain('XAK');
    expect(new Set(grades.map(([, grade]) => grade))).toEqual(new Set([null, 0, 0.25, 0.5, 0.75, 1]));
  });

  it('leaves only the gap it means to leave, and no answer its question does not take', () => {
    const faults = [...standings].flatMap(([country, standing]) =>
      checkAnswers(outline, standing).map(({ code, field }) => `${country} ${field} ${code}`),
    );
    expect(faults).toEqual(['XAH q31/i80 unanswered']);
  });

  it('holds an answer of every type, and none to what is not asked', () => {
    const seen = new Set(
      [...answers.values()].flatMap((given) => Object.keys(given).map((key) => outline.point.get(key)?.spec.type)),
    );
    expect(seen).toEqual(new Set(outline.points.map((point) => point.spec.type)));
    for (const [country, given] of answers) {
      expect(Object.keys(given).filter((key) => !standings.get(country)?.isAsked(key))).toEqual([]);
    }
  });

  it('names only addresses that cannot exist', () => {
    const links = [...answers.values()].flatMap((given) => JSON.stringify(given).match(/https?:[^"]*/g) ?? []);
    expect(links.length).toBeGreaterThan(200);
    expect(links.filter((link) => !/^https:\/\/data\.xa[a-x]\.example\//.test(link))).toEqual([]);
  });
});
