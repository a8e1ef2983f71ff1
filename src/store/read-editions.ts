/**
 * What the store answers about editions that are run here, and their publications.
 * Must never: write, or hand out a row as it lies.
 */
import type { EditionFactsSet, EditionGroup, FrozenDefinition } from '../core/workflow/change.js';
import type { Calendar } from '../core/workflow/statuses.js';
import { byText } from './by-text.js';
import type { KeptEdition, Store } from './store.js';
import type { Tables, Work } from './tables.js';

export function makeEditionReads(reader: Work): Pick<Store, 'editions' | 'editionsRevision' | 'publications'> {
  // Frozen when the edition is made, so it need not be read twice.
  const files = new Map<string, FrozenDefinition['files']>();
  const filesOf = async (edition: string): Promise<FrozenDefinition['files']> => {
    const known = files.get(edition);
    if (known !== undefined) return known;
    const read = await readFiles(reader, edition);
    files.set(edition, read);
    return read;
  };
  return {
    editions: async () => {
      const rows = await reader.selectFrom('edition').selectAll().execute();
      const sorted = rows.toSorted(byText(({ id }) => id));
      return Promise.all(sorted.map(async (row) => editionOf(row, await filesOf(row.id))));
    },
    editionsRevision: async () => {
      const revisions = reader.selectFrom('edition').select((of) => of.fn.sum<number | string>('revision').as('sum'));
      const results = reader.selectFrom('robustness').select((of) => of.fn.countAll<number | string>().as('count'));
      const { moved, found } = await reader
        .selectNoFrom([revisions.as('moved'), results.as('found')])
        .executeTakeFirstOrThrow();
      // Both only ever grow, so that no two states have the same sum.
      return Number(moved ?? 0) + Number(found ?? 0);
    },
    publications: (edition) =>
      reader
        .selectFrom('publication')
        .where('edition', '=', edition)
        .orderBy('number', 'desc')
        .select(['number', 'at', 'note', 'snapshot', 'hash'])
        .execute(),
  };
}

async function readFiles(reader: Work, edition: string): Promise<FrozenDefinition['files']> {
  const rows = await reader
    .selectFrom('definition_file')
    .where('edition', '=', edition)
    .select(['name', 'text'])
    .execute();
  return Object.fromEntries(rows.toSorted(byText(({ name }) => name)).map(({ name, text }) => [name, text]));
}

function editionOf(row: Tables['edition'], files: FrozenDefinition['files']): KeptEdition {
  return {
    id: row.id,
    revision: row.revision,
    status: row.status,
    facts: JSON.parse(row.facts) as EditionFactsSet,
    definition: { id: row.definition, hash: row.definition_hash, files },
    countries: JSON.parse(row.countries) as string[],
    groups: JSON.parse(row.groups) as EditionGroup[],
    mainGroup: row.main_group,
    calendar: JSON.parse(row.calendar) as Calendar,
  };
}
