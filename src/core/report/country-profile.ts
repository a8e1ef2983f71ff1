/**
 * The country profile: where a country stands, what lifts it, what holds it back, and how its score comes about, down to
 * the last figure there is.
 * Must never: soften or sharpen what the figures say; a country without a score is told what it lacks.
 */
import { answersSection } from './answers-section.js';
import { arithmeticSection } from './arithmetic-section.js';
import { coverageSection } from './coverage-section.js';
import type { Document } from './document.js';
import { earlierEditions } from './earlier-editions.js';
import { imputedNote } from './imputed.js';
import { keyFigures } from './key-figures.js';
import { liftsSection } from './lifts-section.js';
import type { Material } from './material.js';
import { editionOf } from './overview.js';
import { profileLead, profileTitle } from './profile-findings.js';
import { profileSection } from './profile-section.js';
import { rankSection } from './rank-section.js';
import { rollUpSection } from './roll-up-section.js';
import { allScoresSection } from './score-table.js';
import { readScores } from './scores.js';
import { citation, marksInShort, openingNotes } from './source-note.js';
import { tidyData } from './tidy-data.js';

export function countryProfile(material: Material, country: string): Document {
  const scores = readScores(material);
  return {
    name: `${material.edition.id}-${country}`,
    title: profileTitle(scores, country),
    lead: profileLead(scores, country),
    language: material.words.locale,
    edition: editionOf(material),
    blocks: [
      ...openingNotes(material),
      keyFigures(scores, country),
      ...marksInShort(material),
      ...imputedNote(scores, country),
      ...profileSection(scores, country),
      ...rankSection(scores, country),
      ...liftsSection(scores, country),
      ...arithmeticSection(scores, country),
      ...allScoresSection(scores, country),
      ...answersSection(scores, country),
      ...rollUpSection(scores, country),
      ...coverageSection(scores, country),
      ...earlierEditions(scores, country),
      ...citation(material),
    ],
    data: tidyData(scores, [country], false),
  };
}
