/**
 * A CSV file of country groups, `group,country`: one row per member. Groups in the order of their ids, or every row that is
 * wrong.
 * Must never: let a country count twice in a mean.
 */
import type { Countries } from './library.js';
import { countryFault } from './read-countries.js';
import { type RowFault, readCsv } from './read-csv.js';

export interface GroupMembers {
  readonly id: string;
  readonly countries: readonly string[];
}

export type GroupsRead = { readonly groups: readonly GroupMembers[] } | { readonly faults: readonly RowFault[] };

export function readGroups(bytes: Uint8Array, countries: Countries): GroupsRead {
  const { rows, faults } = readCsv(bytes, { must: ['group', 'country'] });
  const wrong: RowFault[] = [...faults];
  const groups = new Map<string, string[]>();
  for (const { line, cell } of rows) {
    const [id, country] = [cell('group'), cell('country')];
    const members = groups.get(id) ?? [];
    groups.set(id, members);
    const said = [
      /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(id)
        ? undefined
        : `'${id}' is no group id: use letters, digits, '.', '_' and '-'`,
      countryFault(country, countries),
      members.includes(country) ? `${country} is in the group '${id}' already` : undefined,
    ].filter((message) => message !== undefined);
    wrong.push(...said.map((message) => ({ line, message })));
    members.push(country);
  }
  if (wrong.length > 0) return { faults: wrong };
  return {
    groups: [...groups]
      .map(([id, members]) => ({ id, countries: members.sort() }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}
