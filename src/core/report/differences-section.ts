/**
 * The differences, score by score: every pair for two or three countries, each against the first for more.
 * Must never: subtract rounded figures.
 */
import { comparedPlaces, rowLook } from './comparison-section.js';
import type { Block, Cell, TableRow } from './document.js';
import type { Place } from './places.js';
import { labelOf } from './profile-section.js';
import { decimalsOf, type Scores } from './scores.js';
import { whyNoScore } from './why-no-score.js';

type Pair = readonly [from: string, to: string];

const ALL_PAIRS_UP_TO = 3;

export function differencesSection(scores: Scores, countries: readonly string[]): readonly Block[] {
  const { words, nameOf } = scores.material;
  const pairs = pairsOf(countries);
  return [
    { kind: 'heading', level: 2, id: 'differences', text: words.say('report.differences.heading') },
    {
      kind: 'table',
      table: {
        id: 'differences-table',
        caption: words.say('report.differences.caption'),
        columns: [
          { title: words.say('report.column.node'), numeric: false },
          ...pairs.map(([from, to]) => ({
            title: words.say('report.differences.pair', { from: nameOf(from), to: nameOf(to) }),
            numeric: true,
          })),
        ],
        rows: comparedPlaces(scores).map(
          (place): TableRow => ({
            ...rowLook(place),
            cells: [
              { text: labelOf(place), ...(place.depth === 1 ? { hue: place.hue } : {}) },
              ...pairs.map((pair) => differenceCell(scores, place, pair)),
            ],
          }),
        ),
      },
    },
  ];
}

/** Each later country against each earlier one: "France − Korea". */
function pairsOf(countries: readonly string[]): readonly Pair[] {
  const firsts = countries.length <= ALL_PAIRS_UP_TO ? countries : countries.slice(0, 1);
  return firsts.flatMap((to, i) => countries.slice(i + 1).map((from): Pair => [from, to]));
}

function differenceCell(scores: Scores, place: Place, [from, to]: Pair): Cell {
  const [a, b] = [scores.at(place, from).score, scores.at(place, to).score];
  if (a === null || b === null) return { text: '', why: whyNoScore(scores, place, a === null ? from : to) };
  return { text: scores.material.words.signed(a - b, decimalsOf(scores.material, place.id)), value: a - b };
}
