/**
 * How likely an answer is another than it is, by what is known of it.
 * Must never: be guessed; the method of an edition states it.
 */

/** Probabilities from 0 up to, and without, 1; where several hold, the highest. */
export interface DoubtShares {
  /** The country is fairly sure, or guesses. */
  readonly fairly: number;
  readonly guess: number;
  /** The submission was returned to its country and has not come back. */
  readonly returned: number;
  /** The secretariat adjusted the answer: what the country said is the alternative. */
  readonly adjusted: number;
}
