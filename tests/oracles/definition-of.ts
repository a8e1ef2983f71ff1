/** The definitions and editions as they are shipped, for oracles: a number counts only if the real files give it. */
import type { Computation } from '../../src/core/scoring/compute-index.js';
import { openIndex } from '../../src/core/scoring/compute-index.js';
import { checkDefinition } from '../../src/library/check-definition.js';
import type { Definition, Edition } from '../../src/library/library.js';
import { loadLibrary } from '../../src/library/load-library.js';

export function definitionOf(id: string): Definition {
  const { definition, faults } = checkDefinition(`questionnaires/${id}`);
  if (definition === undefined) throw new Error(`${id} cannot be used: ${JSON.stringify(faults.slice(0, 3))}`);
  return definition;
}

export function editionOf(id: string): Edition {
  const loaded = loadLibrary('.');
  if ('faults' in loaded) throw new Error(`the library has faults: ${JSON.stringify(loaded.faults.slice(0, 3))}`);
  const edition = loaded.library.editions.get(id);
  if (edition === undefined) throw new Error(`there is no edition ${id}`);
  return edition;
}

/** Recomputes a published edition from the level at which its figures enter. */
export function recompute(edition: Edition): Computation {
  const { framework, method } = edition.definition;
  const opened = openIndex({
    framework,
    method,
    countries: edition.countries,
    answers: new Map(),
    given: edition.figures?.given ?? [],
    groups: edition.groups,
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  return opened.value;
}

/** One node's scores by country; fails where the index has no such node. */
export function scoresOf({ results }: Pick<Computation, 'results'>, node: string): ReadonlyMap<string, number | null> {
  const found = results.nodes.find(({ id }) => id === node);
  if (found === undefined) throw new Error(`there is no node ${node}`);
  return new Map(results.countries.map((country, row) => [country, found.score[row] ?? null]));
}
