/**
 * All scores of a country in one table: figure with its mark, rank, mean, difference, weight and what it adds to the index.
 * Must never: leave a node out because the country does badly or well there.
 */

import { type Adding, addingCells, addingColumns, notAdditive } from './adding-cells.js';
import { rowLook } from './comparison-section.js';
import { contributionKind } from './contribution-kind.js';
import type { Block, Cell, TableRow } from './document.js';
import { meanLabel } from './mean-words.js';
import type { Place } from './places.js';
import { differenceCell, labelOf, meanCell } from './profile-section.js';
import { isMoved } from './rank-strength-cells.js';
import { rankMark } from './rank-words.js';
import { scoreCell } from './ranking-section.js';
import type { Scores } from './scores.js';
import { sourceLine } from './source-note.js';
import { intervalOf, intervalText } from './strength.js';
import { whyNoScore } from './why-no-score.js';

export function allScoresSection(scores: Scores, country: string): readonly Block[] {
  const { material } = scores;
  const { words } = material;
  const listed = listedPlaces(scores);
  const adding: Adding = { country, kind: contributionKind(scores, country) };
  const precision = material.edition.figures?.precision ?? '';
  const name = { country: material.nameOf(country), edition: material.edition.title };
  return [
    { kind: 'heading', level: 2, id: 'scores', text: words.say('report.scores.heading') },
    {
      kind: 'paragraph',
      tone: 'measure',
      text: words.say(`report.scores.measure-${material.edition.kind}`, { precision }),
    },
    {
      kind: 'table',
      table: {
        id: 'scores-table',
        caption: words.say('report.scores.caption', name),
        columns: [
          { title: words.say('report.column.node'), numeric: false },
          { title: name.country, numeric: true },
          { title: rankTitle(scores, listed), numeric: true },
          { title: meanLabel(material), numeric: true },
          { title: words.say('report.column.difference'), numeric: true },
          ...addingColumns(scores, adding),
        ],
        rows: listed.map((place) => scoreRow(scores, place, adding)),
      },
    },
    ...notAdditive(scores, adding),
    sourceLine(material),
  ];
}

/** Everything above the indicators that some country has a score for, and the indicators where nothing lies above them. */
function listedPlaces(scores: Scores): readonly Place[] {
  const main = scores.main[0]?.depth ?? 0;
  return scores.places.filter(
    (place) =>
      place.depth <= main ||
      (place.children.length > 0 && scores.countries.some((country) => scores.at(place, country).score !== null)),
  );
}

/** "Rank of 40", or "Rank" alone where more countries have a score at some nodes than at others. */
function rankTitle(scores: Scores, places: readonly Place[]): string {
  const { words } = scores.material;
  const counts = new Set(places.map((place) => scores.ranked(place).length));
  const [count = 0] = counts;
  const title = counts.size === 1 ? words.say('report.column.rank-of', { count }) : words.say('report.column.rank');
  return scores.material.robustness === undefined ? title : words.say('report.sure.with-interval', { title });
}

function scoreRow(scores: Scores, place: Place, adding: Adding): TableRow {
  const { country } = adding;
  return {
    ...rowLook(place),
    cells: [
      { text: labelOf(place), ...(place.depth === 1 ? { hue: place.hue } : {}) },
      scoreCell(scores, place, country),
      rankCell(scores, place, country),
      meanCell(scores, place),
      differenceCell(scores, place, country),
      ...addingCells(scores, place, adding),
    ],
  };
}

function rankCell(scores: Scores, place: Place, country: string): Cell {
  const { material } = scores;
  const standing = scores.at(place, country);
  if (standing.rank === null) return { text: '', why: whyNoScore(scores, place, country) };
  const interval = isMoved(material, place) ? intervalOf(material, country, place.id) : undefined;
  const moves = interval !== undefined && (interval.low !== standing.rank || interval.high !== standing.rank);
  return {
    text: rankMark(material.words, standing),
    value: standing.rank,
    ...(moves ? { also: intervalText(material.words, interval) } : {}),
  };
}
