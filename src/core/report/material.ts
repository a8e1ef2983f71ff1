/**
 * What a report is made from: everything already loaded and computed, as plain data. Journeys gather it, reports only read.
 * Must never: be fetched, completed or recomputed here.
 */
import type { Coherence } from '../robustness/coherence/coherence.js';
import type { Robustness } from '../robustness/edition/robustness.js';
import type { Framework } from '../scoring/framework.js';
import type { Group } from '../scoring/group.js';
import type { Method } from '../scoring/method.js';
import type { Explanation, Results } from '../scoring/results.js';
import type { Answers } from '../survey/answers.js';
import type { Questionnaire } from '../survey/questionnaire.js';
import type { Words } from '../text/words.js';
import type { DocumentEdition } from './document.js';

export interface Material {
  readonly edition: EditionFacts;
  readonly framework: Framework;
  readonly method: Method;
  readonly questionnaire?: Questionnaire;
  readonly results: Results;
  readonly words: Words;
  readonly nameOf: (country: string) => string;
  /** Answers per country, where the edition has any. */
  readonly answersOf: (country: string) => Answers | undefined;
  readonly explain: (country: string, node: string) => Explanation | undefined;
  /** How the parts of the index hang together; worked out when a report asks for it. */
  readonly coherence: () => Coherence;
  /** How sure its ranks are: the last analysis of just these results; absent where there is none. */
  readonly robustness?: RankStrength;
  /** Addresses within the site; absent in files that stand alone. */
  readonly links?: Links;
}

export interface RankStrength {
  readonly result: Robustness;
  /** An interval of ranks whose ends lie more places apart than this names no place. */
  readonly widest: number;
}

export interface EditionFacts extends DocumentEdition {
  readonly year: number;
  readonly series: string;
  /** How a figure of the level that feeds the engine came about: printed by the source, or computed from answers. */
  readonly kind: 'published' | 'demonstration' | 'collected';
  readonly citation: string;
  readonly address?: string;
  readonly groups: readonly Group[];
  readonly mainGroup: string;
  readonly figures?: PublishedFigures;
  /** Analyses of how sure its ranks are that its method asks for; none where they cannot be put to the test. */
  readonly analyses: readonly string[];
  /** Country → why it has no score although it takes part ("answers not validated by the closing date"). */
  readonly withheld: Readonly<Record<string, string>>;
  /** Other editions of the series and whether they may be compared with this one. */
  readonly others: readonly {
    readonly id: string;
    readonly title: string;
    readonly year: number;
    readonly comparable: boolean;
    readonly score: (country: string) => string | undefined;
  }[];
  /** Publications of an edition that is run here, newest first, up to the one that is reported; none for the others. */
  readonly releases: readonly ReleaseFacts[];
  /** Why the series breaks. */
  readonly breaks: string;
}

export interface ReleaseFacts {
  readonly number: number;
  /** ISO date. */
  readonly date: string;
  /** What was corrected; '' in the first. */
  readonly note: string;
  /** sha-256 of all that was published. */
  readonly hash: string;
}

export interface PublishedFigures {
  readonly precision: string;
  readonly decimals: number;
  /** The figure the source prints for this country (or `group:ID`) and node, above the level that feeds the engine. */
  readonly of: (country: string, node: string) => number | undefined;
  /** Whether the node's own figure is printed by the source and feeds the engine. */
  readonly isGiven: (country: string, node: string) => boolean;
}

export interface Links {
  readonly edition: string;
  readonly country: (code: string) => string;
  readonly explain: (code: string, node: string) => string;
  readonly methodology: string;
  /** How sure the ranks are. */
  readonly robustness: string;
  /** A publication of the edition as a file, by its number. */
  readonly release: (number: number, ending: 'json' | 'csv') => string;
}
