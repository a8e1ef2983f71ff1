/**
 * What a YAML file says, as a tree of maps, lists and texts that each know their place in the file. Reading in spite of
 * faults prunes this tree, so that places stay true whatever was cut away before.
 * Must never: know what the keys mean.
 */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export type Tree = MapTree | ListTree | TextTree;

interface MapTree {
  readonly kind: 'map';
  readonly at: Place;
  readonly entries: Map<string, Entry>;
}

export interface Entry {
  /** Where the key stands. */
  readonly at: Place;
  readonly value: Tree;
}

interface ListTree {
  readonly kind: 'list';
  readonly at: Place;
  readonly items: Tree[];
}

export interface TextTree {
  readonly kind: 'text';
  readonly at: Place;
  readonly text: string;
}

export type Path = readonly (string | number)[];

/** Plain data for zod: maps without a prototype, so that no key can reach one. */
export function plainOf(tree: Tree): unknown {
  if (tree.kind === 'text') return tree.text;
  if (tree.kind === 'list') return tree.items.map(plainOf);
  const plain: Record<string, unknown> = Object.create(null);
  for (const [key, entry] of tree.entries) plain[key] = plainOf(entry.value);
  return plain;
}

/** The value at a path, where there is one. */
export function treeAt(tree: Tree, path: Path): Tree | undefined {
  return path.reduce<Tree | undefined>((at, step) => at && childOf(at, step), tree);
}

export function childOf(tree: Tree, step: string | number): Tree | undefined {
  if (tree.kind === 'map') return tree.entries.get(String(step))?.value;
  return tree.kind === 'list' ? tree.items[Number(step)] : undefined;
}

/**
 * Where a fault at a path is shown: at a text itself, at the key of a group or list, at the entry of a list; where the path
 * leads to nothing, at the deepest thing on the way.
 */
export function placeOf(tree: Tree, path: Path): Place {
  let [at, place] = [tree, tree.at];
  for (const step of path) {
    const child = childOf(at, step);
    if (child === undefined) return place;
    const key = at.kind === 'map' ? at.entries.get(String(step))?.at : undefined;
    place = child.kind === 'text' ? child.at : (key ?? child.at);
    at = child;
  }
  return place;
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

/** Every `id` written at or below a tree. */
export function idsIn(tree: Tree): readonly string[] {
  if (tree.kind === 'text') return [];
  if (tree.kind === 'list') return tree.items.flatMap(idsIn);
  const own = tree.entries.get('id')?.value;
  return [...(own?.kind === 'text' ? [own.text] : []), ...[...tree.entries.values()].flatMap((e) => idsIn(e.value))];
}

/** The texts that stand on these lines. */
export function textsOn(tree: Tree, lines: ReadonlySet<number>): readonly Tree[] {
  if (lines.size === 0) return [];
  if (tree.kind === 'text') return lines.has(tree.at.line) ? [tree] : [];
  const children = tree.kind === 'list' ? tree.items : [...tree.entries.values()].map((entry) => entry.value);
  return children.flatMap((child) => textsOn(child, lines));
}
