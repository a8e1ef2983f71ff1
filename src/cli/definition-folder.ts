/**
 * What was typed for a definition, an id or a folder, → its folder.
 * Must never: read the definition.
 */
import { statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { didYouMean } from '../library/did-you-mean.js';
import { definitionFolders } from '../library/load-library.js';
import type { Shell } from './shell.js';

/** An id first, then a folder; else a sentence that says what there is. */
export function definitionFolder(
  typed: string,
  { root, cwd }: Shell,
): { readonly folder: string } | { readonly sentence: string } {
  const ids = definitionFolders(root).map((folder) => basename(folder));
  if (ids.includes(typed)) return { folder: join(root, 'questionnaires', typed) };
  const folder = resolve(cwd, typed);
  if (isFolder(folder)) return { folder };
  const meant = didYouMean(typed, ids);
  const hint = meant === undefined ? `There are: ${ids.join(', ')}.` : `Did you mean '${meant}'?`;
  return { sentence: `There is no definition '${typed}' under questionnaires/, and no such folder. ${hint}` };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
