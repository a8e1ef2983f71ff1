/**
 * A definition as an edition keeps it: the texts of its files, and the definition made of them again by the same checks as from a
 * folder. What was made of the same files once is kept, and what the library made of them when it was read is as good.
 * Must never: hand out a definition whose files are not the ones that were frozen.
 */
import { done, type Outcome, refused } from '../core/problem.js';
import type { FrozenDefinition } from '../core/workflow/change.js';
import { checkDefinitionTexts } from './check-definition.js';
import { faultLine, isError } from './faults.js';
import type { Definition, Library } from './library.js';

/** A definition of the library, as an edition that begins now keeps it. */
export function freezeDefinition(library: Pick<Library, 'definitions'>, id: string): Outcome<FrozenDefinition> {
  const definition = library.definitions.get(id);
  if (definition === undefined) return refused({ code: 'unknown-definition', details: { definition: id } });
  return done({ id, hash: definition.hash, files: definition.files });
}

/** Throws where the files have a fault or another hash: they were sound when they were frozen, so somebody has changed them. */
export function thawDefinition(frozen: FrozenDefinition, library: Pick<Library, 'definitions'>): Definition {
  const key = JSON.stringify([frozen.id, frozen.hash, frozen.files['NOTES.md'] ?? '']);
  const before = unchanged(frozen, library.definitions.get(frozen.id)) ?? thawed.get(key);
  if (before !== undefined) return before;
  const { definition, faults } = checkDefinitionTexts(frozen.id, frozen.files);
  if (definition === undefined) throw new Error(faults.filter(isError).map(faultLine).join('\n'));
  if (definition.hash !== frozen.hash)
    throw new Error(`${frozen.id}: the frozen files have another hash than they had`);
  thawed.set(key, definition);
  return definition;
}

/** The library's definition, where its files are still those that were frozen, to the letter. */
function unchanged({ hash, files }: FrozenDefinition, now: Definition | undefined): Definition | undefined {
  if (now?.hash !== hash) return undefined;
  const names = new Set([...Object.keys(files), ...Object.keys(now.files)]);
  return [...names].every((name) => files[name] === now.files[name]) ? now : undefined;
}

const thawed = new Map<string, Definition>();
