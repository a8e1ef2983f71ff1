/**
 * What a robustness run has found, as text for a terminal: who can be told apart from whom, every rank with its interval, and what
 * varied. Of an edition that is not published, counts alone.
 * Must never: name a country, a score or a rank that is not everybody's.
 */
import type { Material } from '../core/report/material.js';
import { countryCell, scoreCell } from '../core/report/ranking-section.js';
import { intervalCell, officialCell, tierCell } from '../core/report/robustness-cells.js';
import { robustnessLead, robustnessTitle } from '../core/report/robustness-findings.js';
import { analysesWords } from '../core/report/robustness-made.js';
import { byTier } from '../core/report/robustness-ranks.js';
import { intervalIn, type Tested, testedOf } from '../core/report/robustness-tested.js';
import { tableText } from './table-text.js';

interface Kept {
  /** The number the result is kept under. */
  readonly number: number;
  readonly isPublic: boolean;
}

export function robustnessText(material: Material, { number, isPublic }: Kept): string {
  const tested = testedOf(material);
  const kept = `Stored with ${material.edition.id} as result ${number}.\n`;
  if (tested === undefined) return kept;
  if (!isPublic) return `${kept}${countsOf(tested)}`;
  const varied = analysesWords(tested).map((line) => `- ${line}\n`);
  return `${robustnessTitle(tested)}\n${robustnessLead(tested)}\n\n${tableText(ranksOf(tested))}\n${varied.join('')}\n${kept}`;
}

/** How much was looked at, and how much of it had no numbers. */
function countsOf({ result }: Tested): string {
  const lines = result.analyses.map(
    ({ id, runs, failed }) => `- ${id}: ${runs} replications, ${failed} without numbers\n`,
  );
  return `${result.countries.length} countries, ${result.analyses.length} ${result.analyses.length === 1 ? 'analysis' : 'analyses'}:\n${lines.join('')}It is not published, so nothing of it is printed here.\n`;
}

function ranksOf(tested: Tested): Parameters<typeof tableText>[0] {
  const { scores, first } = tested;
  const { words } = scores.material;
  const title = (key: string): string => words.say(`report.robustness.column.${key}`);
  return {
    id: 'ranks',
    caption: words.say('report.robustness.intervals.caption'),
    columns: [
      { title: words.say('report.column.country'), numeric: false },
      { title: words.say('report.column.score'), numeric: true },
      { title: words.say('report.column.rank'), numeric: true },
      { title: title('interval'), numeric: true },
      { title: title('tier'), numeric: true },
    ],
    rows: byTier(tested, first).map((country) => ({
      cells: [
        countryCell(scores, country),
        scoreCell(scores, scores.index, country),
        officialCell(tested, country),
        intervalCell(tested, intervalIn(tested, first, country)),
        tierCell(tested, first, country),
      ],
    })),
  };
}
