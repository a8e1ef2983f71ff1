/**
 * Scoring rule `points`: a checklist in which parts of one matrix earn points, some only when another was answered yes
 * (the chain), and some cost when answered no.
 * Must never: let a part earn whose chain is broken, or spare a penalty because of it.
 */
import type { Reading } from '../../survey/condition.js';
import type { PointsPart, PointsRule } from '../framework.js';
import type { Missing, Value } from '../value.js';
import type { Asked, Round, RuleFault, RuleKind } from './rule-kind.js';

/** Sum of the points of all parts, in the unit of the stated points (0–100 in the Open Data Barometer's checklist). */
export const points: RuleKind<PointsRule> = {
  score: (rule, round) => Array.from({ length: round.rows }, (_, row) => scoreRow(rule, round, row)),
  check,
  bounds: (rule) => {
    const sum = (pick: (...ways: number[]) => number): number =>
      rule.parts.reduce((total, part) => total + pick(part.points, part.otherwise, 0, rule.missing ?? 0), 0);
    return { low: sum(Math.min), high: sum(Math.max) };
  },
};

function scoreRow(rule: PointsRule, round: Round, row: number): Value {
  let sum = 0;
  for (const part of rule.parts) {
    const earned = earnedBy(part, rule, (name) => round.read(row, name));
    if (typeof earned !== 'number') return earned;
    sum += earned;
  }
  return sum;
}

function earnedBy(part: PointsPart, rule: PointsRule, read: (part: string) => Reading): Value {
  const reading = read(part.part);
  if ('missing' in reading) return rule.missing ?? ({ missing: reading.missing } satisfies Missing);
  if (reading.value !== 'yes') return part.otherwise;
  return chainHolds(part, rule, read) ? part.points : 0;
}

/** Whether all that the part needs, in turn, was answered yes. */
function chainHolds(part: PointsPart, rule: PointsRule, read: (part: string) => Reading): boolean {
  return neededBy(part, rule).every((needed) => {
    const reading = read(needed);
    return 'value' in reading && reading.value === 'yes';
  });
}

/** The parts a part needs, nearest first; a circle (which the check refuses) ends where it closes. */
function neededBy(part: PointsPart, rule: PointsRule): readonly string[] {
  const needed: string[] = [];
  let next = part.needs;
  while (next !== undefined && !needed.includes(next)) {
    needed.push(next);
    const name = next;
    next = rule.parts.find((other) => other.part === name)?.needs;
  }
  return needed;
}

function check(rule: PointsRule, asked: Asked): readonly RuleFault[] {
  if (rule.parts.length === 0) return [{ path: ['parts'], message: 'no part earns points' }];
  return rule.parts.flatMap((part) => checkPart(part, rule, asked));
}

function checkPart(part: PointsPart, rule: PointsRule, asked: Asked): readonly RuleFault[] {
  const path = ['parts', part.part];
  const spec = asked.specOf(part.part);
  if (spec === undefined) return [{ path, message: `the question has no part "${part.part}"` }];
  if (spec.type !== 'yes-no') {
    return [{ path, message: `points are earned by yes-no parts, and "${part.part}" is a ${spec.type}` }];
  }
  const { needs } = part;
  if (needs === undefined) return [];
  if (!rule.parts.some((other) => other.part === needs)) {
    return [{ path: [...path, 'needs'], message: `"${part.part}" needs "${needs}", which is not a part of this rule` }];
  }
  if (neededBy(part, rule).includes(part.part)) {
    return [{ path: [...path, 'needs'], message: `"${part.part}" needs itself, by way of "${needs}"` }];
  }
  return [];
}
