/**
 * Everything on disk, read and checked at start: definitions, editions, countries.
 * Must never: hand out a library in which anything has an error.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type CheckedDefinition, checkDefinition } from './check-definition.js';
import { isError, sortFaults } from './faults.js';
import type { Countries, Definition, Edition, Fault, Library } from './library.js';
import { readCountries } from './read-countries.js';
import { type CheckedEdition, readEdition } from './read-edition.js';

export interface CheckedLibrary {
  readonly definitions: readonly CheckedDefinition[];
  readonly editions: readonly CheckedEdition[];
  readonly countries: Countries;
  /** All of all files, in reading order. */
  readonly faults: readonly Fault[];
}

/** The library under a project root, or every fault of every file. */
export function loadLibrary(root: string): { readonly library: Library } | { readonly faults: readonly Fault[] } {
  const { definitions, editions, countries, faults } = checkLibrary(root);
  if (faults.some(isError)) return { faults };
  return {
    library: {
      definitions: new Map(
        definitions.flatMap(({ id, definition }): [string, Definition][] => (definition ? [[id, definition]] : [])),
      ),
      editions: new Map(editions.flatMap(({ id, edition }): [string, Edition][] => (edition ? [[id, edition]] : []))),
      countries,
    },
  };
}

/** The same with everything that was found out on the way. */
export function checkLibrary(root: string): CheckedLibrary {
  const { countries, faults } = readCountries(root);
  const definitions = definitionFolders(root).map((folder) => checkDefinition(folder));
  const byId = new Map(definitions.map((checked) => [checked.id, checked]));
  const editions = editionFiles(root).map((file) => readEdition(file, { definitions: byId, countries }));
  const all = [...faults, ...definitions.flatMap((one) => one.faults), ...editions.flatMap((one) => one.faults)];
  return { definitions, editions, countries, faults: sortFaults(all) };
}

/** The folders under questionnaires/, by name. */
export function definitionFolders(root: string): readonly string[] {
  const folder = join(root, 'questionnaires');
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => join(folder, entry.name))
    .sort();
}

function editionFiles(root: string): readonly string[] {
  const folder = join(root, 'data', 'editions');
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return names.sort().map((name) => join(folder, name));
}
