/**
 * The ranking of an edition: bars stacked by what each pillar adds, and the same figures as a table.
 * Must never: rank a country without a score.
 */

import { axisOf } from './axis.js';
import type { RankingChart } from './chart.js';
import { pillarParts } from './contributions.js';
import type { Block, Cell, Table } from './document.js';
import { figureOf } from './figure.js';
import { coversNote } from './interval-covers.js';
import { chartMean, groupName } from './mean-words.js';
import { rankingTitle } from './overview-findings.js';
import { nameOf } from './places.js';
import { strengthCells, strengthColumns } from './rank-strength-cells.js';
import { rankMark } from './rank-words.js';
import { rankingStrength } from './ranking-strength.js';
import { scaleWords } from './scale-words.js';
import type { Scores } from './scores.js';
import { marksNote, sourceLine } from './source-note.js';
import { firstAnalysis } from './strength.js';

export function rankingSection(scores: Scores): readonly Block[] {
  if (scores.ranked(scores.index).length === 0) return [];
  return [
    { kind: 'heading', level: 2, id: 'ranking', text: rankingTitle(scores) },
    { kind: 'paragraph', tone: 'measure', text: rankingMeasure(scores) },
    { kind: 'chart', chart: rankingChart(scores) },
    ...coversNote(scores),
    ...marksNote(scores.material),
    sourceLine(scores.material),
    { kind: 'table', table: rankingTable(scores), twinOf: 'ranking' },
  ];
}

function rankingMeasure(scores: Scores): string {
  const { words, edition } = scores.material;
  const details = { edition: edition.title, scale: scaleWords(scores.material) };
  const measure = canStack(scores) ? 'report.overview.ranking.stacked' : 'report.overview.ranking.whole';
  const tiers = firstAnalysis(scores.material)?.tiers.length ?? 0;
  return [words.say(measure, details), ...(tiers === 0 ? [] : [words.say('report.sure.tiers', { tiers })])].join(' ');
}

function rankingChart(scores: Scores): RankingChart {
  const { material } = scores;
  const ranked = scores.ranked(scores.index);
  const stacked = canStack(scores);
  const mean = chartMean(scores, scores.index);
  const strength = rankingStrength(scores, ranked);
  const ends = { first: material.nameOf(ranked[0] ?? ''), last: material.nameOf(ranked.at(-1) ?? '') };
  return {
    kind: 'ranking',
    id: 'ranking',
    title: rankingTitle(scores),
    subtitle: rankingMeasure(scores),
    description: [
      material.words.say('report.overview.ranking.description', {
        count: ranked.length,
        ...ends,
        firstScore: figureOf(scores, scores.index, ranked[0] ?? '').text,
        lastScore: figureOf(scores, scores.index, ranked.at(-1) ?? '').text,
        group: groupName(material),
      }),
      ...(strength === undefined ? [] : [strength.description]),
    ].join(' '),
    axis: axisOf(scores, [scores.index]),
    parts: stacked ? scores.pillars.map((pillar) => ({ label: nameOf(pillar), hue: pillar.hue })) : [],
    rows: ranked.map((country) => ({ ...rankingRow(scores, country, stacked), ...strength?.rowOf(country) })),
    ...(mean === undefined ? {} : { mean }),
    ...(strength === undefined ? {} : { intervals: strength.intervals }),
  };
}

function rankingRow(scores: Scores, country: string, stacked: boolean): RankingChart['rows'][number] {
  const { material } = scores;
  const standing = scores.at(scores.index, country);
  const figure = figureOf(scores, scores.index, country);
  return {
    rank: rankMark(material.words, standing),
    label: material.nameOf(country),
    ...(material.links === undefined ? {} : { href: material.links.country(country) }),
    parts: stacked ? pillarParts(scores, country) : [],
    score: standing.score ?? 0,
    shown: figure.text,
    published: figure.provenance === 'published',
  };
}

/** Bars are stacked for all countries or for none, so that no colour means two things in one chart. */
function canStack(scores: Scores): boolean {
  return scores.ranked(scores.index).every((country) => pillarParts(scores, country).length > 0);
}

function rankingTable(scores: Scores): Table {
  const { material } = scores;
  const { words } = material;
  return {
    id: 'ranking-table',
    caption: words.say('report.overview.ranking.caption', { edition: material.edition.title }),
    columns: [
      { title: words.say('report.column.country'), numeric: false },
      { title: words.say('report.column.rank'), numeric: true },
      ...strengthColumns(material),
      { title: nameOf(scores.index), numeric: true },
      ...scores.pillars.map((pillar) => ({ title: nameOf(pillar), numeric: true, hue: pillar.hue })),
    ],
    rows: scores.ranked(scores.index).map((country) => ({
      cells: [
        countryCell(scores, country),
        rankCell(scores, country),
        ...strengthCells(scores, country),
        ...[scores.index, ...scores.pillars].map((place) => scoreCell(scores, place, country)),
      ],
    })),
  };
}

export function countryCell({ material }: Scores, country: string): Cell {
  const text = material.nameOf(country);
  return material.links === undefined ? { text } : { text, href: material.links.country(country) };
}

function rankCell(scores: Scores, country: string): Cell {
  const standing = scores.at(scores.index, country);
  return {
    text: rankMark(scores.material.words, standing),
    ...(standing.rank === null ? {} : { value: standing.rank }),
  };
}

/** A score that leads to its explanation, where there is a site to lead to. */
export function scoreCell(scores: Scores, place: Scores['index'], country: string): Cell {
  const { links } = scores.material;
  const figure = figureOf(scores, place, country);
  return {
    ...figure,
    ...(links === undefined || figure.text === '' ? {} : { href: links.explain(country, place.id) }),
  };
}
