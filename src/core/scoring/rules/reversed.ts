/**
 * Scoring rule `reversed`: another rule turned round, where "yes" is the worse answer.
 * Must never: turn a missing answer into a score: it stays missing, and its treatment is not reversed.
 */
import type { IndicatorRule } from '../framework.js';
import { isMissing } from '../value.js';
import type { RuleKind } from './rule-kind.js';

type ReversedRule = Extract<IndicatorRule, { type: 'reversed' }>;

/** low + high − the inner rule's score, so that low and high change places. `kindOf` finds the inner rule's kind. */
export function reversing(kindOf: (rule: IndicatorRule) => RuleKind<IndicatorRule>): RuleKind<ReversedRule> {
  return {
    score: (rule, round) =>
      kindOf(rule.rule)
        .score(rule.rule, round)
        .map((value) => (isMissing(value) ? value : rule.low + rule.high - value)),
    check: (rule, asked) => [
      ...(rule.low >= rule.high
        ? [{ path: ['low'], message: `low (${rule.low}) is not below high (${rule.high})` }]
        : []),
      ...kindOf(rule.rule)
        .check(rule.rule, asked)
        .map((fault) => ({ ...fault, path: ['rule', ...fault.path] })),
    ],
    bounds: (rule) => {
      const inner = kindOf(rule.rule).bounds(rule.rule);
      return inner && { low: rule.low + rule.high - inner.high, high: rule.low + rule.high - inner.low };
    },
  };
}
