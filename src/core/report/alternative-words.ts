/**
 * An alternative rule in a few words, as a reader of the report would say it: "weighted mean of power 0.5", "counted as 0".
 * Must never: make two alternatives of one choice read alike; where there are no words for a difference, what was written stands.
 */

import type { ChoiceInput } from '../robustness/scenarios/input.js';
import type { Aggregation, ScaleRule, Treatment } from '../scoring/method.js';
import type { Words } from '../text/words.js';
import { asWritten } from './method-lines.js';

/** By alternative, in their order. */
export function alternativeWords(words: Words, input: ChoiceInput): readonly string[] {
  const said = phrases(words, input);
  return input.alternatives.map(({ label }, at) => {
    const own = said[at] ?? label;
    return said.filter((one) => one === own).length > 1 ? label : own;
  });
}

function phrases(words: Words, input: ChoiceInput): readonly (string | undefined)[] {
  switch (input.kind) {
    case 'aggregate':
      return input.alternatives.map(({ rule }) => combination(words, rule));
    case 'normalise':
      return input.alternatives.map(({ rule }) => scaled(words, rule));
    case 'missing':
      return input.alternatives.map(({ rule }) => treated(words, rule));
    case 'impute':
      return input.alternatives.map(({ rule }) =>
        typeof rule === 'object'
          ? words.say(`report.robustness.alternative.impute.${rule.type}`, { by: rule.by })
          : words.say(`report.robustness.alternative.impute.${rule}`),
      );
    case 'treat':
      return input.alternatives.map(({ rule }) => {
        return words.say(`report.robustness.alternative.treat.${rule === 'none' ? 'none' : 'outliers'}`);
      });
  }
}

function combination(words: Words, rule: Aggregation): string {
  return typeof rule === 'object'
    ? words.say('report.combination.generalised-mean', { power: asWritten(rule.power) })
    : words.say(`report.combination.${rule}`);
}

function scaled(words: Words, rule: ScaleRule): string | undefined {
  const details = { low: '', high: '', centre: '', spread: '' };
  switch (rule.type) {
    case 'min-max':
    case 'goalposts':
      return words.say(`report.robustness.alternative.normalise.${rule.type}`, {
        ...details,
        low: asWritten(rule.low),
        high: asWritten(rule.high),
      });
    case 'z-score':
      return words.say('report.robustness.alternative.normalise.z-score', {
        ...details,
        centre: asWritten(rule.centre ?? 0),
        spread: asWritten(rule.spread ?? 1),
      });
    case 'none':
    case 'rank':
    case 'percentile-rank':
    case 'borda':
      return words.say(`report.robustness.alternative.normalise.${rule.type}`, details);
    default:
      return undefined;
  }
}

function treated(words: Words, rule: Treatment): string {
  return typeof rule === 'object'
    ? words.say('report.robustness.alternative.missing.score', { score: asWritten(rule.score) })
    : words.say(`report.robustness.alternative.missing.${rule}`);
}
