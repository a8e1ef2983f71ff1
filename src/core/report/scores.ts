/**
 * The one lens through which reports read results: any node of any country as a figure with its rank, its provenance and,
 * where there is none, the reason.
 * Must never: compute a score; every number here comes from the results or from the source.
 */
import type { NodeResult, Status } from '../scoring/results.js';
import type { Material } from './material.js';
import { type Place, placesOf } from './places.js';

export interface Scores {
  readonly material: Material;
  readonly places: readonly Place[];
  readonly index: Place;
  readonly pillars: readonly Place[];
  /** The nodes that findings are told by: two levels below the index, or the lowest there is. */
  readonly main: readonly Place[];
  readonly countries: readonly string[];
  readonly placeOf: (id: string) => Place | undefined;
  readonly at: (place: Place, country: string) => Standing;
  readonly mean: (place: Place) => Mean | undefined;
  /** Countries with a score at this node, best rank first, then by code. */
  readonly ranked: (place: Place) => readonly string[];
}

/** One node of one country. */
export interface Standing {
  /** On the scale the reports show: the presented value where the method rescales for presentation, else the score. */
  readonly score: number | null;
  readonly rank: number | null;
  /** Whether another country has the same rank. */
  readonly tied: boolean;
  /** Countries with a rank at this node. */
  readonly of: number;
  readonly status: Status;
  readonly coverage: number;
  readonly presented: string;
}

export interface Mean {
  readonly value: number;
  readonly presented: string;
  readonly members: number;
}

const ABSENT: Status = { kind: 'not-combined' };

export function readScores(material: Material): Scores {
  const { results } = material;
  const places = placesOf(material.framework, material.method);
  const byId = new Map(places.map((place) => [place.id, place]));
  const rows = new Map(results.nodes.map((node, row) => [node.id, row]));
  const index = places[0] as Place;
  const at = standingsOf(material, rows);
  const ranked = (place: Place): readonly string[] =>
    results.countries
      .filter((country) => at(place, country).rank !== null)
      .sort((a, b) => (at(place, a).rank ?? 0) - (at(place, b).rank ?? 0));
  return {
    material,
    places,
    index,
    pillars: index.children,
    main: mainPlaces(places),
    countries: results.countries,
    placeOf: (id) => byId.get(id),
    at,
    mean: meansOf(material, rows),
    ranked,
  };
}

type Rows = ReadonlyMap<string, number>;

/** Each standing is put together once, when it is first asked for. */
function standingsOf(material: Material, rows: Rows): Scores['at'] {
  const { results } = material;
  const columns = new Map(results.countries.map((country, column) => [country, column]));
  const ties = tieCounter();
  const known = new Map<Place, (Standing | undefined)[]>();
  const standingAt = (place: Place, node: NodeResult, column: number): Standing => {
    const rank = node.rank[column] ?? null;
    const presented = node.presented[column] ?? '';
    return {
      score: shownScore(material, place.id, { score: node.score[column] ?? null, presented }),
      rank,
      tied: rank !== null && (ties(node).get(rank) ?? 0) > 1,
      of: ties(node).get('all') ?? 0,
      status: node.status[column] ?? ABSENT,
      coverage: node.coverage[column] ?? 0,
      presented,
    };
  };
  return (place, country) => {
    const column = columns.get(country);
    const node = results.nodes[rows.get(place.id) ?? -1];
    if (column === undefined || node === undefined) return nothing;
    const own = known.get(place) ?? [];
    known.set(place, own);
    own[column] ??= standingAt(place, node, column);
    return own[column] ?? nothing;
  };
}

function meansOf(material: Material, rows: Rows): Scores['mean'] {
  const group = material.results.groups.find((one) => one.id === material.edition.mainGroup);
  return (place) => {
    const row = rows.get(place.id) ?? -1;
    const presented = group?.presented[row] ?? '';
    const value = shownScore(material, place.id, { score: group?.mean[row] ?? null, presented });
    return value === null ? undefined : { value, presented, members: group?.members[row] ?? 0 };
  };
}

const nothing: Standing = { score: null, rank: null, tied: false, of: 0, status: ABSENT, coverage: 0, presented: '' };

function mainPlaces(places: readonly Place[]): readonly Place[] {
  const deepest = Math.max(...places.map((place) => place.depth));
  return places.filter((place) => place.depth === Math.min(2, deepest));
}

/** Ranks of each node with how many countries hold them; `all` counts the countries ranked. */
function tieCounter(): (node: NodeResult) => ReadonlyMap<number | 'all', number> {
  const counted = new Map<string, ReadonlyMap<number | 'all', number>>();
  return (node) => {
    const known = counted.get(node.id);
    if (known !== undefined) return known;
    const counts = new Map<number | 'all', number>();
    for (const rank of node.rank) {
      if (rank === null) continue;
      counts.set(rank, (counts.get(rank) ?? 0) + 1);
      counts.set('all', (counts.get('all') ?? 0) + 1);
    }
    counted.set(node.id, counts);
    return counts;
  };
}

/** Whether the method shows this node on another scale than it computes it on. */
export function isRescaled(material: Material, node: string): boolean {
  const { presentation } = material.method;
  return (presentation.nodes[node]?.rescale ?? presentation.rescale).type !== 'none';
}

export function decimalsOf(material: Material, node: string): number {
  const { presentation } = material.method;
  return presentation.nodes[node]?.decimals ?? presentation.decimals;
}

interface Presented {
  readonly score: number | null;
  readonly presented: string;
}

function shownScore(material: Material, node: string, { score, presented }: Presented): number | null {
  if (score === null) return null;
  return isRescaled(material, node) && presented !== '' ? Number(presented) : score;
}
