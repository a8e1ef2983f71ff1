/**
 * Scoring rule `as-answered`: the number, or the position on a scale, as it stands.
 * Must never: read a number out of a text.
 */
import type { IndicatorRule } from '../framework.js';
import { type RuleKind, scoreEach, typeFault } from './rule-kind.js';

type AsAnsweredRule = Extract<IndicatorRule, { type: 'as-answered' }>;

/** The answer's own number, in its own unit; bring it to scale by a rule of the method. */
export const asAnswered: RuleKind<AsAnsweredRule> = {
  score: (_rule, round) =>
    scoreEach(round, (value) => (typeof value === 'number' ? value : { missing: 'not-answered' })),
  check: (_rule, asked) => typeFault('as-answered', asked, ['number', 'scale']),
  bounds: () => undefined,
};
