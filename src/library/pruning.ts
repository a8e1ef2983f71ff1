/**
 * Cutting a fault out of a tree so that the rest can be read: a wrong value goes, a key that must be there gets a stand-in,
 * and where neither helps the whole entry goes. Remembers what it mended (so that nothing is reported twice), what it made
 * up, and which ids are in doubt because of it (so that nothing is reported that only follows from the cut).
 * Must never: cut away the root.
 */
import { standIn } from './stand-ins.js';
import { childOf, enclosingId, idsIn, type Path, type TextTree, type Tree, treeAt } from './tree.js';

export interface Pruning {
  readonly doubtful: Set<string>;
  /** Stand-ins, and what was put in place of a wrong value. */
  readonly madeUp: Set<Tree>;
  readonly mended: Map<Tree, Set<string | number>>;
  /** Entries whose `type` is a stand-in: nobody knows which other keys they may have. */
  readonly typeless: Set<Tree>;
}

/** A place of the tree where a value is wrong or missing. */
export interface Spot {
  readonly path: Path;
  readonly parent: Tree;
  readonly key: string | number;
  readonly node: Tree | undefined;
}

/** Keys on which the meaning of other places hangs: without them, what refers to the entry cannot be judged. */
const MEANINGFUL: ReadonlySet<string | number> = new Set([
  ...['id', 'type', 'options', 'levels', 'rows', 'columns', 'cell', 'to', 'questions', 'sections', 'terms'],
  ...['question', 'part', 'rule', 'scores', 'parts', 'children', 'needs', 'countries', 'groups'],
]);

export const newPruning = (): Pruning => ({
  doubtful: new Set(),
  madeUp: new Set(),
  mended: new Map(),
  typeless: new Set(),
});

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
  note(pruning, spot);
  doubt(pruning, tree, spot);
  if (first && spot.node !== undefined) return remove(spot);
  if (fillIn(pruning, spot)) return true;
  const above = spotAt(tree, spot.path.slice(0, -1));
  if (above === undefined) return false;
  note(pruning, above);
  for (const id of [...idsIn(spot.parent), String(above.key)]) pruning.doubtful.add(id);
  return remove({ ...above, node: spot.parent });
}

/** Puts another text in the place of the one that was written; false where that was tried before. */
export function replace(pruning: Pruning, spot: Spot, other: string): boolean {
  const { parent, key, node } = spot;
  if (wasMended(pruning, spot) || node === undefined) return false;
  note(pruning, spot);
  const text: TextTree = { kind: 'text', at: node.at, text: other };
  pruning.madeUp.add(text);
  const entry = parent.kind === 'map' ? parent.entries.get(String(key)) : undefined;
  if (parent.kind === 'map' && entry) parent.entries.set(String(key), { at: entry.at, value: text });
  if (parent.kind === 'list') parent.items.splice(parent.items.indexOf(node), 1, text);
  return true;
}

function remove({ parent, key, node }: Spot): boolean {
  if (parent.kind === 'map') return parent.entries.delete(String(key));
  if (parent.kind !== 'list' || node === undefined) return false;
  const at = parent.items.indexOf(node);
  if (at >= 0) parent.items.splice(at, 1);
  return true;
}

function fillIn(pruning: Pruning, { parent, key, path }: Spot): boolean {
  if (parent.kind !== 'map' || parent.entries.has(String(key))) return false;
  const unnamed = `unnamed-${pruning.madeUp.size}`;
  if (key === 'id') pruning.doubtful.add(unnamed);
  const value: Tree | undefined =
    key === 'id' ? { kind: 'text', at: parent.at, text: unnamed } : standIn(path, parent.at);
  if (value === undefined) return false;
  pruning.madeUp.add(value);
  if (key === 'type') pruning.typeless.add(parent);
  parent.entries.set(String(key), { at: parent.at, value });
  return true;
}

function doubt(pruning: Pruning, tree: Tree, { path, parent, key, node }: Spot): void {
  for (const id of node === undefined ? [] : idsIn(node)) pruning.doubtful.add(id);
  const enclosing = enclosingId(tree, path.slice(0, -1));
  const meaningful = parent.kind === 'list' || MEANINGFUL.has(key) || MEANINGFUL.has(path.at(-2) ?? '');
  if (meaningful && enclosing !== undefined) pruning.doubtful.add(enclosing);
}

function note(pruning: Pruning, { parent, key }: Spot): void {
  const keys = pruning.mended.get(parent) ?? new Set();
  pruning.mended.set(parent, keys.add(key));
}
