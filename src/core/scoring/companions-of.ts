/**
 * The columns beside the tree that a method names: a question whose number divides an indicator, a group of countries that
 * sorts them into its members and the others.
 * Must never: be read where no step asks for it; a name that is nowhere is left out, and the step that needs it says so.
 */
import type { Reading } from '../survey/condition.js';
import type { Companions } from './columns.js';
import type { IndexInput } from './index-input.js';
import type { Readings } from './leaf-columns.js';
import type { ImputationRule } from './method.js';
import type { Plan } from './prepare.js';

interface Asked {
  readonly countries: readonly string[];
  /** By row. */
  readonly readings: Readings;
  readonly groups: IndexInput['groups'];
}

export function companionsOf(plan: Plan, { countries, readings, groups }: Asked): Companions {
  const named = new Set(plan.nodes.flatMap(({ imputation }) => groupingOf(imputation) ?? []));
  return {
    denominators: denominatorsOf(plan, readings),
    groupings: groupingsBy(
      groups.filter(({ id }) => named.has(id)),
      countries,
    ),
  };
}

/** The numbers that indicators are divided by, by question, then by row. */
export function denominatorsOf(plan: Plan, readings: Readings): Companions['denominators'] {
  const divisors = new Set(plan.nodes.flatMap(({ node }) => denominatorOf(plan, node.id) ?? []));
  const known = [...divisors].filter((id) => readings.some((one) => one.get(id) !== undefined));
  return new Map(known.map((id) => [id, Float64Array.from(readings, (one) => numberIn(one.get(id)))] as const));
}

/** Each group as what it sorts the countries into. */
export function groupingsBy(groups: IndexInput['groups'], countries: readonly string[]): Companions['groupings'] {
  return new Map(
    groups.map((group) => [group.id, countries.map((one) => (group.countries.includes(one) ? 'members' : 'others'))]),
  );
}

/** What an indicator is divided by, where the method says so. */
function denominatorOf({ method, nodes, placeOf }: Plan, id: string): string | undefined {
  const { denominators } = method;
  if (denominators === 'stated') return nodes[placeOf.get(id) ?? -1]?.node.denominator;
  return denominators !== undefined && Object.hasOwn(denominators, id) ? denominators[id] : undefined;
}

const groupingOf = (rule: ImputationRule): string | undefined => (typeof rule === 'object' ? rule.by : undefined);

const numberIn = (reading: Reading | undefined): number =>
  reading !== undefined && 'value' in reading && typeof reading.value === 'number' ? reading.value : Number.NaN;
