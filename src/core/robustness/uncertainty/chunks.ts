/**
 * A long run in stretches, the same ones whoever takes them: what is summed up within one, and the sums then in their order, has
 * the same last digits for any number of workers.
 * Must never: hang on how many there are to do the work.
 */

/** Replications, or whatever else is counted, from `from` up to, and without, `to`. */
export interface Chunk {
  readonly from: number;
  readonly to: number;
}

/** Replications whose scores are summed up before the sums are. Another number gives other last digits. */
export const CHUNK = 128;

/** Stretches of one size in their order; the last may be shorter. */
export function chunksOf(count: number, size: number): readonly Chunk[] {
  return Array.from({ length: Math.ceil(count / size) }, (_, at) => ({
    from: at * size,
    to: Math.min(count, (at + 1) * size),
  }));
}
