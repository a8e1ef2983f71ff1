/**
 * What the library hands out once everything on disk was read and found sound: definitions, editions, countries, groups.
 * Loaded once at start; refuses to start on faults.
 * Must never: know a request, hold running state.
 */
import type { RunSettings } from '../core/robustness/edition/asked.js';
import type { DoubtShares } from '../core/robustness/scenarios/doubt-shares.js';
import type { Framework } from '../core/scoring/framework.js';
import type { Group } from '../core/scoring/group.js';
import type { Method } from '../core/scoring/method.js';
import type { Questionnaire } from '../core/survey/questionnaire.js';
import type { EditionStatus } from '../core/workflow/statuses.js';

export interface Library {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly editions: ReadonlyMap<string, Edition>;
  readonly countries: Countries;
}

export interface Definition {
  readonly id: string;
  /** Absent where the questions are not ours to give. */
  readonly questionnaire?: Questionnaire;
  readonly framework: Framework;
  readonly method: Method;
  /** How its ranks are put to the test; what is usual where the method says nothing. */
  readonly robustness: RobustnessPlan;
  /** sha-256 over the definition's files, by name, NOTES.md left out. */
  readonly hash: string;
  /** The files as they were read, by name: what an edition freezes. */
  readonly files: Readonly<Record<string, string>>;
}

/** The section `robustness` of method.yaml. */
export interface RobustnessPlan extends RunSettings {
  /** An interval of ranks whose ends lie more places apart than this names no place ("among the first five", not "third"). */
  readonly widest: number;
  /** Probability that an answer is another than it is, by what is known of it. */
  readonly doubt: DoubtShares;
  readonly analyses: readonly PlannedAnalysis[];
}

export interface PlannedAnalysis {
  readonly id: string;
  /** As behind --vary; `doubt` for answers in doubt by `DoubtShares`. */
  readonly vary: readonly string[];
}

/** A level of fault: errors stop a definition, warnings do not. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly level: 'error' | 'warning';
  readonly message: string;
}

/** One round of an index: whose answers or figures, in what state, comparable with which. */
export interface Edition {
  readonly id: string;
  readonly title: string;
  /** Short name of the index the edition belongs to: "OURdata". */
  readonly series: string;
  readonly year: number;
  readonly definition: Definition;
  /** `published`: figures of a source; `demonstration`: invented answers, open to everybody; `collected`: run here. */
  readonly kind: 'published' | 'demonstration' | 'collected';
  /** ISO date of publication (or of the demonstration's making; of the last change while an edition is being collected). */
  readonly date: string;
  readonly countries: readonly string[];
  /** Country → why it has no score although it takes part: all its answers count as withheld. */
  readonly withheld: Readonly<Record<string, string>>;
  readonly groups: readonly Group[];
  /** The group whose mean stands in charts and sentences. */
  readonly mainGroup: string;
  /** Editions of one class may be compared over time; others never as one trend, and `breaks` says why. */
  readonly comparability: { readonly class: string; readonly breaks: string };
  /** Figures of the source, where the edition has any. */
  readonly figures?: Figures;
  readonly source: string;
  /** Citation of the source in full, and its address. */
  readonly citation: string;
  readonly address?: string;
  /** "All answers and countries here are invented." */
  readonly notice?: string;
  /** Ids of the analyses of its definition that are made of it, the one whose intervals stand beside the ranks first. */
  readonly analyses: readonly string[];
  /** Where an edition stands that is run here. */
  readonly run?: Run;
}

interface Run {
  readonly status: EditionStatus;
  /** Of the edition itself, which its settings are based on. */
  readonly revision: number;
  /** ISO instant until which countries may answer. */
  readonly closes?: string;
  readonly invented: boolean;
  /**
   * Which results: none (`settings`: the edition as countries answer it and the secretariat runs it), those that still move, what
   * would be published now, or a publication.
   */
  readonly shows: 'settings' | 'provisional' | 'candidate' | Release;
}

/** A publication: its results are frozen, and the hash identifies them. */
export interface Release {
  readonly number: number;
  /** ISO instant. */
  readonly at: string;
  /** What was corrected; '' in the first. */
  readonly note: string;
  readonly hash: string;
}

export interface Figures {
  /** Node scores of the level at which published figures enter: these feed the engine. */
  readonly given: readonly GivenFigure[];
  /** Published figures above it, kept beside the recomputed ones; they never feed the roll-up. */
  readonly published: readonly GivenFigure[];
  /** Published means of groups. */
  readonly publishedGroups: readonly { readonly group: string; readonly node: string; readonly value: number }[];
  /** How exactly the source states them, in words: "two decimals". */
  readonly precision: string;
  /** Decimals the source prints. */
  readonly decimals: number;
}

export interface GivenFigure {
  readonly country: string;
  readonly node: string;
  readonly value: number;
}

export interface Countries {
  /** ISO 3166-1 alpha-3, or a user-assigned code XAA–XZZ. */
  readonly isKnown: (code: string) => boolean;
  readonly nameOf: (code: string) => string;
}
