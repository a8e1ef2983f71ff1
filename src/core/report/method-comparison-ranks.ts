/**
 * Every country's rank under every method: as a chart of how far ranks reach, and as a table with scores and moves.
 * Must never: order the countries by anything but the official ranking.
 */
import type { MovesChart } from './chart.js';
import type { Block, Cell, Table, TableColumn } from './document.js';
import { computedHere } from './figure.js';
import { methodsLead, movesTitle } from './method-comparison-findings.js';
import {
  inOfficialOrder,
  moveCell,
  publishedRanks,
  rankCell,
  type Sides,
  sideName,
  variantCell,
} from './method-comparison-sides.js';
import { rankMark } from './rank-words.js';
import { countryCell, scoreCell } from './ranking-section.js';
import { marksInShort, sourceLine } from './source-note.js';

export function ranksSection(sides: Sides): readonly Block[] {
  const { words } = sides.material;
  return [
    { kind: 'heading', level: 2, id: 'moves', text: movesTitle(sides) },
    { kind: 'paragraph', tone: 'measure', text: measureOf(sides) },
    { kind: 'chart', chart: movesChart(sides) },
    sourceLine(sides.material),
    { kind: 'table', twinOf: 'moves', table: chartTwin(sides) },
    { kind: 'heading', level: 2, id: 'scores', text: words.say('report.methods.scores.heading') },
    { kind: 'paragraph', tone: 'measure', text: words.say(`report.methods.scores.measure-${computedHere(sides)}`) },
    { kind: 'table', table: scoresTable(sides) },
    ...marksInShort(sides.material),
  ];
}

const measureOf = ({ material: { words }, variants }: Sides): string =>
  words.say('report.methods.moves.measure', { variants: variants.length });

function movesChart(sides: Sides): MovesChart {
  const { words, nameOf, links } = sides.material;
  const index = sides.scores.index;
  const ranksOf = (country: string): readonly (number | null)[] =>
    sides.variants.map(({ scores }) => scores.at(scores.index, country).rank);
  const official = (country: string): number | null => sides.scores.at(index, country).rank;
  // Who has no rank under any method stands in the tables, with the reason.
  const countries = inOfficialOrder(sides).filter((one) =>
    [official(one), ...ranksOf(one)].some((rank) => rank !== null),
  );
  return {
    kind: 'moves',
    id: 'moves',
    title: movesTitle(sides),
    subtitle: measureOf(sides),
    description: methodsLead(sides),
    axis: { from: 1, to: Math.max(2, countries.length), decimals: 0 },
    official: words.say('report.methods.official'),
    ring: words.say('report.methods.ring'),
    variants: sides.variants.map(({ key, variant }) => ({ key, label: variant.title })),
    rows: countries.map((country) => {
      const row = sides.comparison.countries.indexOf(country);
      return {
        rank: rankMark(words, sides.scores.at(index, country)) || '–',
        label: nameOf(country),
        ...(links === undefined ? {} : { href: links.country(country) }),
        official: official(country),
        ranks: ranksOf(country),
        shown: sides.variants.map(({ variant }) => moveCell(sides, variant.moves[row] ?? null).text || '–'),
      };
    }),
  };
}

/** What the chart shows, and no more: ranks. */
function chartTwin(sides: Sides): Table {
  const { words } = sides.material;
  return {
    id: 'moves-table',
    caption: words.say('report.methods.moves.caption'),
    columns: [
      { title: words.say('report.column.country'), numeric: false },
      { title: words.say('report.methods.official'), numeric: true },
      ...sides.variants.map((side) => ({ title: sideName(sides, side), numeric: true })),
    ],
    rows: inOfficialOrder(sides).map((country) => ({
      cells: [
        countryCell(sides.scores, country),
        rankCell(sides.scores, country),
        ...sides.variants.map(({ scores }) => rankCell(scores, country)),
      ],
    })),
  };
}

function scoresTable(sides: Sides): Table {
  const { words } = sides.material;
  const published = publishedRanks(sides);
  const official = words.say('report.methods.official-group');
  return {
    id: 'methods-table',
    caption: words.say('report.methods.scores.caption'),
    columns: [
      { title: words.say('report.column.country'), numeric: false },
      { title: words.say('report.column.score'), numeric: true, group: official },
      ...(published === undefined
        ? [{ title: words.say('report.column.rank'), numeric: true, group: official }]
        : [
            { title: words.say('report.methods.rank.published'), numeric: true, group: official },
            { title: words.say('report.methods.rank.recomputed'), numeric: true, group: official },
          ]),
      ...sides.variants.flatMap((side): readonly TableColumn[] => {
        const group = sideName(sides, side);
        return [
          { title: words.say('report.column.score'), numeric: true, group, minor: true },
          { title: words.say('report.column.rank'), numeric: true, group },
          { title: words.say('report.methods.move'), numeric: true, group },
        ];
      }),
    ],
    rows: inOfficialOrder(sides).map((country) => ({ cells: scoresRow(sides, country, published) })),
  };
}

function scoresRow(sides: Sides, country: string, published: ReadonlyMap<string, number> | undefined): readonly Cell[] {
  const row = sides.comparison.countries.indexOf(country);
  return [
    countryCell(sides.scores, country),
    scoreCell(sides.scores, sides.scores.index, country),
    ...(published === undefined
      ? [rankCell(sides.scores, country)]
      : [publishedCell(sides, country, published), recomputedCell(sides, country)]),
    ...sides.variants.flatMap((side): readonly Cell[] => {
      const move = moveCell(sides, side.variant.moves[row] ?? null);
      return [variantCell(sides, side, country), rankCell(side.scores, country), { ...move, strong: move.value !== 0 }];
    }),
  ];
}

function publishedCell({ material, scores }: Sides, country: string, published: ReadonlyMap<string, number>): Cell {
  const rank = published.get(country);
  if (rank === undefined) return rankCell(scores, country);
  const tied = [...published.values()].filter((other) => other === rank).length > 1;
  return { text: rankMark(material.words, { rank, tied }), value: rank, provenance: 'published' };
}

function recomputedCell(sides: Sides, country: string): Cell {
  const cell = rankCell(sides.scores, country);
  return cell.text === '' ? cell : { ...cell, provenance: computedHere(sides) };
}
