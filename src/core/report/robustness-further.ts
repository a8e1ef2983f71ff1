/**
 * The further analyses of an edition: other assumptions varied, each with what it finds and the intervals it gives.
 * Must never: let an interval of another analysis stand for that beside the ranks.
 */
import type { Analysis } from '../robustness/edition/robustness.js';
import type { Block } from './document.js';
import { computedHere } from './figure.js';
import { indicesSection } from './robustness-indices.js';
import { analysisName, variedWords } from './robustness-inputs.js';
import { intervalsTable, reachTitle } from './robustness-ranks.js';
import type { Tested } from './robustness-tested.js';
import { sourceLine } from './source-note.js';

export function furtherSections(tested: Tested): readonly Block[] {
  return tested.result.analyses.slice(1).flatMap((analysis, at) => sectionOf(tested, analysis, at + 2));
}

function sectionOf(tested: Tested, analysis: Analysis, number: number): readonly Block[] {
  const { words } = tested.scores.material;
  const name = analysisName(tested, analysis);
  const varied = variedWords(tested, analysis);
  const caption = words.say('report.robustness.further.caption', { name });
  const table = intervalsTable(tested, analysis, { id: `analysis-${number}-table`, caption });
  return [
    {
      kind: 'heading',
      level: 2,
      id: `analysis-${number}`,
      text: words.say('report.robustness.further.title', { name, finding: reachTitle(tested, analysis) }),
    },
    {
      kind: 'paragraph',
      tone: 'measure',
      text: words.say('report.robustness.further.measure', {
        runs: words.number(analysis.runs - analysis.failed, 0),
        failed: analysis.failed,
        varied,
        kind: computedHere(tested.scores),
      }),
    },
    // The intervals beside the ranks are those of the first analysis; these are there for who looks for them.
    { kind: 'table', table, fold: words.say('report.robustness.fold', { caption, count: table.rows.length }) },
    sourceLine(tested.scores.material),
    ...indicesSection(tested, analysis, `analysis-${number}-`),
  ];
}
