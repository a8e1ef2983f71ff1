/**
 * An index, by the steps of the OECD/JRC Handbook on Constructing Composite Indicators (2008):
 *
 *   answers ─▶ indicators ─▶ screen · divide ─▶ treat missing ─▶ normalise ─▶ weigh ─▶ aggregate ─▶ rank ─▶ explain
 *   standing    rules/       treat outliers     treatment,       direct,      plan,     aggregation/  rank-and-  explain
 *               leaf-        impute             run              normali-     weigh-    level by      present
 *               columns      raw-steps/                          sation/      ing/      level
 *                            └─ takeRawSteps ─┘ └──────────────────── run ───────────────────┘
 *
 * Must never: know a status, a locale or a clock; depend on the order in which countries or answers come.
 */
import { done, type Outcome, type Problem } from '../problem.js';
import type { Standing } from '../survey/standing.js';
import type { IndexInput } from './index-input.js';
import { answersIn, layOut } from './lay-out.js';
import { type Reckoning, reckon } from './reckon.js';
import type { Results } from './results.js';
import { resultsOf } from './results-of.js';

/** Results, and what is needed to explain any figure in them or to run the engine again. */
export interface Computation extends Reckoning {
  readonly input: IndexInput;
  /** By row; undefined where the edition asks nothing. */
  readonly standings: readonly (Standing | undefined)[];
  readonly results: Results;
}

/** All nodes for all countries and groups of the round. Refuses given figures it cannot place, all of them at once. */
export function computeIndex(input: IndexInput): Outcome<Results> {
  const computation = openIndex(input);
  return computation.ok ? done(computation.value.results) : computation;
}

/** As `computeIndex`, and keeps the workings for `explain`. */
export function openIndex(input: IndexInput): Outcome<Computation> {
  const laid = layOut(input);
  if (!laid.ok) return laid;
  const { plan, countries, standings, columns, companions } = laid.value;
  const reckoned = reckon(plan, columns, companions);
  if (!reckoned.ok) return reckoned;
  const results = resultsOf(plan, reckoned.value.state, { countries, groups: input.groups });
  const warnings = [...ignoredAnswers(input, countries, standings), ...results.warnings];
  return done({ ...reckoned.value, input, standings, results: { ...results, warnings } });
}

/** One warning for all answers to questions that are not asked; they took no part. */
function ignoredAnswers(
  input: IndexInput,
  countries: readonly string[],
  standings: readonly (Standing | undefined)[],
): readonly Problem[] {
  const ignored = countries.map((country, row) => {
    const readings = standings[row]?.readings;
    return Object.keys(answersIn(input, country)).filter((key) => isNotAsked(readings?.get(key))).length;
  });
  const answers = ignored.reduce((sum, count) => sum + count, 0);
  const countriesWith = ignored.filter((count) => count > 0).length;
  return answers === 0 ? [] : [{ code: 'answers-not-asked', details: { answers, countries: countriesWith } }];
}

const isNotAsked = (reading: ReturnType<Standing['readings']['get']>): boolean =>
  reading !== undefined && 'missing' in reading && reading.missing === 'not-asked';
