/**
 * A CSV file of given scores, `country,node,value`: what is stated for a node replaces all below it. Scores, or every row
 * that is wrong.
 * Must never: take an empty cell for a zero.
 */
import type { Given } from '../core/scoring/index-input.js';
import { didYouMean } from './did-you-mean.js';
import type { Countries } from './library.js';
import { countryFault } from './read-countries.js';
import { type RowFault, readCsv } from './read-csv.js';
import { readNumber } from './read-number.js';

export interface GivenContext {
  /** Ids of all nodes of the framework. */
  readonly nodes: ReadonlySet<string>;
  readonly countries: Countries;
}

export type GivenRead = { readonly given: readonly Given[] } | { readonly faults: readonly RowFault[] };

export function readGiven(bytes: Uint8Array, { nodes, countries }: GivenContext): GivenRead {
  const { rows, faults } = readCsv(bytes, { must: ['country', 'node', 'value'] });
  const wrong: RowFault[] = [...faults];
  const seen = new Map<string, number>();
  const given = rows.flatMap(({ line, cell }): readonly Given[] => {
    const [country, node, written] = [cell('country'), cell('node'), cell('value')];
    const value = readNumber(written);
    const first = seen.get(`${country} ${node}`);
    const said = [
      countryFault(country, countries),
      nodeFault(node, nodes),
      value === undefined ? valueFault(written) : undefined,
      first === undefined ? undefined : `${country} has a score for '${node}' already, on line ${first}`,
    ].filter((message) => message !== undefined);
    wrong.push(...said.map((message) => ({ line, message })));
    if (first === undefined) seen.set(`${country} ${node}`, line);
    return value === undefined ? [] : [{ country, node, value }];
  });
  return wrong.length > 0 ? { faults: wrong.sort((a, b) => a.line - b.line) } : { given };
}

function nodeFault(node: string, nodes: ReadonlySet<string>): string | undefined {
  if (node === '') return 'the node is missing';
  if (nodes.has(node)) return undefined;
  const meant = didYouMean(node, nodes);
  return `there is no node '${node}'${meant === undefined ? '' : `; did you mean '${meant}'?`}`;
}

function valueFault(written: string): string {
  return written === ''
    ? 'the value is missing: leave the row out where there is none'
    : `'${written}' is not a number`;
}
