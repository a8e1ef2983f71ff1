/**
 * All scoring rules by id: answer → value. A new rule is one file beside this one and a line here.
 * Must never: hold a rule's arithmetic.
 */
import type { IndicatorRule } from '../framework.js';
import { asAnswered } from './as-answered.js';
import { equalShares } from './equal-shares.js';
import { graded } from './graded.js';
import { linkRequired } from './link-required.js';
import { map } from './map.js';
import { points } from './points.js';
import { reversing } from './reversed.js';
import type { RuleKind } from './rule-kind.js';

const KINDS: { readonly [T in IndicatorRule['type']]: RuleKind<Extract<IndicatorRule, { type: T }>> } = {
  map,
  'equal-shares': equalShares,
  'link-required': linkRequired,
  reversed: reversing(kindOf),
  'as-answered': asAnswered,
  points,
  graded,
};

/** The kind of a rule: what scores and checks rules of its type. */
export function kindOf(rule: IndicatorRule): RuleKind<IndicatorRule> {
  // Sound because the table above pairs each type with its own kind, which the compiler cannot follow through a look-up.
  return KINDS[rule.type] as RuleKind<IndicatorRule>;
}
