/**
 * How closely the pillars move together over the countries of the edition (Pearson), as the Handbook asks a report to say.
 * Must never: correlate over a country that lacks one of the two scores.
 */
import { correlation } from '../statistics/correlation.js';
import type { Block, Cell } from './document.js';
import { nameOf, type Place } from './places.js';
import type { Scores } from './scores.js';

/** Fewer pairs than this say nothing. */
const FEWEST = 3;
const DECIMALS = 2;

export function correlationsSection(scores: Scores): readonly Block[] {
  const { words } = scores.material;
  if (scores.pillars.length < 2) return [];
  const complete = scores.countries.filter((country) =>
    scores.pillars.every((p) => scores.at(p, country).score !== null),
  );
  if (complete.length < FEWEST) return [];
  const details = { count: complete.length };
  return [
    { kind: 'heading', level: 2, id: 'correlations', text: words.say('report.correlations.heading') },
    { kind: 'paragraph', tone: 'measure', text: words.say('report.correlations.measure', details) },
    {
      kind: 'table',
      table: {
        id: 'correlations-table',
        caption: words.say('report.correlations.caption'),
        columns: [
          { title: words.say('report.column.node-name'), numeric: false },
          ...scores.pillars.map((pillar) => ({ title: nameOf(pillar), numeric: true, hue: pillar.hue })),
        ],
        rows: scores.pillars.map((row) => ({
          cells: [
            { text: nameOf(row), hue: row.hue },
            ...scores.pillars.map((column) => correlationCell(scores, [row, column], complete)),
          ],
        })),
      },
    },
  ];
}

function correlationCell(scores: Scores, [row, column]: readonly [Place, Place], countries: readonly string[]): Cell {
  const { words } = scores.material;
  const series = (place: Place): readonly number[] => countries.map((country) => scores.at(place, country).score ?? 0);
  const value = row === column ? 1 : correlation(series(row), series(column));
  if (Number.isNaN(value)) return { text: '', why: words.say('report.reason.no-spread') };
  return { text: words.number(value, DECIMALS), value };
}
