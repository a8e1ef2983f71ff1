/**
 * Source: five answers in doubt of the tiny survey, all 72 ways to answer them enumerated by hand (scores from the plain means in the
 * head of tests/fixtures/tiny-survey.ts), probabilities multiplied.
 * Tolerance: three standard errors of 20,000 replications; quantiles exact.
 */
import { describe, expect, it } from 'vitest';
import type { Round } from '../../src/core/robustness/edition/round.js';
import type { DoubtfulAnswer } from '../../src/core/robustness/scenarios/input.js';
import type { Answer } from '../../src/core/survey/answers.js';
import { analysis, asked, robustness } from '../core/robustness/edition/a-job.js';
import { tinyAnswers, tinyFramework, tinyMethod, tinyQuestionnaire } from '../fixtures/tiny-survey.js';

const RUNS = 20_000;
const round: Round = {
  framework: tinyFramework,
  method: tinyMethod,
  questionnaire: tinyQuestionnaire,
  countries: ['XAA', 'XAB', 'XAC'],
  answers: Object.fromEntries(tinyAnswers),
  given: [],
  groups: [],
  withheld: [],
};

const doubtful = (
  country: string,
  key: string,
  ...alternatives: readonly (readonly [Answer, number])[]
): DoubtfulAnswer => ({
  country,
  key,
  alternatives: alternatives.map(([answer, probability]) => ({ answer, probability })),
});
const value = (said: string | readonly string[]): Answer => ({ value: said });

const answers = [
  // How often the rule is reviewed is asked where there is a rule: sub-pillar 1.1 is 1, 0.75 or 0.
  doubtful('XAA', 'q1', [value('whole'), 0.6], [value('some'), 0.1], [value('none'), 0.3]),
  // What the portal offers is asked where there is one: 2.1 is 0.75 or 1, or 0.
  doubtful('XAA', 'q3', [value('yes'), 0.7], [value('no'), 0.3]),
  doubtful('XAA', 'q3a', [value(['search']), 0.5], [value(['search', 'interface']), 0.5]),
  // XAB never said what its portal would offer: with one, it has no score.
  doubtful('XAB', 'q3', [value('no'), 0.8], [value('yes'), 0.2]),
  // XAC has a score of 0.375 or 0.25 where this is known.
  doubtful('XAC', 'q2/i4', [{ missing: 'not-known' }, 0.5], [value('yes'), 0.3], [value('no'), 0.2]),
];

const [drawn] = robustness({
  round,
  asked: asked([analysis('doubt', { kind: 'doubt', answers })], { runs: RUNS, seed: 2024 }),
}).analyses;
if (drawn === undefined) throw new Error('nothing was analysed');

/** Three standard errors of a share. */
function expectShare(times: number | undefined, of: number, share: number): void {
  const error = Math.abs((times ?? Number.NaN) / of - share);
  expect(error).toBeLessThanOrEqual(3 * Math.sqrt((share * (1 - share)) / of));
}

describe('answers in doubt with conditions below them', () => {
  it.each([
    // Share of the replications with a score, mean of the score, its standard deviation.
    ['XAA', 1, 0.665625, 0.15254994],
    ['XAB', 0.8, 0.3125, 0],
    ['XAC', 0.5, 0.325, 0.06123724],
  ])('leave %s a score in a share of %d, and a mean of %d', (country, share, mean, deviation) => {
    const cell = drawn.nodes[0]?.[round.countries.indexOf(country)];
    expectShare(cell?.present, RUNS, share);
    const error = Math.abs((cell?.score.mean ?? Number.NaN) - mean);
    expect(error).toBeLessThanOrEqual((3 * deviation) / Math.sqrt(cell?.present ?? 0) + 1e-12);
  });

  it('have the quantiles of all ways to answer', () => {
    const [xaa, xab, xac] = drawn.nodes[0] ?? [];
    expect([xaa?.score.p05, xaa?.score.p95]).toEqual([0.34375, 0.84375]);
    expect([xab?.score.p05, xab?.score.p95]).toEqual([0.3125, 0.3125]);
    expect([xac?.score.p05, xac?.score.median, xac?.score.p95]).toEqual([0.25, 0.375, 0.375]);
  });

  it('put each country on each rank as often as all ways to answer do', () => {
    const shares = [
      [0.973, 0.027, 0],
      [0, 0.56, 0.24],
      [0.027, 0.313, 0.16],
    ];
    shares.forEach((own, row) => {
      own.forEach((share, at) => {
        expectShare(drawn.frequencies[row]?.[at], RUNS, share);
      });
    });
  });

  it('hold two countries against each other where both have a rank', () => {
    expectShare(drawn.both[0]?.[2], RUNS, 0.5);
    expectShare(drawn.both[1]?.[2], RUNS, 0.4);
    expectShare(drawn.ahead[0]?.[2], RUNS, 0.473);
    expectShare(drawn.ahead[2]?.[0], RUNS, 0.027);
    expectShare(drawn.ahead[1]?.[2], RUNS, 0.16);
    expectShare(drawn.ahead[2]?.[1], RUNS, 0.24);
    expect(drawn.ahead[0]?.[1]).toBe(drawn.both[0]?.[1]);
    expect(drawn.tiers).toEqual([['XAA'], ['XAB']]);
  });
});
