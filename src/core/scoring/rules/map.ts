/**
 * Scoring rule `map`: each choice has its stated score, as requirement whole 1, some 0.5, none 0.
 * Must never: guess the score of a choice that has none; an answer the type no longer offers is no answer.
 */
import type { IndicatorRule } from '../framework.js';
import { type Asked, type RuleFault, type RuleKind, scoreEach, typeFault } from './rule-kind.js';

type MapRule = Extract<IndicatorRule, { type: 'map' }>;

/** Score of the chosen option, in the unit of the stated scores. */
export const map: RuleKind<MapRule> = {
  score: (rule, round) =>
    scoreEach(round, (value) => {
      const choice = String(value);
      return Object.hasOwn(rule.scores, choice) ? (rule.scores[choice] ?? 0) : { missing: 'not-answered' };
    }),
  check,
  bounds: (rule) => {
    const scores = Object.values(rule.scores);
    return { low: Math.min(...scores), high: Math.max(...scores) };
  },
};

const FITTING = ['yes-no', 'requirement', 'frequency', 'share', 'single-choice', 'rating', 'scale'] as const;

function check(rule: MapRule, asked: Asked): readonly RuleFault[] {
  const wrongType = typeFault('map', asked, FITTING);
  if (wrongType.length > 0 || asked.spec === undefined) return wrongType;
  const choices = asked.choicesOf(asked.spec);
  const unscored = choices.filter((choice) => !Object.hasOwn(rule.scores, choice));
  const unknown = Object.keys(rule.scores).filter((choice) => !choices.includes(choice));
  return [
    ...unscored.map((choice) => ({ path: ['scores'], message: `option "${choice}" has no score` })),
    ...unknown.map((choice) => ({
      path: ['scores', choice],
      message: `option "${choice}" is scored but cannot be chosen (the choices are ${choices.join(', ')})`,
    })),
  ];
}
