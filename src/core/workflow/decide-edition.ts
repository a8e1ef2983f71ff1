/**
 * Decides the settings of an edition: which countries take part, in which groups they are compared, and when the collection
 * closes.
 * Must never: drop a country that has begun; keep a group of countries that do not take part.
 */
import { done, type Outcome, type Problem, refused } from '../problem.js';
import { isCalendarDate } from '../survey/question-types/calendar-date.js';
import type { EditionChange, EditionGroup } from './change.js';
import { isTooLate } from './deadline.js';
import type { Calendar, EditionStatus } from './statuses.js';
import { wrongState } from './wrong-state.js';

type Decision = Outcome<readonly EditionChange[]>;

export interface CountriesFacts {
  readonly status: EditionStatus;
  /** Codes of all countries the house knows. */
  readonly known: ReadonlySet<string>;
  /** Countries whose submission has begun. */
  readonly begun: ReadonlySet<string>;
  readonly groups: readonly EditionGroup[];
}

/** Problems name `countries` as their field; a repeated code counts once. */
export function decideCountries(facts: CountriesFacts, entered: readonly string[]): Decision {
  if (!isBeforePreview(facts.status)) return refused(wrongState(facts.status));
  const countries = [...new Set(entered)].sort();
  const field = 'countries';
  const about =
    (code: string) =>
    (country: string): Problem => ({ code, details: { country }, field });
  const absent = (country: string) => !countries.includes(country);
  const members = [...new Set(facts.groups.flatMap((group) => group.countries))];
  const problems: readonly Problem[] = [
    ...(countries.length === 0 ? [{ code: 'countries-required', field }] : []),
    ...countries.filter((country) => !facts.known.has(country)).map(about('country-not-known')),
    ...[...facts.begun].filter(absent).map(about('country-has-begun')),
    ...members.filter((country) => absent(country) && !facts.begun.has(country)).map(about('country-in-group')),
  ];
  return problems.length > 0 ? refused(...problems) : done([{ kind: 'edition-countries-set', countries }]);
}

export interface GroupsFacts {
  readonly countries: readonly string[];
}

export interface EnteredGroups {
  readonly groups: readonly EditionGroup[];
  /** Id of the group that averages are shown for first; '' where there is no group. */
  readonly mainGroup: string;
}

/** Problems name the id of the group, or `main-group`, as their field. */
export function decideGroups({ countries }: GroupsFacts, { groups, mainGroup }: EnteredGroups): Decision {
  const ids = groups.map(({ id }) => id);
  const hasMain = groups.length === 0 ? mainGroup === '' : ids.includes(mainGroup);
  const problems: readonly Problem[] = [
    ...groups.flatMap((group, place) => groupProblems(group, ids.indexOf(group.id) !== place, countries)),
    ...(hasMain ? [] : [{ code: 'main-group-unknown', field: 'main-group' }]),
  ];
  return problems.length > 0 ? refused(...problems) : done([{ kind: 'edition-groups-set', groups, mainGroup }]);
}

export interface CalendarFacts {
  readonly status: EditionStatus;
  /** ISO instant. */
  readonly now: string;
}

/** Problems name `closes` as their field. */
export function decideCalendar({ status, now }: CalendarFacts, { closes }: Calendar): Decision {
  if (!isBeforePreview(status)) return refused(wrongState(status));
  const field = 'closes';
  if (closes === undefined) return done([{ kind: 'edition-calendar-set', calendar: {} }]);
  if (!isInstant(closes)) return refused({ code: 'closing-malformed', field });
  // Whoever wants the collection to end now closes it; a date that has passed would be a slip.
  if (isTooLate(now, closes)) return refused({ code: 'closing-past', details: { closes }, field });
  return done([{ kind: 'edition-calendar-set', calendar: { closes } }]);
}

const isBeforePreview = (status: EditionStatus): boolean =>
  status === 'preparing' || status === 'collecting' || status === 'validating';

/** `2026-06-30T22:00:00Z`, with or without seconds and their fraction: UTC, and nothing a parser would have to guess. */
const isInstant = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?Z$/.test(text) && isCalendarDate(text.slice(0, 10));

function groupProblems(group: EditionGroup, isRepeated: boolean, countries: readonly string[]): readonly Problem[] {
  const { id, name, on } = group;
  const problems: Problem[] = [];
  const add = (code: string, details: Problem['details'] = {}) =>
    problems.push({ code, details: { group: name.trim() || id, ...details }, field: id });
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) add('group-id-malformed');
  if (isRepeated) add('group-id-taken');
  if (name.trim() === '' || group.shortName.trim() === '') add('group-name-required');
  if (!isCalendarDate(on)) add('group-date-malformed');
  if (group.countries.length === 0) add('group-empty');
  if (new Set(group.countries).size !== group.countries.length) add('group-country-twice');
  for (const country of new Set(group.countries)) {
    if (!countries.includes(country)) add('group-country-absent', { country });
  }
  return problems;
}
