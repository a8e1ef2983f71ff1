/**
 * Two to eight countries side by side: who leads where, how far they are apart, and which answers make the difference.
 * Must never: name a leader where two stand level.
 */
import { answerDifferences } from './answer-differences.js';
import { comparisonLead, comparisonTitle } from './comparison-findings.js';
import { comparisonSection } from './comparison-section.js';
import { differencesSection } from './differences-section.js';
import type { Document } from './document.js';
import { absentCountries } from './edition-notes.js';
import { imputedNotes } from './imputed.js';
import { leadersSection } from './leaders-section.js';
import type { Material } from './material.js';
import { orderSection } from './order-section.js';
import { editionOf } from './overview.js';
import { readScores } from './scores.js';
import { citation, marksNote, openingNotes } from './source-note.js';
import { tidyData } from './tidy-data.js';

/** @param countries codes of the edition, each once, in the order wanted. */
export function comparison(material: Material, countries: readonly string[]): Document {
  const scores = readScores(material);
  return {
    name: `${material.edition.id}-${countries.join('-')}`,
    title: comparisonTitle(scores, countries),
    lead: comparisonLead(scores, countries),
    language: material.words.locale,
    edition: editionOf(material),
    blocks: [
      ...openingNotes(material),
      ...comparisonSection(scores, countries),
      ...marksNote(material),
      ...imputedNotes(scores, countries),
      ...orderSection(scores, countries),
      ...differencesSection(scores, countries),
      ...leadersSection(scores, countries),
      ...answerDifferences(scores, countries),
      ...absentCountries(scores, countries),
      ...citation(material),
    ],
    data: tidyData(scores, countries, false),
  };
}
