/**
 * What `run` leaves behind: for every node a column of scores and, beside it, how each came about. Columns by the node's
 * place in the plan, rows by country in code order; NaN where there is no number.
 * Must never: be shown as it is; `statusAt` and the results say it in words of data.
 */
import type { Plan } from './prepare.js';
import type { Status } from './results.js';
import { reasonOf } from './value.js';

export interface State {
  readonly rows: number;
  /** The weights it was computed with, by place. */
  readonly weights: Float64Array;
  readonly columns: readonly NodeColumns[];
  /** Places of the nodes whose scale rule had no meaning in this round. */
  readonly withoutSpread: number[];
}

export interface NodeColumns {
  /** After the node's own scale rule: what its parent combines. */
  readonly scores: Float64Array;
  /** Before it: the leaf's value, or the children combined. */
  readonly combined: Float64Array;
  /** Share (0–1) of the weight below that has a score. */
  readonly coverage: Float64Array;
  /** One of KIND. */
  readonly kinds: Uint8Array;
  /** Code of the reason, or of the first reason below where coverage is not whole; NO_SPREAD where that blocks. */
  readonly reasons: Uint8Array;
  /** Place of the node where that reason lies; under a given node, the place of that node. */
  readonly origins: Int32Array;
}

export const KIND = {
  computed: 0,
  given: 1,
  treated: 2,
  missing: 3,
  blocked: 4,
  tooLittle: 5,
  replaced: 6,
  notCombined: 7,
  noSpread: 8,
} as const;

/** Stands beside the codes of the reasons a value can be missing for. */
export const NO_SPREAD = 255;

/** One buffer for each kind of number; the columns are views of it, which is what keeps a replication cheap. */
export function emptyState(weights: Float64Array, rows: number): State {
  const cells = weights.length * rows;
  const numbers = new Float64Array(3 * cells).buffer;
  const codes = new Uint8Array(2 * cells).buffer;
  const places = new Int32Array(cells).buffer;
  const columns = Array.from(weights, (_, place) => {
    const start = place * rows;
    const numbersFrom = (column: number) => new Float64Array(numbers, 8 * (column * cells + start), rows);
    return {
      scores: numbersFrom(0),
      combined: numbersFrom(1),
      coverage: numbersFrom(2),
      kinds: new Uint8Array(codes, start, rows),
      reasons: new Uint8Array(codes, cells + start, rows),
      origins: new Int32Array(places, 4 * start, rows),
    };
  });
  return { rows, weights, columns, withoutSpread: [] };
}

export function columnsAt(state: State, place: number): NodeColumns {
  const columns = state.columns[place];
  if (columns === undefined) throw new RangeError(`the plan has no node at place ${place}`);
  return columns;
}

/** How the score of one node and country came about, or why there is none. */
export function statusAt(plan: Plan, state: State, at: { readonly place: number; readonly row: number }): Status {
  const { kinds, reasons, origins, coverage } = columnsAt(state, at.place);
  const code = reasons[at.row] ?? 0;
  const reason = reasonOf(code) ?? 'not-answered';
  const origin = plan.nodes[origins[at.row] ?? at.place]?.node.id ?? '';
  switch (kinds[at.row]) {
    case KIND.given:
      return { kind: 'given' };
    case KIND.treated:
      return { kind: 'treated', reason };
    case KIND.missing:
      return { kind: 'missing', reason };
    case KIND.blocked:
      return { kind: 'blocked', by: origin, reason: code === NO_SPREAD ? 'no-spread' : reason };
    case KIND.tooLittle:
      return { kind: 'too-little', coverage: coverage[at.row] ?? 0, needed: plan.nodes[at.place]?.coverage ?? 0 };
    case KIND.replaced:
      return { kind: 'replaced', by: origin };
    case KIND.notCombined:
      return { kind: 'not-combined' };
    case KIND.noSpread:
      return { kind: 'no-spread' };
    default:
      return { kind: 'computed' };
  }
}
