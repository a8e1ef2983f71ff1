/**
 * One file of a definition on its way from what is written to what core works with: the value, and the findings of every
 * step, without those that only follow from another.
 * Must never: report the same fault in two files.
 */

import type { Framework } from '../core/scoring/framework.js';
import type { Method } from '../core/scoring/method.js';
import type { Questionnaire } from '../core/survey/questionnaire.js';
import type { Note } from './note.js';
import type { FileRead } from './read-definition-file.js';
import type { Finding } from './read-text.js';
import type { RobustnessFile } from './shapes/robustness-shape.js';
import { childOf, enclosingId, type Path, placeOf, type Tree, treeAt } from './tree.js';

export interface DefinitionPart<T> {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly value?: T;
  readonly findings: Finding[];
  readonly doubtful: Set<string>;
  readonly read: FileRead<unknown>;
  /** Paths where something is wrong already. */
  readonly noted: Path[];
}

/** The files of a definition as far as they could be read; without a questionnaire where the folder has none. */
export interface Parts {
  readonly questionnaire?: DefinitionPart<Questionnaire>;
  readonly framework: DefinitionPart<Framework>;
  readonly method: DefinitionPart<Method>;
  /** The section of method.yaml that is no part of the recipe; empty where there is none. */
  readonly robustness: RobustnessFile;
}

/** Converts what was read. What the converter notes puts its entry in doubt where `doubts` says so. */
export function partOf<F, T>(
  read: FileRead<F>,
  convert: (file: F, note: Note) => T,
  doubts: boolean,
): DefinitionPart<T> {
  const part: DefinitionPart<T> = {
    file: read.file,
    bytes: read.bytes,
    findings: [...read.findings],
    doubtful: new Set(read.doubtful),
    read,
    noted: [],
  };
  if (read.value === undefined) return part;
  const inDoubt: string[] = [];
  const value = convert(read.value, (path, message) => {
    const at = read.tree && treeAt(read.tree, path);
    if (at === undefined || !read.cutInto.has(at)) addFinding(part, { path, level: 'error', message }, part.doubtful);
    // A single word that is wrong leaves the rest of its entry to be checked.
    const whole = doubts && at?.kind !== 'text';
    if (!whole && path.length > 0) part.noted.push(path);
    const enclosing = read.tree && enclosingId(read.tree, path);
    if (whole && enclosing !== undefined) inDoubt.push(enclosing);
  });
  for (const id of inDoubt) part.doubtful.add(id);
  return { ...part, value };
}

/** What is wrong at a path of the file as written. */
interface Said extends Omit<Finding, 'at'> {
  readonly path: Path;
}

/** Adds a finding at a path of the file, unless it follows from something that is wrong already. */
export function addFinding(part: DefinitionPart<unknown>, said: Said, doubtful: ReadonlySet<string>): void {
  const { path, level, message } = said;
  const { tree } = part.read;
  if (tree === undefined) return;
  const enclosing = enclosingId(tree, path);
  if (onTheWay(tree, path).some((at) => part.read.madeUp.has(at))) return;
  if (part.noted.some((noted) => noted.every((step, at) => step === path[at]))) return;
  // What is said of an id itself holds whatever else is in doubt.
  if (path.at(-1) !== 'id') {
    if (enclosing !== undefined && part.doubtful.has(enclosing)) return;
    if (namedIn(message).some((name) => doubtful.has(name))) return;
  }
  part.findings.push({ at: placeOf(tree, path), level, message });
}

/** All that is met on a path. */
function onTheWay(tree: Tree, path: Path): readonly Tree[] {
  const met: Tree[] = [];
  let at: Tree | undefined = tree;
  for (const step of path) {
    at = at && childOf(at, step);
    if (at) met.push(at);
  }
  return met;
}

/** What a sentence names in quotes: ids, and the question of a data point. */
function namedIn(message: string): readonly string[] {
  return [...message.matchAll(/["']([^"'\s]+)["']/g)].flatMap(([, name = '']) => [name, name.split('/')[0] ?? name]);
}
