/**
 * Every country by every sub-pillar in one table, darker is higher, the mean of the main group as its last row.
 * Must never: shade a cell that has no score.
 */
import { axisOf, positionOn } from './axis.js';
import type { Axis } from './chart.js';
import type { Block, Cell, TableColumn, TableRow } from './document.js';
import { figureOf, meanFigure } from './figure.js';
import { groupName, mainGroup } from './mean-words.js';
import { extremeNames, extremes } from './overview-findings.js';
import { codeOf, nameOf, type Place } from './places.js';
import { rankMark } from './rank-words.js';
import { countryCell } from './ranking-section.js';
import { scaleWords } from './scale-words.js';
import type { Scores } from './scores.js';
import { sourceLine } from './source-note.js';

export function heatSection(scores: Scores): readonly Block[] {
  const { material } = scores;
  const { words } = material;
  const axis = axisOf(scores, scores.main);
  const level = material.framework.levels[scores.main[0]?.depth ?? 0];
  const details = { count: scores.main.length, levels: level?.plural ?? '', scale: scaleWords(material) };
  const ranked = scores.ranked(scores.index);
  const others = scores.countries.filter((country) => !ranked.includes(country) && hasAny(scores, country));
  return [
    { kind: 'heading', level: 2, id: 'heat', text: heatTitle(scores) },
    { kind: 'paragraph', tone: 'measure', text: words.say('report.heat.measure', details) },
    {
      kind: 'table',
      table: {
        id: 'heat-table',
        look: 'heat',
        caption: words.say('report.heat.caption', details),
        columns: [
          { title: words.say('report.column.country'), numeric: false },
          { title: words.say('report.column.rank'), numeric: true, minor: true },
          ...scores.main.map(columnOf),
        ],
        rows: [...[...ranked, ...others].map((country) => heatRow(scores, country, axis)), ...meanRow(scores, axis)],
      },
    },
    sourceLine(material),
  ];
}

function heatTitle(scores: Scores): string {
  const { words } = scores.material;
  const [high, low] = extremes(scores, scores.main);
  if (high === undefined || low === undefined) return words.say('report.heat.plain');
  return words.say('report.heat.title', {
    high: extremeNames(scores, high),
    highMean: high.text,
    low: extremeNames(scores, low),
    lowMean: low.text,
    group: groupName(scores.material),
  });
}

function columnOf(place: Place): TableColumn {
  const code = codeOf(place);
  const pillar = pillarOf(place);
  return {
    title: code === undefined ? nameOf(place) : `${code} ${nameOf(place)}`,
    numeric: true,
    hue: place.hue,
    ...(pillar === place ? {} : { group: nameOf(pillar) }),
  };
}

const pillarOf = (place: Place): Place =>
  place.parent === undefined || place.depth <= 1 ? place : pillarOf(place.parent);

const hasAny = (scores: Scores, country: string): boolean =>
  scores.main.some((place) => scores.at(place, country).score !== null);

function heatRow(scores: Scores, country: string, axis: Axis): TableRow {
  const standing = scores.at(scores.index, country);
  const rank = rankMark(scores.material.words, standing);
  return {
    cells: [
      countryCell(scores, country),
      rank === '' ? { text: '–' } : { text: rank, ...(standing.rank === null ? {} : { value: standing.rank }) },
      ...scores.main.map((place): Cell => {
        const { score } = scores.at(place, country);
        const figure = figureOf(scores, place, country);
        return { ...figure, hue: place.hue, ...(score === null ? {} : { heat: positionOn(axis, score) }) };
      }),
    ],
  };
}

function meanRow(scores: Scores, axis: Axis): readonly TableRow[] {
  const { material } = scores;
  const group = mainGroup(material);
  if (group === undefined) return [];
  const members = scores.mean(scores.index)?.members ?? 0;
  const label = material.words.say('report.mean.counted', { group: group.shortName, count: members });
  const cells = scores.main.map((place): Cell => {
    const mean = scores.mean(place);
    const figure = meanFigure(material, place, { group: group.id, mean });
    return { ...figure, hue: place.hue, ...(mean === undefined ? {} : { heat: positionOn(axis, mean.value) }) };
  });
  return [{ look: 'total', cells: [{ text: label }, { text: '–' }, ...cells] }];
}
