/**
 * The collected demonstration as an edition of the store: made from the library's definition, with countries, groups and a
 * closing date, and opened. The closing is always ahead: it moves on in steps of four weeks with the day it is seeded on.
 * Must never: change an edition that is there.
 */
import { done, type Outcome, refused } from '../../core/problem.js';
import type { EditionChange } from '../../core/workflow/change.js';
import { decideCreation } from '../../core/workflow/decide-creation.js';
import { decideCalendar, decideCountries, decideGroups } from '../../core/workflow/decide-edition.js';
import { decideEditionMove } from '../../core/workflow/decide-edition-move.js';
import { freezeDefinition } from '../../library/frozen-definition.js';
import type { KeptEdition, Submission } from '../../store/store.js';
import type { SeedWorld } from './seed-material.js';

const DAY = 86_400_000;
const CLOSES = Date.parse('2026-12-18T17:00:00.000Z');
const STEP = 28 * DAY;
/** At least so long is left for trying it out. */
const LEAST_LEFT = 7 * DAY;
const MADE_DAYS_BEFORE = 62;
const DEFINITION = 'ourdata-2017';
const FACTS = { title: 'Demonstration 2026', series: 'Demonstration', year: '2026', invented: true };

/** The first of the closing dates, four weeks apart, that leaves at least a week. */
export function closingAfter(now: string): string {
  const steps = Math.floor((Date.parse(now) + LEAST_LEFT - CLOSES) / STEP) + 1;
  return new Date(CLOSES + steps * STEP).toISOString();
}

export const daysBefore = (instant: string, days: number): string =>
  new Date(Date.parse(instant) - days * DAY).toISOString();

export const hasBegun = ({ revision }: Submission): boolean => revision > 0;

/** As it stands afterwards. */
export async function seedEdition(
  { library, store, clock }: SeedWorld,
  id: string,
  countries: readonly string[],
): Promise<Outcome<KeptEdition>> {
  const before = await find(store, id);
  if (before !== undefined) return done(before);
  const definition = freezeDefinition(library, DEFINITION);
  if (!definition.ok) return definition;
  const closes = closingAfter(clock());
  const at = daysBefore(closes, MADE_DAYS_BEFORE);
  const groups = groupsOf(countries, at.slice(0, 10));
  const preparing = { status: 'preparing', now: at } as const;
  const changes = allOf<EditionChange>(
    decideCreation({ taken: new Set(library.editions.keys()) }, { id, ...FACTS, definition: definition.value }),
    decideCountries({ ...preparing, known: new Set(countries), begun: new Set(), groups: [] }, countries),
    decideGroups({ countries }, { groups, mainGroup: 'all' }),
    decideCalendar(preparing, { closes }),
    decideEditionMove({ ...preparing, countries, calendar: { closes }, submissions: new Map() }, 'collecting'),
  );
  if (!changes.ok) return changes;
  const subject = { kind: 'edition', edition: id } as const;
  const committed = await store.commit(changes.value, { subject, by: 'demonstration', at, expecting: 0 });
  if (!committed.ok) return committed;
  const made = await find(store, id);
  return made === undefined ? refused({ code: 'unknown-edition', details: { edition: id } }) : done(made);
}

async function find(store: SeedWorld['store'], id: string): Promise<KeptEdition | undefined> {
  return (await store.editions()).find((edition) => edition.id === id);
}

/** Every second country sits in the council, so that an average of some stands beside that of all. */
function groupsOf(countries: readonly string[], on: string) {
  const council = countries.filter((_country, place) => place % 2 === 0);
  return [
    { id: 'all', name: 'All countries of the demonstration', shortName: 'All-country', on, countries },
    {
      ...{ id: 'northern-council', name: 'Northern Council (invented)', shortName: 'Northern Council' },
      ...{ on, countries: council },
    },
  ];
}

function allOf<T>(...decisions: readonly Outcome<readonly T[]>[]): Outcome<readonly T[]> {
  const problems = decisions.flatMap((one) => (one.ok ? [] : one.problems));
  if (problems.length > 0) return refused(...problems);
  return done(decisions.flatMap((one) => (one.ok ? one.value : [])));
}
