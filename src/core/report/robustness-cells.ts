/**
 * Figures of an analysis as cells of its tables: intervals, medians, tiers, and the official rank beside them.
 * Must never: leave a cell empty without its reason.
 */
import type { Analysis, Spread } from '../robustness/edition/robustness.js';
import type { Cell } from './document.js';
import { officialRank, type Tested } from './robustness-tested.js';
import { decimalsOf, isRescaled, type Scores } from './scores.js';
import { intervalText, type RankInterval, tierIn } from './strength.js';

export const never = ({ scores: { material } }: Tested): Cell => ({
  text: '',
  why: material.words.say('report.robustness.why.never'),
});

export function intervalCell(tested: Tested, interval: RankInterval | undefined): Cell {
  const { words } = tested.scores.material;
  return interval === undefined ? never(tested) : { text: intervalText(words, interval), strong: true };
}

/** A rank between two is shown with one decimal. */
export function medianCell(tested: Tested, { median }: Spread): Cell {
  if (median === null) return never(tested);
  const { words } = tested.scores.material;
  const text = words.number(median, Number.isInteger(median) ? 0 : 1);
  return { text, value: median };
}

/** "0.61 to 0.74", on the scale scores are computed on. */
export function scoreRangeCell(tested: Tested, { p05, p95 }: Spread): Cell {
  if (p05 === null || p95 === null) return never(tested);
  const { words } = tested.scores.material;
  const decimals = decimalsIn(tested.scores);
  const text = words.say('report.robustness.range', {
    from: words.number(p05, decimals),
    to: words.number(p95, decimals),
  });
  return { text };
}

export function tierCell(tested: Tested, analysis: Analysis, country: string): Cell {
  const tier = tierIn(analysis, country);
  if (tier === undefined) return never(tested);
  return { text: tested.scores.material.words.number(tier, 0), value: tier };
}

export function officialCell(tested: Tested, country: string): Cell {
  const { mark, rank: value } = officialRank(tested, country);
  const { words } = tested.scores.material;
  return value === null ? { text: '', why: words.say('report.robustness.why.unranked') } : { text: mark, value };
}

/** Of scores of the index, on the scale they are computed on. */
const decimalsIn = ({ material, index: { id } }: Scores): number =>
  isRescaled(material, id) ? 3 : decimalsOf(material, id);
