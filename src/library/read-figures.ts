/**
 * The published figures of an edition: a wide CSV, one row per country (or `group:ID`), one column per node, empty where the
 * source publishes nothing.
 * Must never: let a figure above the stated level feed the engine.
 */
import type { Framework, Node } from '../core/scoring/framework.js';
import { didYouMean } from './did-you-mean.js';
import type { Countries, GivenFigure } from './library.js';
import { countryFault } from './read-countries.js';
import { type CsvRow, type RowFault, readCsv } from './read-csv.js';
import { readNumber } from './read-number.js';

export interface FiguresRead {
  readonly countries: readonly string[];
  readonly given: readonly GivenFigure[];
  readonly published: readonly GivenFigure[];
  readonly publishedGroups: readonly { readonly group: string; readonly node: string; readonly value: number }[];
  readonly faults: readonly RowFault[];
}

export interface FiguresContext {
  readonly framework: Framework;
  /** Bounds of the method's scale, where it has any. */
  readonly scale: { readonly low: number; readonly high: number } | null;
  /** Depth (0 is the index) of the level that feeds the engine. */
  readonly depth: number;
  readonly groups: readonly string[];
  readonly countries: Countries;
}

const GROUP = 'group:';

export function readFigures(bytes: Uint8Array, context: FiguresContext): FiguresRead {
  const { columns, rows, faults } = readCsv(bytes, { must: ['country'], others: true });
  const depths = depthsOf(context.framework.index);
  const nodes = columns.filter((column) => column !== 'country');
  const wrong: RowFault[] = [...faults, ...columnFaults(nodes, depths, context.depth)];
  const seen = new Map<string, number>();
  const figures = rows.flatMap((row) => {
    const who = row.cell('country');
    const fault = whoFault(who, context, seen.get(who));
    if (fault !== undefined) wrong.push({ line: row.line, message: fault });
    seen.set(who, row.line);
    return nodes.flatMap((node) => figureOf(row, node, { context, wrong }));
  });
  const isGroup = (figure: GivenFigure) => figure.country.startsWith(GROUP);
  const feeds = ({ node }: GivenFigure) => depths.get(node) === context.depth;
  return {
    countries: [...seen.keys()].filter((who) => !who.startsWith(GROUP)).sort(),
    given: figures.filter((figure) => !isGroup(figure) && feeds(figure)),
    published: figures.filter((figure) => !isGroup(figure) && !feeds(figure)),
    publishedGroups: figures
      .filter(isGroup)
      .map(({ country, node, value }) => ({ group: country.slice(GROUP.length), node, value })),
    faults: wrong.sort((a, b) => a.line - b.line),
  };
}

interface Reading {
  readonly context: FiguresContext;
  readonly wrong: RowFault[];
}

function figureOf({ line, cell }: CsvRow, node: string, { context, wrong }: Reading): readonly GivenFigure[] {
  const written = cell(node);
  if (written === '') return [];
  const value = readNumber(written);
  const { scale } = context;
  if (value === undefined) wrong.push({ line, message: `'${written}' for '${node}' is not a number` });
  else if (scale !== null && (value < scale.low || value > scale.high)) {
    wrong.push({ line, message: `${written} for '${node}' is outside the scale from ${scale.low} to ${scale.high}` });
  }
  return value === undefined ? [] : [{ country: cell('country'), node, value }];
}

function whoFault(who: string, { groups, countries }: FiguresContext, before: number | undefined): string | undefined {
  if (before !== undefined) return `'${who}' is there twice; first on line ${before}`;
  if (!who.startsWith(GROUP)) return countryFault(who, countries);
  const group = who.slice(GROUP.length);
  return groups.includes(group) ? undefined : `the edition has no group '${group}'`;
}

function columnFaults(
  nodes: readonly string[],
  depths: ReadonlyMap<string, number>,
  depth: number,
): readonly RowFault[] {
  return nodes.flatMap((node) => {
    const at = depths.get(node);
    if (at !== undefined && at <= depth) return [];
    if (at !== undefined) return [{ line: 1, message: `'${node}' lies below the level whose figures feed the engine` }];
    const meant = didYouMean(node, depths.keys());
    return [
      { line: 1, message: `there is no node '${node}'${meant === undefined ? '' : `; did you mean '${meant}'?`}` },
    ];
  });
}

function depthsOf(node: Node, depth = 0, depths = new Map<string, number>()): ReadonlyMap<string, number> {
  depths.set(node.id, depth);
  for (const child of node.children) depthsOf(child, depth + 1, depths);
  return depths;
}
