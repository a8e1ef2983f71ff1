/**
 * Scoring rule `graded`: a number judged against all countries of the round, outliers first, then bands of distance to the
 * mean. It cannot be scored before the round closes.
 * Must never: score a country that gave no number; one that was not asked may count in the comparison, and stays missing.
 */
import { mean } from '../../statistics/mean.js';
import { quantile } from '../../statistics/quantile.js';
import type { GradedRule } from '../framework.js';
import { isMissing, type Value } from '../value.js';
import { type RuleFault, type RuleKind, scoreEach, typeFault } from './rule-kind.js';

/**
 * Outliers: above the third quartile plus `fence` interquartile ranges, or as far below the first (Tukey's fences; quartiles
 * by Hyndman–Fan type 7). The others are above, near or below the mean: near is within ± `near` of it, both ends included.
 */
export const graded: RuleKind<GradedRule> = {
  score: (rule, round) => {
    const answers = scoreEach(round, (value) => (typeof value === 'number' ? value : { missing: 'not-answered' }));
    const marks = marksOf(rule, compared(rule, answers));
    return answers.map((answer) => (isMissing(answer) ? answer : gradeOf(answer, rule, marks)));
  },
  check: (rule, asked) => [...typeFault('graded', asked, ['number', 'scale']), ...checkParameters(rule)],
  bounds: ({ scores }) => {
    const all = [scores.highOutlier, scores.above, scores.near, scores.below, scores.lowOutlier];
    return { low: Math.min(...all), high: Math.max(...all) };
  },
};

/** The numbers that enter quartiles and mean, in country order. */
function compared(rule: GradedRule, answers: readonly Value[]): readonly number[] {
  return answers.flatMap((answer) => {
    if (!isMissing(answer)) return [answer];
    return answer.missing === 'not-asked' && rule.notAskedCountsAs !== undefined ? [rule.notAskedCountsAs] : [];
  });
}

interface Marks {
  readonly lowFence: number;
  readonly highFence: number;
  readonly centre: number;
}

function marksOf(rule: GradedRule, numbers: readonly number[]): Marks {
  const first = quantile(numbers, 0.25);
  const third = quantile(numbers, 0.75);
  const lowFence = first - rule.fence * (third - first);
  const highFence = third + rule.fence * (third - first);
  const ordinary = numbers.filter((number) => number >= lowFence && number <= highFence);
  return { lowFence, highFence, centre: mean(rule.meanWithoutOutliers ? ordinary : numbers) };
}

function gradeOf(number: number, rule: GradedRule, marks: Marks): number {
  const reach = rule.near * Math.abs(marks.centre);
  if (number > marks.highFence) return rule.scores.highOutlier;
  if (number < marks.lowFence) return rule.scores.lowOutlier;
  if (number > marks.centre + reach) return rule.scores.above;
  if (number < marks.centre - reach) return rule.scores.below;
  return rule.scores.near;
}

function checkParameters(rule: GradedRule): readonly RuleFault[] {
  return [
    ...(rule.fence >= 0 ? [] : [{ path: ['fence'], message: `fence is ${rule.fence}, but cannot be below 0` }]),
    ...(rule.near >= 0 ? [] : [{ path: ['near'], message: `near is ${rule.near}, but cannot be below 0` }]),
  ];
}
