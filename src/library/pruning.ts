/**
 * Cutting a fault out of a tree so that the rest can be read: a wrong value goes, a key that must be there is filled in, and
 * where neither helps the whole entry goes. Remembers what it mended (so that nothing is reported twice) and which ids are in
 * doubt because of it (so that nothing is reported that only follows from the cut).
 * Must never: cut away the root.
 */
import { childOf, type Entry, idsIn, type Path, type TextTree, type Tree, treeAt } from './tree.js';

export interface Pruning {
  readonly doubtful: Set<string>;
  readonly mended: Map<Tree, Set<string | number>>;
}

/** A place of the tree where a value is wrong or missing. */
export interface Spot {
  readonly path: Path;
  readonly parent: Tree;
  readonly key: string | number;
  readonly node: Tree | undefined;
}

/** What stands in for a key that must be there and is not; an id gets one of its own. */
const FILLERS: ReadonlySet<string> = new Set(['title', 'text', 'name', 'label', 'term', 'definition', 'plural']);

/** Keys on which the meaning of other places hangs: without them, what refers to the entry cannot be judged. */
const MEANINGFUL: ReadonlySet<string | number> = new Set([
  ...['id', 'type', 'options', 'levels', 'rows', 'columns', 'cell', 'to', 'questions', 'sections', 'when'],
  ...['question', 'part', 'rule', 'scores', 'parts', 'children', 'points', 'needs', 'countries', 'groups', 'missing'],
]);

/** The place a path leads to; undefined for the root and for a path that leaves the tree earlier. */
export function spotAt(tree: Tree, path: Path): Spot | undefined {
  const key = path.at(-1);
  const parent = treeAt(tree, path.slice(0, -1));
  return key === undefined || parent === undefined ? undefined : { path, parent, key, node: childOf(parent, key) };
}

export function wasMended(pruning: Pruning, { parent, key }: Spot): boolean {
  return pruning.mended.get(parent)?.has(key) ?? false;
}

/** Mends one place; false where nothing is left to cut but the root. */
export function prune(pruning: Pruning, tree: Tree, spot: Spot): boolean {
  const first = !wasMended(pruning, spot);
  note(pruning, spot.parent, spot.key);
  doubt(pruning, tree, spot);
  if (first && spot.node !== undefined) return remove(spot);
  const filler = fillerOf(spot, pruning);
  if (filler !== undefined && spot.parent.kind === 'map') {
    spot.parent.entries.set(String(spot.key), filler);
    return true;
  }
  const above = spotAt(tree, spot.path.slice(0, -1));
  if (above === undefined) return false;
  for (const id of idsIn(spot.parent)) pruning.doubtful.add(id);
  note(pruning, above.parent, above.key);
  return remove({ ...above, node: spot.parent });
}

/** The id of the entry a path stands in: the nearest on the way up. */
export function enclosingId(tree: Tree, path: Path): string | undefined {
  for (let length = path.length; length >= 0; length--) {
    const at = treeAt(tree, path.slice(0, length));
    const id = at?.kind === 'map' ? at.entries.get('id')?.value : undefined;
    if (id?.kind === 'text') return id.text;
  }
  return undefined;
}

function remove({ parent, key, node }: Spot): boolean {
  if (parent.kind === 'map') return parent.entries.delete(String(key));
  if (parent.kind !== 'list' || node === undefined) return false;
  const at = parent.items.indexOf(node);
  if (at >= 0) parent.items.splice(at, 1);
  return true;
}

function doubt(pruning: Pruning, tree: Tree, { path, parent, key, node }: Spot): void {
  for (const id of node === undefined ? [] : idsIn(node)) pruning.doubtful.add(id);
  const enclosing = enclosingId(tree, path.slice(0, -1));
  const meaningful = parent.kind === 'list' || MEANINGFUL.has(key) || MEANINGFUL.has(path.at(-2) ?? '');
  if (meaningful && enclosing !== undefined) pruning.doubtful.add(enclosing);
}

function fillerOf({ parent, key, path }: Spot, pruning: Pruning): Entry | undefined {
  if (parent.kind !== 'map' || parent.entries.has(String(key))) return undefined;
  const text = (filler: string): Entry => {
    const value: TextTree = { kind: 'text', at: parent.at, text: filler };
    return { at: parent.at, value };
  };
  if (key === 'id') {
    const id = `unnamed-${pruning.mended.size}`;
    pruning.doubtful.add(id);
    return text(id);
  }
  if (key === 'type') return path.includes('questions') ? text('text') : undefined;
  return typeof key === 'string' && FILLERS.has(key) ? text('–') : undefined;
}

function note(pruning: Pruning, parent: Tree, key: string | number): void {
  const keys = pruning.mended.get(parent) ?? new Set();
  pruning.mended.set(parent, keys.add(key));
}
