/**
 * A CSV file of replications that somebody states in place of draws: sets of weights, and the rules of each. All of them, or all
 * that is wrong with any.
 * Must never: mend a set of weights, or take a rule for another.
 */
import type { ChoiceInput } from '../core/robustness/scenarios/input.js';
import type { Replication } from '../core/robustness/scenarios/stated.js';
import type { RankTies } from '../core/scoring/method.js';
import type { Plan } from '../core/scoring/prepare.js';
import { didYouMean } from './did-you-mean.js';
import { rearmed } from './disarmed.js';
import { choiceOf, ruleFrom } from './index-vary-rules.js';
import { quoted } from './quoted.js';
import { type CsvRow, type RowFault, readCsv } from './read-csv.js';
import { readNumber } from './read-number.js';

interface Replay {
  readonly inputs: readonly ChoiceInput[];
  /** By their numbers, rising. */
  readonly replications: readonly Replication[];
}

export type ReplayRead = { readonly replay: Replay } | { readonly faults: readonly RowFault[] };

const CHOICES = ['normalise', 'aggregate', 'missing', 'impute', 'treat'] as const;
const PLAIN = ['replication', ...CHOICES, 'drop'];
const WEIGHT = 'weight:';

export interface ReplayOf {
  readonly plan: Plan;
  /** What --ties says, where values become ranks. */
  readonly ties?: RankTies | undefined;
  /** Nodes with a score that is given and not combined: what lies below them weighs nothing, and needs no column. */
  readonly given?: ReadonlySet<string>;
}

export function readReplay(bytes: Uint8Array, { plan, ties, given = new Set() }: ReplayOf): ReplayRead {
  const { columns, rows, faults } = readCsv(bytes, { must: ['replication'], others: true });
  const nodes: Nodes = {
    plan,
    weighed: plan.nodes
      .filter(({ parent }) => parent >= 0 && !isBelow(plan, parent, given))
      .map(({ node: { id }, place }) => ({ id, place })),
  };
  const header = columns.length === 0 ? [] : headerFaults(columns, nodes);
  const wrong: RowFault[] = [...faults, ...header.map((message) => ({ line: 1, message }))];
  const choices = CHOICES.filter((kind) => columns.includes(kind)).map((kind) => stated(kind, { rows, ties, wrong }));
  const isWeighed = columns.some((column) => column.startsWith(WEIGHT));
  const seen = new Map<number, number>();
  const replications = rows.map((row): Replication => {
    const say: Say = (message) => void wrong.push({ line: row.line, message });
    return {
      number: numberOf(row, seen, say),
      scenario: { choices: choices.map(({ at }) => at(row)), dropped: droppedIn(row, plan, say) },
      ...(isWeighed && header.length === 0 ? { weights: weightsIn(row, nodes, say) } : {}),
    };
  });
  if (wrong.length > 0) return { faults: wrong };
  return {
    replay: {
      inputs: choices.map(({ input }) => input),
      replications: replications.toSorted((a, b) => a.number - b.number),
    },
  };
}

/** Whether the node at a place or any above it is one of these. */
function isBelow(plan: Plan, place: number, given: ReadonlySet<string>): boolean {
  const node = plan.nodes[place];
  return node !== undefined && (given.has(node.node.id) || isBelow(plan, node.parent, given));
}

type Say = (message: string) => void;

interface Nodes {
  readonly plan: Plan;
  /** All below the index that are combined into it. */
  readonly weighed: readonly { readonly id: string; readonly place: number }[];
}

