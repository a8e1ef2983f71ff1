/**
 * A tree against its shape, in spite of faults: what is wrong is reported, cut away or filled in, and the rest is read
 * again, so that one slip hides no other and the meaning of all else can still be checked.
 * Must never: report what only follows from its own cuts, or return a value for a file whose root is wrong.
 */
import { z } from 'zod';
import { didYouMean } from './did-you-mean.js';
import { issueMessage, unknownKeyMessage, wordMeant } from './issue-message.js';
import { newPruning, type Pruning, prune, replace, spotAt, wasMended } from './pruning.js';
import type { Finding } from './read-text.js';
import { flatIssues } from './shape-issues.js';
import { type Path, placeOf, plainOf, type Tree, treeAt } from './tree.js';

export interface ShapeRead<T> {
  /** What could be read; absent where too little is left. */
  readonly value?: T;
  readonly findings: readonly ShapeFinding[];
  /** Ids whose meaning is in doubt because something at them was cut away. */
  readonly doubtful: ReadonlySet<string>;
  /** What was put in place of what is wrong or missing: nothing said about it is the author's fault. */
  readonly madeUp: ReadonlySet<Tree>;
  /** Maps and lists that something was cut out of. */
  readonly cutInto: ReadonlySet<Tree>;
}

export interface ShapeFinding extends Finding {
  /** Nothing stands there: the place is that of the entry it belongs to. */
  readonly missing: boolean;
}

type Issue = z.core.$ZodIssue;

/** Every round mends all it finds; a file that is not sound after this many is given up on. */
const ROUNDS = 100;

/** With more faults at once than anybody reads, the file is no definition at all, and only these are reported. */
const MOST = 1000;

/** Reads the tree, and prunes it to what could be read. */
export function readShape<T>(shape: z.ZodType<T>, tree: Tree): ShapeRead<T> {
  const findings: ShapeFinding[] = [];
  const pruning = newPruning();
  for (let round = 0; round < ROUNDS; round++) {
    const read = shape.safeParse(plainOf(tree), { error: knownKeys });
    if (read.success) return { value: read.data, findings, ...left(pruning) };
    const issues = flatIssues(read.error.issues);
    if (issues.map((issue) => mendType(tree, issue, findings)).some(Boolean)) continue;
    if (issues.length > MOST) {
      mendValues(tree, issues.slice(0, MOST), { findings, pruning });
      break;
    }
    const slips = issues.filter((issue) => issue.code === 'unrecognized_keys');
    const mended =
      slips.length > 0
        ? slips.map((slip) => mendKeys(tree, slip, { findings, pruning }))
        : mendValues(tree, issues, { findings, pruning });
    if (!mended.some(Boolean)) break;
  }
  return { findings, ...left(pruning) };
}

function left({ doubtful, madeUp, mended }: Pruning): Pick<ShapeRead<unknown>, 'doubtful' | 'madeUp' | 'cutInto'> {
  return { doubtful, madeUp, cutInto: new Set(mended.keys()) };
}

interface Reading {
  readonly findings: ShapeFinding[];
  readonly pruning: Pruning;
}

/** zod drops the shape from its issues: the message carries the keys it knows, which are ids without spaces. */
const knownKeys: z.core.$ZodErrorMap = (issue) => {
  if (issue.code !== 'unrecognized_keys') return undefined;
  return issue.inst instanceof z.ZodObject ? Object.keys(issue.inst.shape).join(' ') : '';
};

/** An unknown key that was probably meant to be a known one is read as that one; any other is dropped. */
function mendKeys(tree: Tree, issue: Issue, { findings, pruning }: Reading): boolean {
  const map = treeAt(tree, pathOf(issue));
  if (issue.code !== 'unrecognized_keys' || map?.kind !== 'map') return false;
  const known = issue.message.split(' ');
  const quiet = pruning.typeless.has(map);
  for (const key of issue.keys) {
    const entry = map.entries.get(key);
    if (entry === undefined) continue;
    const meant = didYouMean(
      key,
      known.filter((one) => !map.entries.has(one)),
    );
    map.entries.delete(key);
    if (quiet) continue;
    if (meant !== undefined) map.entries.set(meant, entry);
    findings.push({ at: entry.at, level: 'error', message: unknownKeyMessage(key, meant), missing: false });
  }
  return true;
}

/** A misspelt `type` hides which keys are known: it is looked for among those that are there. */
function mendType(tree: Tree, issue: Issue, findings: ShapeFinding[]): boolean {
  const [map, key] = [treeAt(tree, pathOf(issue).slice(0, -1)), String(issue.path.at(-1))];
  if (issue.code !== 'invalid_union' || map?.kind !== 'map' || map.entries.has(key)) return false;
  const slip = [...map.entries.keys()].find((written) => didYouMean(written, [key]) === key);
  const entry = slip === undefined ? undefined : map.entries.get(slip);
  if (slip === undefined || entry === undefined) return false;
  map.entries.delete(slip);
  map.entries.set(key, entry);
  findings.push({ at: entry.at, level: 'error', message: unknownKeyMessage(slip, key), missing: false });
  return true;
}

function mendValues(tree: Tree, issues: readonly Issue[], { findings, pruning }: Reading): readonly boolean[] {
  const spots = issues.map((issue) => spotAt(tree, pathOf(issue)));
  issues.forEach((issue, at) => {
    const spot = spots[at];
    if (spot && wasMended(pruning, spot)) return;
    const input = treeAt(tree, pathOf(issue));
    const message = issueMessage(issue, input && plainOf(input));
    findings.push({ at: placeOf(tree, pathOf(issue)), level: 'error', message, missing: input === undefined });
  });
  return spots.map((spot, at) => {
    if (spot === undefined) return false;
    const other = spot.node?.kind === 'text' && issues[at] ? otherText(issues[at], spot.node.text) : undefined;
    return (other !== undefined && replace(pruning, spot, other)) || prune(pruning, tree, spot);
  });
}

/** The word that was meant, or what the shape says can stand there: a number, a date. */
function otherText(issue: Issue, written: string): string | undefined {
  const { standIn } = (issue.code === 'custom' && issue.params) || {};
  return typeof standIn === 'string' ? standIn : wordMeant(issue, written);
}

function pathOf(issue: Issue): Path {
  return issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
}
