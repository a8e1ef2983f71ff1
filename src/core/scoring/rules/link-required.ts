/**
 * Scoring rule `link-required`: a link list earns its score with at least one address, else 0.
 * Must never: take the word "yes" for an address.
 */
import type { IndicatorRule } from '../framework.js';
import { type RuleKind, scoreEach, typeFault } from './rule-kind.js';

type LinkRequiredRule = Extract<IndicatorRule, { type: 'link-required' }>;

/** `score` where an http(s) address is given, 0 where the answer is "no", or "yes" without one. */
export const linkRequired: RuleKind<LinkRequiredRule> = {
  score: (rule, round) =>
    scoreEach(round, (value) => {
      const entries = Array.isArray(value) ? value : [String(value)];
      return entries.some((entry) => /^https?:\/\//i.test(entry)) ? rule.score : 0;
    }),
  check: (_rule, asked) => typeFault('link-required', asked, ['link-list']),
  bounds: (rule) => ({ low: Math.min(0, rule.score), high: Math.max(0, rule.score) }),
};
