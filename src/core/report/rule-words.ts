/**
 * How an answer becomes a score, in a sentence a delegate can check.
 * Must never: leave out a part of the rule.
 */
import type { GradedRule, IndicatorRule, PointsRule } from '../scoring/framework.js';
import type { CellSpec } from '../survey/answer-spec.js';
import type { Words } from '../text/words.js';
import { choiceWords } from './answer-words.js';

/** @param spec what the question may be answered with, for the labels; absent where the questions are not ours. */
export function ruleWords(words: Words, rule: IndicatorRule, spec: CellSpec | undefined): string {
  switch (rule.type) {
    case 'map':
      return words.say('report.rule.map', { scores: mapScores(words, rule.scores, spec) });
    case 'equal-shares':
      return words.say('report.rule.equal-shares', { count: rule.options.length });
    case 'link-required':
      return words.say('report.rule.link-required', { score: plain(words, rule.score) });
    case 'reversed':
      return words.say('report.rule.reversed', {
        inner: ruleWords(words, rule.rule, spec),
        sum: plain(words, rule.low + rule.high),
      });
    case 'as-answered':
      return words.say('report.rule.as-answered');
    case 'points':
      return pointsWords(words, rule);
    case 'graded':
      return gradedWords(words, rule);
  }
}

/** A number with as many decimals as it has, four at most. */
export function plain(words: Words, value: number): string {
  const decimals = Math.min(4, (String(Math.abs(value)).split('.')[1] ?? '').length);
  return words.number(value, decimals);
}

function mapScores(words: Words, scores: Readonly<Record<string, number>>, spec: CellSpec | undefined): string {
  const labels = new Map(spec === undefined ? [] : choiceWords(words, spec).map((option) => [option.id, option.label]));
  const each = Object.entries(scores).map(([id, score]) =>
    words.say('report.rule.earns', { choice: labels.get(id) ?? id, score: plain(words, score) }),
  );
  return words.list(each);
}

function pointsWords(words: Words, rule: PointsRule): string {
  const each = rule.parts.map((part) =>
    words.say('report.rule.part', {
      part: part.part,
      points: plain(words, part.points),
      needs: part.needs ?? '',
      chained: part.needs === undefined ? 'no' : 'yes',
      otherwise: plain(words, part.otherwise),
      penalty: part.otherwise === 0 ? 'no' : 'yes',
    }),
  );
  const missing =
    rule.missing === undefined
      ? { missing: '', treated: 'no' }
      : { missing: plain(words, rule.missing), treated: 'yes' };
  return words.say('report.rule.points', { parts: words.list(each), ...missing });
}

function gradedWords(words: Words, rule: GradedRule): string {
  const { scores } = rule;
  return words.say('report.rule.graded', {
    fence: plain(words, rule.fence),
    near: plain(words, rule.near * 100),
    highOutlier: plain(words, scores.highOutlier),
    above: plain(words, scores.above),
    within: plain(words, scores.near),
    below: plain(words, scores.below),
    lowOutlier: plain(words, scores.lowOutlier),
    outliers: rule.meanWithoutOutliers ? 'out' : 'in',
    notAsked: rule.notAskedCountsAs === undefined ? '' : plain(words, rule.notAskedCountsAs),
    counts: rule.notAskedCountsAs === undefined ? 'no' : 'yes',
  });
}
