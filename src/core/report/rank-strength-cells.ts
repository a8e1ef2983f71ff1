/**
 * Rank interval and tier of a country beside its rank: as cells of a table, and as a note under a figure. None at all where
 * nothing was analysed.
 * Must never: leave a cell empty without its reason, or call a rank sure that the analysis leaves as it is by design.
 */
import type { Cell, TableColumn } from './document.js';
import type { Material } from './material.js';
import type { Place } from './places.js';
import type { Scores } from './scores.js';
import { firstAnalysis, intervalOf, intervalText, tierOf } from './strength.js';

export function strengthColumns(material: Material): readonly TableColumn[] {
  if (firstAnalysis(material) === undefined) return [];
  return [
    { title: material.words.say('report.sure.column'), numeric: true },
    { title: material.words.say('report.sure.tier'), numeric: true },
  ];
}

export function strengthCells(scores: Scores, country: string): readonly Cell[] {
  if (firstAnalysis(scores.material) === undefined) return [];
  return [intervalCell(scores, country), tierCell(scores, country)];
}

export function intervalCell({ material }: Scores, country: string): Cell {
  const interval = intervalOf(material, country);
  if (interval === undefined) return never(material);
  return { text: intervalText(material.words, interval) };
}

function tierCell({ material }: Scores, country: string): Cell {
  const tier = tierOf(material, country);
  return tier === undefined ? never(material) : { text: material.words.number(tier, 0), value: tier };
}

/** "rank interval 2–5, tier 2"; below the index without a tier, and only where the analysis moves ranks at all. */
export function strengthNote({ material, index }: Scores, place: Place, country: string): string | undefined {
  const interval = intervalOf(material, country, place.id);
  if (interval === undefined || !isMoved(material, place)) return undefined;
  const tier = place === index ? tierOf(material, country) : undefined;
  return material.words.say('report.sure.note', {
    interval: intervalText(material.words, interval),
    tier: tier ?? 0,
  });
}

/** Whether the analysis moves the rank of any country here; under pillar weights, those of the pillars stay. */
export function isMoved(material: Material, { id }: Place): boolean {
  if (id === material.framework.index.id) return true;
  return material.results.countries.some((country) => {
    const interval = intervalOf(material, country, id);
    return interval !== undefined && interval.low < interval.high;
  });
}

const never = ({ words }: Material): Cell => ({ text: '', why: words.say('report.sure.never') });
