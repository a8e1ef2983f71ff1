/**
 * All figures of an edition in tidy form: one row per country (or group) and node, full precision, for CSV, JSON and the
 * first sheet of the workbook.
 * Must never: round, or leave an empty score without its reason.
 */
import { contributionOf, plannedShareOf, shareOf } from './contributions.js';
import type { DataTable } from './document.js';
import { shown } from './figure.js';
import type { Place } from './places.js';
import type { Scores } from './scores.js';

type Row = readonly (string | number | null)[];

const COLUMNS = [
  'country',
  'name',
  'node',
  'node_name',
  'level',
  'level_name',
  'score',
  'rank',
  'presented',
  'provenance',
  'published_figure',
  'coverage',
  'status',
  'reason',
  'by',
  'weight',
  'contribution',
] as const;

/** @param countries those to list, in the order wanted; groups follow where `withGroups`. */
export function tidyData(scores: Scores, countries: readonly string[], withGroups: boolean): DataTable {
  const { words, results } = scores.material;
  const groups = withGroups ? results.groups.map((group) => group.id) : [];
  return {
    columns: COLUMNS.map((name) => ({ name, description: words.say(`report.data.${name.replaceAll('_', '-')}`) })),
    rows: [
      ...countries.flatMap((country) => scores.places.map((place) => countryRow(scores, place, country))),
      ...groups.flatMap((group) => scores.places.map((place) => groupRow(scores, place, group))),
    ],
  };
}

function countryRow(scores: Scores, place: Place, country: string): Row {
  const { material } = scores;
  const standing = scores.at(place, country);
  const node = material.results.nodes.find((n) => n.id === place.id);
  const column = scores.countries.indexOf(country);
  const { status } = standing;
  return [
    country,
    material.nameOf(country),
    ...nodeCells(scores, place),
    node?.score[column] ?? null,
    standing.rank,
    standing.presented === '' ? null : standing.presented,
    standing.score === null ? null : provenanceOf(scores, place, country),
    publishedOf(scores, place, country),
    standing.coverage,
    status.kind,
    'reason' in status ? status.reason : null,
    'by' in status ? status.by : null,
    shareOf(scores, place, country),
    contributionOf(scores, place, country),
  ];
}

function groupRow(scores: Scores, place: Place, id: string): Row {
  const { material } = scores;
  const group = material.results.groups.find((g) => g.id === id);
  const row = material.results.nodes.findIndex((node) => node.id === place.id);
  const mean = group?.mean[row] ?? null;
  const share = plannedShareOf(scores, place);
  const facts = material.edition.groups.find((g) => g.id === id);
  return [
    `group:${id}`,
    facts?.name ?? id,
    ...nodeCells(scores, place),
    mean,
    null,
    mean === null ? null : shown(material, place.id, group?.presented[row] ?? ''),
    mean === null ? null : computedHere(scores),
    publishedOf(scores, place, `group:${id}`),
    null,
    mean === null ? 'no-member' : 'mean',
    null,
    null,
    share,
    null,
  ];
}

function nodeCells(scores: Scores, place: Place): Row {
  const node = scores.material.results.nodes.find((n) => n.id === place.id);
  const level = scores.material.framework.levels[place.depth]?.name ?? null;
  return [place.id, place.node.name, node?.level ?? null, level];
}

/** Of the score in this row: a given one is the source's own, all others are ours. */
function provenanceOf(scores: Scores, place: Place, country: string): string {
  const given = scores.material.edition.figures?.isGiven(country, place.id) === true;
  return given ? 'published' : computedHere(scores);
}

function computedHere(scores: Scores): string {
  return scores.material.edition.kind === 'demonstration' ? 'computed' : 'recomputed';
}

function publishedOf(scores: Scores, place: Place, who: string): number | null {
  const { figures } = scores.material.edition;
  if (figures === undefined) return null;
  const printed = figures.of(who, place.id);
  if (printed !== undefined) return printed;
  if (!figures.isGiven(who, place.id)) return null;
  return scores.at(place, who).score;
}
