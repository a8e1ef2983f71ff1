/**
 * How far each rank reaches: a row for each country with its interval, its median and its official rank, under its tier.
 * Must never: put a country above one of a better tier.
 */
import type { Analysis } from '../robustness/edition/robustness.js';
import type { RankIntervalsChart } from './chart.js';
import type { Block, Table } from './document.js';
import { countryCell } from './ranking-section.js';
import { intervalCell, medianCell, never, officialCell, scoreRangeCell, tierCell } from './robustness-cells.js';
import { endsOf } from './robustness-findings.js';
import {
  captionOf,
  cellOf,
  countryName,
  intervalIn,
  measureOf,
  officialRank,
  type Tested,
} from './robustness-tested.js';
import { sourceLine } from './source-note.js';
import { intervalText, tierIn } from './strength.js';

export function ranksSection(tested: Tested): readonly Block[] {
  const { material } = tested.scores;
  const title = reachTitle(tested, tested.first);
  const measure = measureOf(tested, 'intervals');
  return [
    { kind: 'heading', level: 2, id: 'intervals', text: title },
    { kind: 'paragraph', tone: 'measure', text: measure },
    ...tierSentence(tested),
    { kind: 'chart', chart: intervalsChart(tested, { title, measure }) },
    sourceLine(material),
    {
      kind: 'table',
      twinOf: 'intervals',
      table: intervalsTable(tested, tested.first, {
        id: 'intervals-table',
        caption: material.words.say('report.robustness.intervals.caption'),
      }),
    },
  ];
}

/** Of those with an official rank, for how many it is sure to within the edition's limit, and whose reaches furthest. Who has none may
 * have one in a few replications, as where what it lacks is left out. */
export function reachTitle(tested: Tested, analysis: Analysis): string {
  const { words } = tested.scores.material;
  const told = tested.countries.flatMap((country) => {
    const interval = intervalIn(tested, analysis, country);
    return interval === undefined || officialRank(tested, country).rank === null
      ? []
      : [{ country, interval, width: interval.high - interval.low }];
  });
  const widest = Math.max(0, ...told.map(({ width }) => width));
  const furthest = told.filter(({ width }) => width === widest);
  const [one] = furthest;
  if (one === undefined) return words.say('report.robustness.intervals.none');
  if (widest === 0) return words.say('report.robustness.intervals.still', { total: told.length });
  const count = told.filter(({ width }) => width <= tested.widest).length;
  return words.say('report.robustness.intervals.title', {
    count,
    all: count === told.length ? 'yes' : 'no',
    total: told.length,
    widest: tested.widest,
    furthest: furthest.length,
    country: countryName(tested, one.country),
    interval: intervalText(words, one.interval),
    places: widest,
  });
}

/** By tier and then by official rank: the two agree but where a method ranks on rounded scores. */
export function byTier(tested: Tested, analysis: Analysis): readonly string[] {
  const last = analysis.tiers.length + 1;
  const place = (country: string): number => tierIn(analysis, country) ?? last;
  return tested.countries.toSorted((a, b) => place(a) - place(b));
}

function intervalsChart(
  tested: Tested,
  { title, measure }: { readonly title: string; readonly measure: string },
): RankIntervalsChart {
  const { words, links } = tested.scores.material;
  const { first } = tested;
  const countries = byTier(tested, first).filter((one) => intervalIn(tested, first, one) !== undefined);
  const say = (key: string): string => words.say(`report.robustness.intervals.${key}`);
  return {
    kind: 'rank-intervals',
    id: 'intervals',
    title,
    subtitle: measure,
    description: words.say('report.robustness.intervals.description', {
      ...endsOf(tested),
      count: countries.length,
      title,
    }),
    axis: { from: 1, to: Math.max(2, countries.length), decimals: 0 },
    keys: { official: say('official'), median: say('median'), interval: say('interval') },
    rows: countries.map((country) => {
      const interval = intervalIn(tested, first, country);
      const tier = tierIn(first, country);
      const official = officialRank(tested, country);
      return {
        rank: official.mark || '–',
        label: countryName(tested, country),
        ...(links === undefined ? {} : { href: links.country(country) }),
        official: official.rank,
        median: cellOf(tested, first, country)?.rank.median ?? null,
        low: interval?.low ?? 1,
        high: interval?.high ?? 1,
        shown: interval === undefined ? '' : intervalText(words, interval),
        tier: first.tiers.length < 2 || tier === undefined ? '' : words.say('report.robustness.tier', { tier }),
      };
    }),
  };
}

/** Rank, median, intervals of rank and score, tier; of the index, in an analysis. */
export function intervalsTable(
  tested: Tested,
  analysis: Analysis,
  { id, caption }: Pick<Table, 'id' | 'caption'>,
): Table {
  const { words } = tested.scores.material;
  const column = (key: string): string => words.say(`report.robustness.column.${key}`);
  return {
    id,
    caption: captionOf(tested, caption),
    columns: [
      { title: words.say('report.column.country'), numeric: false },
      { title: words.say('report.column.rank'), numeric: true },
      { title: column('median'), numeric: true },
      { title: column(analysis === tested.first ? 'interval' : 'interval-further'), numeric: true },
      { title: column('score-interval'), numeric: true },
      { title: column('tier'), numeric: true },
    ],
    rows: byTier(tested, analysis).map((country) => {
      const cell = cellOf(tested, analysis, country);
      return {
        cells: [
          countryCell(tested.scores, country),
          officialCell(tested, country),
          cell === undefined ? never(tested) : medianCell(tested, cell.rank),
          intervalCell(tested, intervalIn(tested, analysis, country)),
          cell === undefined ? never(tested) : scoreRangeCell(tested, cell.score),
          tierCell(tested, analysis, country),
        ],
      };
    }),
  };
}

/** More countries than these are counted, not named. */
const NAMED = 5;

/** What a tier is, and who stands in the first. */
function tierSentence(tested: Tested): readonly Block[] {
  const { words } = tested.scores.material;
  const { tiers } = tested.first;
  const [best = []] = tiers;
  if (tiers.length === 0) return [];
  const text = words.say('report.robustness.intervals.tiers', {
    tiers: tiers.length,
    members: best.length,
    named: best.length > NAMED ? 'no' : 'yes',
    first: words.list(best.slice(0, NAMED).map((country) => countryName(tested, country))),
  });
  return [{ kind: 'paragraph', tone: 'measure', text }];
}
