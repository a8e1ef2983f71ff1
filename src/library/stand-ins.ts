/**
 * What stands in for a key that must be there and is not, so that the rest of a file can still be read. Whatever is said
 * about a stand-in is no fault of the author's.
 * Must never: reach a definition that is handed out.
 */
import type { Path, Place, Tree } from './tree.js';

type Plain = string | readonly Plain[] | { readonly [key: string]: Plain };

const OPTIONS: Plain = [
  { id: 'a', label: '–' },
  { id: 'b', label: '–' },
];
const MISSING: Plain = {
  'not-asked': 'block',
  'not-answered': 'block',
  'not-applicable': 'block',
  'not-known': 'block',
  withheld: 'block',
};
const WORD = ['title', 'text', 'name', 'label', 'term', 'definition', 'plural', 'series', 'source', 'citation'];
const NUMBER = [
  'high-outlier',
  'above',
  'near',
  'below',
  'low-outlier',
  'fence',
  'points',
  'score',
  'to',
  'slope',
  'high',
  'max',
];
const ZERO = ['low', 'min', 'intercept', 'decimals', 'tolerance'];

/** By the last key of the path. `levels` at the top of a framework is another list than the levels of a rating. */
const STAND_INS: Readonly<Record<string, Plain>> = {
  ...Object.fromEntries(WORD.map((key) => [key, '–'])),
  ...Object.fromEntries(NUMBER.map((key) => [key, '1'])),
  ...Object.fromEntries(ZERO.map((key) => [key, '0'])),
  ...Object.fromEntries(Object.entries(MISSING)),
  language: 'en',
  options: OPTIONS,
  rows: [{ id: 'a', text: '–' }],
  'mean-without-outliers': 'true',
  scale: 'none',
  weights: 'equal',
  aggregation: 'arithmetic-mean',
  missing: MISSING,
  presentation: { decimals: '0', rescale: 'none' },
  rescale: 'none',
  ranking: { on: 'score', ties: 'lowest', tolerance: '0' },
  on: 'score',
  ties: 'lowest',
  year: '2000',
  date: '2000-01-01',
  kind: 'published',
  comparability: { class: 'a', breaks: '–' },
  precision: '–',
};
/** As deep as a file can be nested. */
const LEVELS: Plain = Array.from({ length: 41 }, () => ({ name: '–', plural: '–' }));

/** The stand-in for the value at a path, placed where its entry stands; undefined where nothing can stand in. */
export function standIn(path: Path, at: Place): Tree | undefined {
  const key = String(path.at(-1));
  if (key === 'levels') return grown(path.length === 1 ? LEVELS : OPTIONS, at);
  if (key === 'type') return path.includes('questions') ? grown('text', at) : undefined;
  const plain = Object.hasOwn(STAND_INS, key) ? STAND_INS[key] : undefined;
  return plain === undefined ? undefined : grown(plain, at);
}

function grown(plain: Plain, at: Place): Tree {
  if (typeof plain === 'string') return { kind: 'text', at, text: plain };
  if (Array.isArray(plain)) return { kind: 'list', at, items: plain.map((one) => grown(one, at)) };
  const entries = Object.entries(plain).map(([key, value]) => [key, { at, value: grown(value, at) }] as const);
  return { kind: 'map', at, entries: new Map(entries) };
}