function headerFaults(columns: readonly string[], { plan, weighed }: Nodes): readonly string[] {
  const codes = columns.filter((column) => column.startsWith(WEIGHT)).map((column) => column.slice(WEIGHT.length));
  const known = weighed.map(({ id }) => id);
  const root = plan.nodes[0]?.node.id;
  const strange = codes.filter((code) => !known.includes(code));
  const lacking = codes.length === 0 ? [] : known.filter((id) => !codes.includes(id));
  return [
    ...columns
      .filter((column) => !column.startsWith(WEIGHT) && !PLAIN.includes(column))
      .map((column) => `unknown column ${quoted(column)}${meant(column, PLAIN)}`),
    ...strange.map((code) => {
      if (code === root) return `'${code}' is the index itself, which has no weight`;
      if (plan.placeOf.has(code)) return `'${code}' lies below a score that is given, and weighs nothing`;
      return `there is no node ${quoted(code)} to weigh${meant(code, known)}`;
    }),
    ...(lacking.length === 0
      ? []
      : [
          `a set of weights is of all nodes below the index; ${lacking.length} of ${known.length} have no column: ${few(lacking)}`,
        ]),
  ];
}

const meant = (written: string, known: readonly string[]): string => {
  const word = didYouMean(written, known);
  return word === undefined ? '' : `; did you mean '${word}'?`;
};

const few = (codes: readonly string[]): string =>
  codes
    .slice(0, 5)
    .map((code) => `'${WEIGHT}${code}'`)
    .join(', ') + (codes.length > 5 ? ', …' : '');

interface Cells {
  readonly rows: readonly CsvRow[];
  readonly ties: RankTies | undefined;
  readonly wrong: RowFault[];
}

interface Stated {
  readonly input: ChoiceInput;
  readonly at: (row: CsvRow) => number;
}

/** The rules that a column names, each once, and which of them a row has. */
function stated(kind: ChoiceInput['kind'], { rows, ties, wrong }: Cells): Stated {
  const labels = [...new Set(rows.map((row) => row.cell(kind)))].filter((label) => label !== '').sort();
  const rules = labels.map((label) => {
    const lines = (): readonly number[] => rows.filter((row) => row.cell(kind) === label).map(({ line }) => line);
    const say = (message: string): void =>
      void wrong.push(...lines().map((line) => ({ line, message: `${kind}: ${message}` })));
    return ruleFrom(kind, label, { ties, wrong: say });
  });
  return { input: choiceOf(kind, labels, rules), at: (row) => labels.indexOf(row.cell(kind)) };
}

function numberOf({ line, cell }: CsvRow, seen: Map<number, number>, say: Say): number {
  const written = cell('replication');
  const number = readNumber(written) ?? Number.NaN;
  const first = seen.get(number);
  if (!Number.isSafeInteger(number) || number < 0)
    say(`${quoted(written)} is no number of a replication: number them 1, 2, 3 and so on`);
  else if (first !== undefined) say(`replication ${number} is there already, on line ${first}`);
  else seen.set(number, line);
  return number;
}

function droppedIn({ cell }: CsvRow, { nodes, placeOf }: Plan, say: Say): number {
  const code = rearmed(cell('drop'));
  if (code === '') return -1;
  const place = placeOf.get(code) ?? -1;
  if (nodes[place]?.children.length === 0) return place;
  const indicators = nodes.filter(({ children }) => children.length === 0).map(({ node }) => node.id);
  say(
    place < 0
      ? `there is no indicator ${quoted(code)} to leave out${meant(code, indicators)}`
      : `'${code}' is an aggregate: only an indicator can be left out`,
  );
  return -1;
}

/** One for each node, 0 or more, and not 0 for all children of one. */
function weightsIn({ cell }: CsvRow, { plan, weighed }: Nodes, say: Say): Float64Array {
  const weights = new Float64Array(plan.nodes.length).fill(1);
  for (const { id, place } of weighed) {
    const written = cell(`${WEIGHT}${id}`);
    const weight = readNumber(written) ?? Number.NaN;
    if (written === '') say(`the weight of '${id}' is missing`);
    else if (!(weight >= 0)) say(`${quoted(written)} is no weight for '${id}': a weight is a number of 0 or more`);
    weights[place] = weight;
  }
  for (const { node, children } of plan.nodes) {
    if (children.length > 0 && children.every((place) => weights[place] === 0))
      say(`all weights below '${node.id}' are 0`);
  }
  return weights;
}
