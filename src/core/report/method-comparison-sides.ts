/**
 * What a comparison of methods is written from: the official result and every variant, each readable like any other result.
 * Must never: rank or score anew; a figure of a variant is never called published.
 */
import type { ComparedVariant, MethodComparison } from '../robustness/method-variants/compare-methods.js';
import { rank } from '../statistics/rank.js';
import type { Cell } from './document.js';
import { computedHere, shown } from './figure.js';
import type { Material } from './material.js';
import { rankMark } from './rank-words.js';
import { readScores, type Scores } from './scores.js';
import { whyNoScore } from './why-no-score.js';

export interface Sides {
  readonly material: Material;
  readonly comparison: MethodComparison;
  /** Official. */
  readonly scores: Scores;
  readonly variants: readonly Side[];
}

export interface Side {
  /** `A`, `B` … where there are several, to name it by in narrow places; '' for the only one. */
  readonly key: string;
  readonly variant: ComparedVariant;
  readonly scores: Scores;
}

export function sidesOf(material: Material, comparison: MethodComparison): Sides {
  const { framework, variants } = comparison;
  return {
    material,
    comparison,
    scores: readScores(material),
    variants: variants.map((variant, at) => ({
      key: variants.length === 1 ? '' : String.fromCharCode(65 + (at % 26)),
      variant,
      scores: readScores({ ...material, framework, method: variant.method, results: variant.results }),
    })),
  };
}

/** "B: z-scores of the indicators" */
export const sideName = ({ material: { words } }: Sides, { key, variant }: Side): string =>
  key === '' ? variant.title : words.say('report.methods.keyed', { key, title: variant.title });

/** Countries in the order of the official ranking, then those without an official rank, by code. */
export function inOfficialOrder({ scores, comparison }: Sides): readonly string[] {
  const ranked = scores.ranked(scores.index);
  return [...ranked, ...comparison.countries.filter((country) => !ranked.includes(country))];
}

/** The index of a country under a variant. */
export function variantCell(sides: Sides, { scores }: Side, country: string): Cell {
  const { score, presented } = scores.at(scores.index, country);
  if (score === null) return { text: '', why: whyNoScore(scores, scores.index, country) };
  return { text: shown(scores.material, scores.index.id, presented), value: score, provenance: computedHere(sides) };
}

export function rankCell(scores: Scores, country: string): Cell {
  const standing = scores.at(scores.index, country);
  if (standing.rank === null) return { text: '', why: whyNoScore(scores, scores.index, country) };
  return { text: rankMark(scores.material.words, standing), value: standing.rank };
}

/** A move in ranks: `+3` is three places up. */
export function moveCell({ material: { words } }: Sides, move: number | null): Cell {
  if (move === null) return { text: '', why: words.say('report.methods.why.one-side') };
  return { text: words.signed(move, wholeOrHalf(move)), value: move };
}

/** Ranks that ties share as their mean may end in a half. */
export const wholeOrHalf = (value: number): number => (Number.isInteger(value) ? 0 : 1);

/** By country, from the figures the source prints for the index; undefined where it does not print them for all who have a rank. */
export function publishedRanks({ material, scores }: Sides): ReadonlyMap<string, number> | undefined {
  const { figures, kind } = material.edition;
  const countries = scores.ranked(scores.index);
  const printed = countries.flatMap((country) => figures?.of(country, scores.index.id) ?? []);
  if (kind !== 'published' || printed.length < countries.length || printed.length === 0) return undefined;
  const { ties, tolerance } = material.method.ranking;
  const ranks = rank(printed, ties, tolerance);
  return new Map(countries.map((country, at) => [country, ranks[at] ?? 0]));
}
