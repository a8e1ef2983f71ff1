/**
 * A published edition as its snapshot has it: the workings are computed again from the frozen answers, so that every figure can be
 * explained, and must give the frozen figures. Where they do not, the frozen figures stand, and the operator is told.
 * Must never: show a figure that was not published.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Computation } from '../../core/scoring/compute-index.js';
import type { Results } from '../../core/scoring/results.js';
import type { KeptRelease } from './releases.js';

export function holdFrozen(computation: Computation, { snapshot, hash, number }: KeptRelease): Computation {
  const frozen = snapshot.results;
  // As JSON both, since that is how the frozen ones were kept.
  if (isDeepStrictEqual(JSON.parse(JSON.stringify(computation.results)), frozen)) return computation;
  const { edition, engine } = snapshot;
  tellOperator({
    msg: 'the frozen figures of a publication are not what is computed now',
    edition: edition.id,
    number,
    hash,
    engine,
  });
  return { ...computation, results: frozen, state: withFrozenScores(computation, frozen) };
}

/** Explanations read the state: there too the published scores stand. */
function withFrozenScores({ plan, state }: Computation, { nodes }: Results): Computation['state'] {
  const frozen = new Map(nodes.map((node) => [plan.placeOf.get(node.id), node]));
  const columns = state.columns.map((column, place) => {
    const node = frozen.get(place);
    if (node === undefined) return column;
    return { ...column, scores: Float64Array.from(node.score, (score) => score ?? Number.NaN) };
  });
  return { ...state, columns };
}

/** As the log of requests writes its errors. */
function tellOperator(line: Readonly<Record<string, string | number>>): void {
  process.stderr.write(`${JSON.stringify({ level: 50, ...line })}\n`);
}
