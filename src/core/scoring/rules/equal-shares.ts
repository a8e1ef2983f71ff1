/**
 * Scoring rule `equal-shares`: a multiple choice in which each of n listed options earns 1/n.
 * Must never: count an option that is not listed; "none of these" earns nothing.
 */
import type { IndicatorRule } from '../framework.js';
import { type Asked, type RuleFault, type RuleKind, scoreEach, typeFault } from './rule-kind.js';

type EqualSharesRule = Extract<IndicatorRule, { type: 'equal-shares' }>;

/** Share (0–1) of the listed options that were ticked. */
export const equalShares: RuleKind<EqualSharesRule> = {
  score: (rule, round) =>
    scoreEach(round, (value) => {
      const ticked = Array.isArray(value) ? value : [String(value)];
      return rule.options.filter((option) => ticked.includes(option)).length / rule.options.length;
    }),
  check,
  bounds: () => ({ low: 0, high: 1 }),
};

function check(rule: EqualSharesRule, asked: Asked): readonly RuleFault[] {
  const wrongType = typeFault('equal-shares', asked, ['multiple-choice']);
  if (wrongType.length > 0 || asked.spec === undefined) return wrongType;
  const choices = asked.choicesOf(asked.spec);
  const unknown = rule.options.filter((option) => !choices.includes(option));
  const twice = rule.options.filter((option, place) => rule.options.indexOf(option) !== place);
  return [
    ...(rule.options.length === 0
      ? [{ path: ['options'], message: 'no option is listed, so nothing can earn a share' }]
      : []),
    ...unknown.map((option) => ({
      path: ['options', rule.options.indexOf(option)],
      message: `option "${option}" cannot be chosen (the choices are ${choices.join(', ')})`,
    })),
    ...twice.map((option) => ({
      path: ['options', rule.options.lastIndexOf(option)],
      message: `option "${option}" is listed twice`,
    })),
  ];
}
