/**
 * The countries side by side, one panel each, and the same figures as a table.
 * Must never: order the countries otherwise than asked.
 */
import { axisOf } from './axis.js';
import type { ComparisonChart } from './chart.js';
import { bestAt, widestGaps } from './comparison-findings.js';
import type { Block, Table, TableRow } from './document.js';
import { figureOf } from './figure.js';
import { mainGroup, meanLabel } from './mean-words.js';
import { codeOf, inSentence, nameOf, type Place } from './places.js';
import { labelOf, meanCell } from './profile-section.js';
import { strengthCells, strengthColumns, strengthNote } from './rank-strength-cells.js';
import { rankPhrase } from './rank-words.js';
import { scoreCell } from './ranking-section.js';
import { scaleWords } from './scale-words.js';
import type { Scores } from './scores.js';
import { sourceLine } from './source-note.js';
import { whyNoScore } from './why-no-score.js';

const NAMED = 3;

export function comparisonSection(scores: Scores, countries: readonly string[]): readonly Block[] {
  return [
    { kind: 'heading', level: 2, id: 'comparison', text: titleOf(scores, countries) },
    { kind: 'paragraph', tone: 'measure', text: measureOf(scores, countries) },
    { kind: 'chart', chart: comparisonChart(scores, countries) },
    sourceLine(scores.material),
    { kind: 'table', twinOf: 'comparison', table: scoresTable(scores, countries) },
  ];
}

/** Index, pillars and sub-pillars. */
export const comparedPlaces = (scores: Scores): readonly Place[] =>
  scores.places.filter((place) => place.depth <= (scores.main[0]?.depth ?? 0));

function titleOf(scores: Scores, countries: readonly string[]): string {
  const { words } = scores.material;
  const gaps = widestGaps(scores, countries).slice(0, NAMED);
  if (gaps.length === 0) return words.say('report.comparison.chart.level');
  const nodes = words.list(gaps.map(({ place }) => inSentence(place)));
  return words.say('report.comparison.chart.title', { nodes, count: gaps.length });
}

function measureOf(scores: Scores, countries: readonly string[]): string {
  const { words } = scores.material;
  const group = mainGroup(scores.material);
  const details = { scale: scaleWords(scores.material), count: countries.length };
  if (group === undefined) return words.say('report.comparison.chart.measure-alone', details);
  return words.say('report.comparison.chart.measure', { ...details, group: group.name });
}

function comparisonChart(scores: Scores, countries: readonly string[]): ComparisonChart {
  const rows = comparedPlaces(scores).filter((place) => place.depth > 0);
  return {
    kind: 'comparison',
    id: 'comparison',
    title: titleOf(scores, countries),
    subtitle: measureOf(scores, countries),
    description: titleOf(scores, countries),
    axis: axisOf(scores, rows),
    panels: countries.map((country) => panelOf(scores, country)),
    meanLabel: mainGroup(scores.material) === undefined ? '' : meanLabel(scores.material),
    rows: rows.map((place) => chartRow(scores, place, countries)),
  };
}

function chartRow(scores: Scores, place: Place, countries: readonly string[]): ComparisonChart['rows'][number] {
  const code = codeOf(place);
  const best = bestAt(scores, place, countries);
  return {
    label: nameOf(place),
    ...(code === undefined ? {} : { code }),
    hue: place.hue,
    main: place.depth === 1,
    scores: countries.map((country) => scores.at(place, country).score),
    shown: countries.map((country) => figureOf(scores, place, country).text || '–'),
    best: countries.map((country) => best.includes(country)),
    mean: scores.mean(place)?.value ?? null,
  };
}

function panelOf(scores: Scores, country: string): ComparisonChart['panels'][number] {
  const strength = strengthNote(scores, scores.index, country);
  const label = scores.material.nameOf(country);
  return { label, note: panelNote(scores, country), ...(strength === undefined ? {} : { strength }) };
}

function panelNote(scores: Scores, country: string): string {
  const { words } = scores.material;
  const figure = figureOf(scores, scores.index, country);
  const rank = rankPhrase(scores, scores.index, country);
  if (rank === undefined) return whyNoScore(scores, scores.index, country);
  return words.say('report.comparison.panel', { index: nameOf(scores.index), score: figure.text, rank });
}

function scoresTable(scores: Scores, countries: readonly string[]): Table {
  const { words, nameOf: nameOfCountry } = scores.material;
  return {
    id: 'comparison-table',
    caption: measureOf(scores, countries),
    columns: [
      { title: words.say('report.column.node'), numeric: false },
      ...countries.map((country) => ({ title: nameOfCountry(country), numeric: true })),
      { title: meanLabel(scores.material), numeric: true },
    ],
    rows: comparedPlaces(scores).flatMap((place) => [
      scoreRow(scores, place, countries),
      ...(place === scores.index ? strengthRows(scores, countries) : []),
    ]),
  };
}

function scoreRow(scores: Scores, place: Place, countries: readonly string[]): TableRow {
  const best = bestAt(scores, place, countries);
  return {
    ...rowLook(place),
    cells: [
      { text: labelOf(place), ...(place.depth === 1 ? { hue: place.hue } : {}) },
      ...countries.map((country) => ({ ...scoreCell(scores, place, country), strong: best.includes(country) })),
      meanCell(scores, place),
    ],
  };
}

/** Rank interval and tier, in rows; a mean has neither. */
function strengthRows(scores: Scores, countries: readonly string[]): readonly TableRow[] {
  const cells = countries.map((country) => strengthCells(scores, country));
  return strengthColumns(scores.material).map(({ title }, i) => ({
    look: 'sub',
    cells: [{ text: title }, ...cells.map((own) => own[i] ?? { text: '–' }), { text: '–' }],
  }));
}

/** Index, pillars and what lies below them look alike in every table. */
export function rowLook(place: Place): Pick<Table['rows'][number], 'look' | 'indent'> {
  return {
    look: place.depth === 0 ? 'total' : place.depth === 1 ? 'pillar' : 'sub',
    indent: Math.max(0, place.depth - 1),
  };
}
