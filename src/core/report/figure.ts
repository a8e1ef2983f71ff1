/**
 * A figure as it stands in a table: the source's own where it prints one, else ours, always saying which, with the
 * recomputed value beside a published one that it does not equal.
 * Must never: show a number without provenance.
 */
import type { Provenance } from './document.js';
import type { Material } from './material.js';
import type { Place } from './places.js';
import { decimalsOf, type Mean, type Scores } from './scores.js';
import { whyNoScore } from './why-no-score.js';

export interface Figure {
  /** '' where there is none; `why` then says why. */
  readonly text: string;
  /** Full precision: the published figure where `provenance` says so. */
  readonly value?: number;
  readonly provenance?: Provenance;
  /** "recomputed 0.76" */
  readonly also?: string;
  readonly why?: string;
}

/** The figure of a country at a node. */
export function figureOf(scores: Scores, place: Place, country: string): Figure {
  const { material } = scores;
  const standing = scores.at(place, country);
  const printed = printedBy(material, country, place.id);
  if (standing.score === null) {
    return printed === undefined
      ? { text: '', why: whyNoScore(scores, place, country) }
      : published(material, place, { printed });
  }
  const own = ownFigure(scores, place, { country, printed, score: standing.score });
  if (standing.status.kind !== 'imputed') return own;
  const mark = material.words.say('report.imputed.mark');
  return { ...own, also: own.also === undefined ? mark : `${mark}; ${own.also}` };
}

interface Scored {
  readonly country: string;
  readonly printed: number | undefined;
  readonly score: number;
}

function ownFigure(scores: Scores, place: Place, { country, printed, score }: Scored): Figure {
  const { material } = scores;
  const text = shown(material, place.id, scores.at(place, country).presented);
  if (material.edition.kind !== 'published') return { text, value: score, provenance: 'computed' };
  if (material.edition.figures?.isGiven(country, place.id) === true) {
    return { text, value: score, provenance: 'published' };
  }
  if (printed === undefined) return { text, value: score, provenance: 'recomputed' };
  return published(material, place, { printed, recomputed: score });
}

/** What a figure of ours is called: recomputed where it stands beside figures that somebody else has published. */
export const computedHere = ({ material }: Pick<Scores, 'material'>): 'computed' | 'recomputed' =>
  material.edition.kind === 'published' ? 'recomputed' : 'computed';

interface GroupMean {
  readonly group: string;
  readonly mean: Mean | undefined;
}

/** The mean of a group at a node, beside the one the source prints for it. */
export function meanFigure(material: Material, place: Place, { group, mean }: GroupMean): Figure {
  const printed = printedBy(material, `group:${group}`, place.id);
  if (printed !== undefined) return published(material, place, { printed, recomputed: mean?.value });
  if (mean === undefined) return { text: '', why: material.words.say('report.why.no-member') };
  return {
    text: shown(material, place.id, mean.presented),
    value: mean.value,
    provenance: computedHere({ material }),
  };
}

/** A presented value in the reader's notation. */
export function shown(material: Material, node: string, presented: string): string {
  return presented === '' ? '' : material.words.number(Number(presented), decimalsOf(material, node));
}

function printedBy(material: Material, who: string, node: string): number | undefined {
  return material.edition.kind === 'published' ? material.edition.figures?.of(who, node) : undefined;
}

interface Printed {
  readonly printed: number;
  readonly recomputed?: number | undefined;
}

/** Neither figure is shown finer than the source prints it or the method presents it. */
function published(material: Material, place: Place, { printed, recomputed }: Printed): Figure {
  const { words, edition } = material;
  const decimals = Math.min(edition.figures?.decimals ?? Number.POSITIVE_INFINITY, decimalsOf(material, place.id));
  const text = words.number(printed, decimals);
  const figure = { text, value: printed, provenance: 'published' } as const;
  if (recomputed === undefined || words.number(recomputed, decimals) === text) return figure;
  return { ...figure, also: words.say('report.recomputed', { value: words.number(recomputed, decimals) }) };
}
