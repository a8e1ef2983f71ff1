/**
 * What a publication freezes, as canonical JSON: which edition and definition, whose answers as assessed, and every figure the
 * engine made of them, so that a reading years later needs no computing.
 * Must never: hold an answer of a country that is withheld or excluded, or anything that is not public from then on.
 */
import type { Results } from '../../core/scoring/results.js';
import type { Answers } from '../../core/survey/answers.js';
import type { EditionFactsSet, EditionGroup } from '../../core/workflow/change.js';
import type { Calendar } from '../../core/workflow/statuses.js';

export interface ReleaseSnapshot {
  readonly edition: EditionFactsSet & { readonly id: string };
  readonly publication: { readonly number: number; readonly at: string; readonly note: string };
  readonly definition: { readonly id: string; readonly hash: string };
  readonly engine: string;
  readonly countries: readonly string[];
  readonly groups: readonly EditionGroup[];
  readonly mainGroup: string;
  readonly calendar: Calendar;
  /** Country → why its answers do not count, where it is not excluded. */
  readonly withheld: Readonly<Record<string, string>>;
  /** Country → the reason the secretariat gave. */
  readonly excluded: Readonly<Record<string, string>>;
  /** Country → its answers with the secretariat's adjustments laid over. */
  readonly answers: Readonly<Record<string, Answers>>;
  readonly results: Results;
  /** The robustness result that stood beside these ranks, by its number and hash; absent where none did. */
  readonly robustness?: { readonly number: number; readonly hash: string };
}

/** The snapshots are written here alone and protected by their hash, so what is read is what was written. */
export const readSnapshot = (text: string): ReleaseSnapshot => JSON.parse(text) as ReleaseSnapshot;
