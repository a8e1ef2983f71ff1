/**
 * A round laid out for the engine: its countries in order, how their answers stand, and the columns these make.
 * Must never: score anything above an indicator.
 */
import { done, type Outcome } from '../problem.js';
import type { Answers } from '../survey/answers.js';
import { type Standing, standingOf } from '../survey/standing.js';
import type { Columns, Companions } from './columns.js';
import { companionsOf } from './companions-of.js';
import { givenColumns } from './given-columns.js';
import type { IndexInput } from './index-input.js';
import { leafColumns, type Stated } from './leaf-columns.js';
import { type Plan, prepare } from './prepare.js';

export interface LaidOut {
  readonly plan: Plan;
  /** In code order, each once: the rows. */
  readonly countries: readonly string[];
  /** By row; undefined where the edition asks nothing. */
  readonly standings: readonly (Standing | undefined)[];
  /** What the leaves were scored from. */
  readonly stated: Stated;
  readonly columns: Columns;
  readonly companions: Companions;
}

/** Refuses given figures it cannot place, all of them at once. */
export function layOut(input: IndexInput): Outcome<LaidOut> {
  const plan = prepare(input.framework, input.method);
  const countries = [...new Set(input.countries)].sort();
  const rowOf = new Map(countries.map((country, row) => [country, row]));
  const given = givenColumns(plan, rowOf, input.given);
  if (!given.ok) return given;
  const standings = countries.map((country) => input.outline && standingOf(input.outline, answersIn(input, country)));
  const readings = standings.map((one) => one?.readings ?? new Map());
  const isWithheld = countries.map((country) => input.withheld?.includes(country) ?? false);
  const stated: Stated = { readings, isWithheld, given: given.value };
  return done({
    plan,
    countries,
    standings,
    stated,
    columns: { rows: countries.length, leaves: leafColumns(plan, stated), given: given.value, rowOf },
    companions: companionsOf(plan, { countries, readings, groups: input.groups }),
  });
}

/** What a country answered; nothing where it did not. */
export const answersIn = ({ answers }: Pick<IndexInput, 'answers'>, country: string): Answers =>
  answers.get(country) ?? {};
