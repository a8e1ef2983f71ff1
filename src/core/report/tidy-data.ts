/**
 * All figures of an edition in tidy form: one row per country (or group) and node, full precision, for CSV, JSON and the
 * first sheet of the workbook.
 * Must never: round, or leave an empty score without its reason.
 */
import type { GroupResult, NodeResult } from '../scoring/results.js';
import { contributionOf } from './contributions.js';
import type { DataTable } from './document.js';
import { computedHere } from './figure.js';
import type { Place } from './places.js';
import type { Scores } from './scores.js';
import { plannedShareOf, shareOf } from './shares.js';
import { strengthOf, tierOf } from './strength.js';

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
  'rank_p05',
  'rank_p95',
  'tier',
] as const;

/** @param countries those to list, in the order wanted; groups follow where `withGroups`. */
export function tidyData(scores: Scores, countries: readonly string[], withGroups: boolean): DataTable {
  const { words, results } = scores.material;
  const groups = withGroups ? results.groups : [];
  const nodes = nodesOf(scores);
  return {
    columns: COLUMNS.map((name) => ({ name, description: words.say(`report.data.${name.replaceAll('_', '-')}`) })),
    rows: [
      ...countries.flatMap((country) => {
        const column = scores.countries.indexOf(country);
        return nodes.map((node) => countryRow(scores, node, { country, column }));
      }),
      ...groups.flatMap((group) => nodes.map((node) => groupRow(scores, node, group))),
    ],
  };
}

interface TidyNode {
  readonly place: Place;
  /** Its row in the results. */
  readonly row: number;
  readonly result: NodeResult | undefined;
  /** Id, name, level and its name. */
  readonly cells: Row;
}

function nodesOf({ places, material }: Scores): readonly TidyNode[] {
  const rows = new Map(material.results.nodes.map((node, row) => [node.id, row]));
  return places.map((place) => {
    const row = rows.get(place.id) ?? -1;
    const result = material.results.nodes[row];
    const level = material.framework.levels[place.depth]?.name ?? null;
    return { place, row, result, cells: [place.id, place.node.name, result?.level ?? null, level] };
  });
}

interface Who {
  readonly country: string;
  readonly column: number;
}

function countryRow(scores: Scores, { place, result, cells }: TidyNode, { country, column }: Who): Row {
  const standing = scores.at(place, country);
  const { status } = standing;
  return [
    country,
    scores.material.nameOf(country),
    ...cells,
    result?.score[column] ?? null,
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
    ...strengthCells(scores, place, country),
  ];
}

function groupRow(scores: Scores, { place, row, cells }: TidyNode, group: GroupResult): Row {
  const { material } = scores;
  const mean = group.mean[row] ?? null;
  const facts = material.edition.groups.find(({ id }) => id === group.id);
  return [
    `group:${group.id}`,
    facts?.name ?? group.id,
    ...cells,
    mean,
    null,
    mean === null ? null : (group.presented[row] ?? null),
    mean === null ? null : computedHere(scores),
    publishedOf(scores, place, `group:${group.id}`),
    null,
    mean === null ? 'no-member' : 'mean',
    null,
    null,
    plannedShareOf(scores, place),
    null,
    null,
    null,
    null,
  ];
}

/** Rank interval in full precision, and the tier, which only the index has. */
function strengthCells({ material, index }: Scores, place: Place, country: string): Row {
  const { p05 = null, p95 = null } = strengthOf(material, country, { node: place.id })?.rank ?? {};
  return [p05, p95, place === index ? (tierOf(material, country) ?? null) : null];
}

/** Of the score in this row: a given one is the source's own, all others are ours. */
function provenanceOf(scores: Scores, place: Place, country: string): string {
  const given = scores.material.edition.figures?.isGiven(country, place.id) === true;
  return given ? 'published' : computedHere(scores);
}

function publishedOf(scores: Scores, place: Place, who: string): number | null {
  const { figures } = scores.material.edition;
  if (figures === undefined) return null;
  const printed = figures.of(who, place.id);
  if (printed !== undefined) return printed;
  if (!figures.isGiven(who, place.id)) return null;
  return scores.at(place, who).score;
}
