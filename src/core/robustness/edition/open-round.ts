/**
 * A round that was kept as plain data, made ready to be run again under other assumptions: laid out as the engine lays it out.
 * Must never: compute a score, or know what will be varied.
 */
import { done, type Outcome } from '../../problem.js';
import { groupingsBy } from '../../scoring/companions-of.js';
import { type LaidOut, layOut } from '../../scoring/lay-out.js';
import { outlineOf } from '../../survey/outline.js';
import type { Answered, Ground } from '../scenarios/ground.js';
import type { Round } from './round.js';

export interface OpenedRound extends Pick<LaidOut, 'plan' | 'countries' | 'standings' | 'columns' | 'companions'> {
  readonly round: Round;
  /** For `openScenarios`: with every grouping that a way to impute may name. */
  readonly ground: Ground;
}

/** A round as far as other indices of it can be computed: laid out, whatever it was laid out from. */
export type Laid = Omit<OpenedRound, 'round' | 'standings'>;

/**
 * Shape: a round → the columns, companions and standings that `openIndex` computes from, countries in code order.
 *
 * Citation: none; no statistics of its own.
 * Example: the index of `run(plan, columns)` is that of the edition's results, to the last bit.
 * Refuses: given figures that have no place, all of them at once.
 */
export function openRound(round: Round): Outcome<OpenedRound> {
  const { framework, method, questionnaire, answers, given, groups, withheld } = round;
  const laid = layOut({
    framework,
    method,
    ...(questionnaire === undefined ? {} : { outline: outlineOf(questionnaire) }),
    countries: round.countries,
    answers: new Map(Object.entries(answers)),
    given,
    groups,
    withheld,
  });
  if (!laid.ok) return laid;
  const { plan, countries, standings, columns, companions: named } = laid.value;
  const companions = { ...named, groupings: groupingsBy(groups, countries) };
  const answered = answeredIn(round, laid.value);
  const ground: Ground = {
    framework,
    method,
    columns,
    companions,
    countries,
    ...(answered === undefined ? {} : { answered }),
  };
  return done({ round, plan, countries, standings, columns, companions, ground });
}

function answeredIn(
  { questionnaire, answers }: Round,
  { countries, standings, stated }: LaidOut,
): Answered | undefined {
  if (questionnaire === undefined) return undefined;
  return {
    outline: outlineOf(questionnaire),
    answers: countries.map((country) => (Object.hasOwn(answers, country) ? (answers[country] ?? {}) : {})),
    standings: standings.filter((one) => one !== undefined),
    stated,
  };
}
