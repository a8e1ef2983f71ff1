/**
 * The country against the mean of the main group, level by level, as a chart and as its table.
 * Must never: compare a country with itself unsaid; the group is named and so is its size.
 */
import { axisOf } from './axis.js';
import type { ProfileChart, ProfileRow } from './chart.js';
import type { Block, Table } from './document.js';
import { figureOf, shown } from './figure.js';
import { groupName, mainGroup, meanLabel } from './mean-words.js';
import { codeOf, nameOf, type Place } from './places.js';
import { aheadAndBehind, countsSentence } from './profile-findings.js';
import { scaleWords } from './scale-words.js';
import { decimalsOf, type Scores } from './scores.js';
import { sourceLine } from './source-note.js';
import { whyNoScore } from './why-no-score.js';

export function profileSection(scores: Scores, country: string): readonly Block[] {
  return [
    { kind: 'heading', level: 2, id: 'profile', text: sectionTitle(scores, country) },
    { kind: 'paragraph', tone: 'measure', text: measureOf(scores, country) },
    { kind: 'chart', chart: profileChart(scores, country) },
    sourceLine(scores.material),
    { kind: 'table', twinOf: 'profile', table: profileTable(scores, country) },
  ];
}

/** Index left out: it stands above as a key figure, and its gap is the sum of these. */
const rowsOf = (scores: Scores): readonly Place[] =>
  scores.places.filter((place) => place.depth > 0 && place.depth <= (scores.main[0]?.depth ?? 0));

function sectionTitle(scores: Scores, country: string): string {
  const { words, framework, nameOf: nameOfCountry } = scores.material;
  if (mainGroup(scores.material) === undefined) {
    return words.say('report.profile.chart.plain', { country: nameOfCountry(country) });
  }
  const { above, below } = aheadAndBehind(scores, scores.main, country);
  const levels = framework.levels[scores.main[0]?.depth ?? 0]?.plural ?? '';
  const missing = scores.main.filter((place) => scores.at(place, country).score === null).length;
  const total = scores.main.length;
  const details = {
    above: above.length,
    below: below.length,
    missing,
    total,
    levels,
    group: groupName(scores.material),
  };
  if (missing > 0) {
    return words.say(`report.profile.chart.${missing === details.total ? 'missing-all' : 'missing'}`, details);
  }
  if (above.length === total) return words.say('report.profile.chart.all-above', details);
  if (below.length === total) return words.say('report.profile.chart.all-below', details);
  return words.say('report.profile.chart.mixed', details);
}

function measureOf(scores: Scores, country: string): string {
  const { words, nameOf: nameOfCountry } = scores.material;
  const group = mainGroup(scores.material);
  const details = { country: nameOfCountry(country), scale: scaleWords(scores.material) };
  if (group === undefined) return words.say('report.profile.chart.measure-alone', details);
  const members = rowsOf(scores).map((place) => scores.mean(place)?.members ?? 0);
  const [least, most] = [Math.min(...members), Math.max(...members)];
  const key = least === most ? 'report.profile.chart.measure' : 'report.profile.chart.measure-varying';
  return words.say(key, { ...details, group: group.name, count: most, least });
}

function profileChart(scores: Scores, country: string): ProfileChart {
  const rows = rowsOf(scores);
  return {
    kind: 'profile',
    id: 'profile',
    title: sectionTitle(scores, country),
    subtitle: measureOf(scores, country),
    description: rows.some((place) => scores.at(place, country).score === null)
      ? sectionTitle(scores, country)
      : countsSentence(scores, country),
    axis: axisOf(scores, rows),
    country: scores.material.nameOf(country),
    meanLabel: mainGroup(scores.material) === undefined ? '' : meanLabel(scores.material),
    rows: rows.map((place) => profileRow(scores, place, country)),
  };
}

function profileRow(scores: Scores, place: Place, country: string): ProfileRow {
  const { score } = scores.at(place, country);
  const mean = scores.mean(place)?.value ?? null;
  const code = codeOf(place);
  return {
    label: nameOf(place),
    ...(code === undefined ? {} : { code }),
    hue: place.hue,
    main: place.depth === 1,
    score,
    mean,
    difference: differenceWords(scores, place, country),
    ...(score === null ? { why: whyNoScore(scores, place, country) } : {}),
  };
}

/** "+0.16"; '' where one of the two is missing. */
function differenceWords(scores: Scores, place: Place, country: string): string {
  const { score } = scores.at(place, country);
  const mean = scores.mean(place);
  if (score === null || mean === undefined) return '';
  return scores.material.words.signed(score - mean.value, decimalsOf(scores.material, place.id));
}

function profileTable(scores: Scores, country: string): Table {
  const { material } = scores;
  const { words } = material;
  return {
    id: 'profile-table',
    caption: measureOf(scores, country),
    columns: [
      { title: words.say('report.column.node'), numeric: false },
      { title: material.nameOf(country), numeric: true },
      { title: meanLabel(material), numeric: true },
      { title: words.say('report.column.difference'), numeric: true },
    ],
    rows: rowsOf(scores).map((place) => ({
      look: place.depth === 1 ? 'pillar' : 'sub',
      indent: place.depth - 1,
      cells: [
        { text: labelOf(place), ...(place.depth === 1 ? { hue: place.hue } : {}) },
        figureOf(scores, place, country),
        meanCell(scores, place),
        differenceCell(scores, place, country),
      ],
    })),
  };
}

/** "1.1 Open-by-default policy", or the name alone. */
export function labelOf(place: Place): string {
  const code = codeOf(place);
  return code === undefined ? nameOf(place) : `${code} ${nameOf(place)}`;
}

/** Means are always recomputed; the tables that hold them say so once, in words. */
export function meanCell(scores: Scores, place: Place): Table['rows'][number]['cells'][number] {
  const mean = scores.mean(place);
  if (mean === undefined) return { text: '', why: scores.material.words.say('report.why.no-member') };
  return { text: shown(scores.material, place.id, mean.presented), value: mean.value };
}

export function differenceCell(scores: Scores, place: Place, country: string): Table['rows'][number]['cells'][number] {
  const { score } = scores.at(place, country);
  const mean = scores.mean(place);
  if (mean === undefined) return { text: '', why: scores.material.words.say('report.why.no-member') };
  if (score === null) return { text: '', why: whyNoScore(scores, place, country) };
  return { text: differenceWords(scores, place, country), value: score - mean.value };
}
